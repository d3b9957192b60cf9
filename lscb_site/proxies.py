"""What a proxy says of a visitor is believed only of the proxies named in TRUSTED_PROXIES."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

SAID_BY_PROXIES = ("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED")


def believe_trusted_proxies(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Drop what anybody else claims; comes before whatever asks if the connection is safe."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not is_trusted(request.META.get("REMOTE_ADDR", "")):
            for name in SAID_BY_PROXIES:
                request.META.pop(name, None)
        return get_response(request)

    return middleware


def is_trusted(address: str) -> bool:
    """Whether `address` is that of a proxy we trust."""
    try:
        return any(ipaddress.ip_address(address) in network for network in settings.TRUSTED_PROXIES)
    except ValueError:  # a Unix socket's other end has no address
        return False
