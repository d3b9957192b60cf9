"""What every answer carries, on public pages and in the admin."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/exit-this-page/", "/nowhere/", "/brand.css", "/robots.txt", "/sitemap.xml", "/healthz", "/readyz"]
STRICT = {
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def policy(response: object) -> set[str]:
    return set(response.headers["Content-Security-Policy"].split("; "))  # type: ignore[attr-defined]


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("ada", "ada@example.org", "a long password"))
    return client


@pytest.mark.parametrize("path", [*PUBLIC, "/%00", "/?q=%00"])
def test_public_answers_are_strict(client: Client, path: str) -> None:
    response = client.get(path)
    assert policy(response) == STRICT
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in response.headers["Permissions-Policy"]


@pytest.mark.parametrize("path", PUBLIC)
def test_no_public_answer_sets_a_cookie_or_depends_on_one(administrator: Client, path: str) -> None:
    """Rule R15, for a browser that is signed in to the admin as well."""
    response = administrator.get(path)
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()


def test_public_pages_do_not_know_who_is_signed_in(administrator: Client) -> None:
    response = administrator.get("/exit-this-page/")
    assert response.wsgi_request.COOKIES == {}
    assert not response.wsgi_request.user.is_authenticated


def test_public_pages_are_asked_about_each_time(client: Client) -> None:
    assert client.get("/exit-this-page/").headers["Cache-Control"] == "private, no-cache"


def test_the_admin_is_wider_but_frames_only_itself(administrator: Client) -> None:
    response = administrator.get("/admin/")
    assert response.status_code == 200
    assert {"frame-ancestors 'self'", "default-src 'self'"} <= policy(response)
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in response.headers["Cache-Control"]


def test_the_cookies_of_the_admin_stay_there(client: Client) -> None:
    User.objects.create_superuser("ada", "ada@example.org", "a long password")
    response = client.post("/admin/login/", {"username": "ada", "password": "a long password"})
    assert response.status_code == 302
    assert {cookie["path"] for cookie in response.cookies.values()} == {"/admin/"}


@pytest.mark.parametrize(
    "address",
    [
        "/%00",
        "/a%00b/",
        "/%FF/",
        "/?q=%00",
        "/search/?q=%FF",
        "/exit-this-page/?x=%C3%28",
        "/admin/%00/",
        "/%2500",
        "/static/%00",
    ],
)
def test_an_unreadable_address_is_refused_and_never_an_error(client: Client, address: str) -> None:
    path, _, query = address.partition("?")
    client.raise_request_exception = False
    assert client.get(path, QUERY_STRING=query).status_code in {400, 404}


@pytest.mark.parametrize("address", ["/caf%C3%A9/", "/100%25/", "/nowhere/?q=100%25"])
def test_a_readable_but_odd_address_is_just_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_session_cookie_with_a_nul_is_not_an_error(client: Client) -> None:
    client.raise_request_exception = False
    response = client.get("/admin/", headers={"cookie": 'sessionid="\\000aaaaaaaaaaaaaaaa"'})
    assert response.status_code == 302
