"""The error pages, with the database and without."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, ProgrammingError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from lscb_site.urls import handler400, handler403, handler404, handler500
from lscb_site.urls import urlpatterns as site_urls
from lscb_site.views import errors

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

EVERY_PAGE = ["Exit this page", "Worried about a child?", "999", "build/site.css"]


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("Ask a second person to approve it.")


def taken_away(request: HttpRequest) -> HttpResponse:
    return errors.gone(
        request, heading="On request", sentence="You can ask for it.", record_url="/publications/child-g/"
    )


urlpatterns = [path("broken/", broken), path("denied/", denied), path("taken-away/", taken_away), *site_urls]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every query fails as if the server were gone."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(BaseDatabaseWrapper, "cursor", refuse)


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/%00", 400, "This address cannot be read"),
        ("/denied/", 403, "You cannot do this"),
        ("/nowhere/", 404, "Page not found"),
        ("/taken-away/", 410, "On request"),
        ("/broken/", 500, "Sorry, there is a problem"),
    ],
)
def test_every_error_page_has_the_look_of_the_site(client: Client, address: str, status: int, heading: str) -> None:
    response = client.get(address)
    page = response.content.decode()
    assert response.status_code == status
    assert f'<h1 class="govuk-heading-xl">{heading}</h1>' in page
    assert all(words in page for words in EVERY_PAGE)


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_refusal_says_what_to_do_instead(client: Client) -> None:
    assert "Ask a second person to approve it." in client.get("/denied/").content.decode()
    gone = client.get("/taken-away/").content.decode()
    assert "You can ask for it." in gone
    assert 'href="/publications/child-g/"' in gone


@pytest.mark.parametrize("status", [400, 403, 404, 410, 500, 503])
def test_the_static_pages_ask_nothing_of_the_database(status: int) -> None:
    """This test has no access to a database: a query would raise."""
    response = errors.static_page(status)
    assert response.status_code == status
    assert b"govuk-heading-xl" in response.content


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize("address", ["/", "/nowhere/", "/sitemap.xml", "/exit-this-page/"])
def test_without_its_database_the_site_says_so(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"
    assert all(words in response.content.decode() for words in EVERY_PAGE)


@pytest.mark.usefixtures("no_database")
def test_a_404_is_drawn_without_its_database() -> None:
    response = errors.not_found(RequestFactory().get("/nowhere/"))
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize(
    ("address", "status"), [("/healthz", 200), ("/readyz", 503), ("/brand.css", 200), ("/robots.txt", 200)]
)
def test_what_machines_ask_for_without_the_database(client: Client, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_the_last_resort_needs_no_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "without_database", broken)
    response = errors.static_page(500)
    assert response.status_code == 500
    assert b"call 999" in response.content


@pytest.mark.parametrize(
    ("error", "down"), [(OperationalError(), True), (ProgrammingError(), False), (ValueError(), False), (None, False)]
)
def test_which_errors_mean_that_the_database_is_down(error: Exception | None, down: bool) -> None:
    assert errors.is_database_down(error) is down
