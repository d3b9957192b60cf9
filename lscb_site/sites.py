"""Wagtail's record of the site, kept in step with PUBLIC_URL.

Wagtail builds whole addresses (the admin's "view live", canonical links) from a host name and a port in the
database; ours is PUBLIC_URL, a setting of whoever hosts the site. One site only, so its record simply follows.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

PORTS = {"http": 80, "https": 443}


def follow_public_url(**_signal: Any) -> None:
    """Writes PUBLIC_URL's host and port to the default site; run after every `migrate`."""
    from wagtail.models import Site

    public = urlsplit(settings.PUBLIC_URL)
    hostname, port = public.hostname or "localhost", public.port or PORTS[public.scheme]
    for site in Site.objects.filter(is_default_site=True).exclude(hostname=hostname, port=port):
        site.hostname, site.port = hostname, port
        site.save()
