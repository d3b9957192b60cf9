"""Only the proxies that were named are believed."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from lscb_site.environment import networks
from lscb_site.proxies import believe_trusted_proxies

CASES = [
    ("10.1.2.3", True),
    ("192.0.2.7", True),
    ("2001:db8::1", True),
    ("192.0.2.8", False),
    ("203.0.113.9", False),
    ("", False),
    ("unix:", False),
]


@pytest.mark.parametrize(("address", "believed"), CASES)
def test_whether_a_connection_is_called_safe(
    rf: RequestFactory, settings: Settings, monkeypatch: pytest.MonkeyPatch, address: str, *, believed: bool
) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.7, 2001:db8::/32")
    settings.TRUSTED_PROXIES = networks("TRUSTED_PROXIES")
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    seen: list[bool] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request.is_secure())
        return HttpResponse()

    believe_trusted_proxies(view)(rf.get("/", REMOTE_ADDR=address, HTTP_X_FORWARDED_PROTO="https"))
    assert seen == [believed]
