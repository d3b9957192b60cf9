"""Wagtail's record of the site follows PUBLIC_URL."""

from typing import Any

import pytest
from wagtail.models import Site

from lscb_site.sites import follow_public_url

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("public", "hostname", "port", "address"),
    [
        ("https://www.example.org", "www.example.org", 443, "https://www.example.org"),
        ("http://localhost:8000", "localhost", 8000, "http://localhost:8000"),
        ("http://localhost", "localhost", 80, "http://localhost"),
    ],
)
def test_the_record_follows(settings: Any, public: str, hostname: str, port: int, address: str) -> None:
    settings.PUBLIC_URL = public
    follow_public_url()
    site = Site.objects.get()
    assert (site.hostname, site.port, site.root_url) == (hostname, port, address)
    assert site.root_page.get_full_url() == f"{address}/"
