"""A form without a cookie takes what this site sends, and nothing from another."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from lscb_site.public_forms import is_own_form, public_form

HEADERS = [
    ({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, True),
    ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
    ({"Sec-Fetch-Site": "none"}, True),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, False),
    ({"Origin": "http://testserver"}, True),
    ({"Origin": "https://elsewhere.example"}, False),
    ({"Origin": "null"}, True),
    ({}, True),
]


@pytest.mark.parametrize(("headers", "own"), HEADERS)
def test_where_a_form_came_from(headers: dict[str, str], own: bool) -> None:
    assert is_own_form(RequestFactory().post("/", headers=headers)) is own


def test_reading_is_always_allowed() -> None:
    view = public_form(lambda _request: HttpResponse("form"))
    request: HttpRequest = RequestFactory().get("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert view(request).status_code == 200


@pytest.mark.django_db
@pytest.mark.urls("tests.lscb_site.gallery")
@pytest.mark.parametrize(("site", "status"), [("same-origin", 200), ("cross-site", 403)])
def test_a_form_is_taken_without_a_csrf_cookie(site: str, status: int) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/gallery/", {}, headers={"Sec-Fetch-Site": site})
    assert response.status_code == status
    assert not response.cookies
