"""robots.txt, security.txt and the health checks."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from lscb_site.models import BoardSettings
from lscb_site.views.wellknown import security_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert response.content.startswith(b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"


def two_weaknesses() -> list[str]:
    return ["The application logs in as owner.", "A guard is missing on publications_release."]


def test_a_stranger_learns_that_the_guards_are_weak_and_not_how(client: Client, settings: Any, caplog: Any) -> None:
    settings.READINESS = [f"{__name__}.two_weaknesses"]
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.content.decode().splitlines() == [
        "ok",
        "warning: the guards are weak or incomplete: run manage.py check --database default",
    ]
    assert [record.getMessage() for record in caplog.records] == two_weaknesses()


def test_nothing_is_said_where_the_guards_are_whole(client: Client, settings: Any) -> None:
    settings.READINESS = []
    assert client.get("/readyz").content == b"ok\n"


def test_robots_are_told_where_the_sitemap_is(client: Client, settings: Any) -> None:
    settings.PUBLIC_URL = "https://www.example.org"
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/\n" in text
    assert "Sitemap: https://www.example.org/sitemap.xml\n" in text


def test_security_txt_names_the_board(client: Client) -> None:
    board = BoardSettings.load()
    board.email = "safe@example.org"
    board.save()
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().startswith("Contact: mailto:safe@example.org\nExpires: ")


def test_a_board_without_an_address_has_no_security_txt(client: Client) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


def test_the_end_of_validity_is_less_than_a_year_away() -> None:
    text = security_text("safe@example.org", datetime(2027, 7, 3, 9, 30, tzinfo=UTC))
    assert "Expires: 2027-12-30T00:00:00Z\n" in text
