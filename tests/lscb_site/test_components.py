"""From our objects to the parameters of the component macros."""

import pytest
from django.core.paginator import Paginator
from django.test import Client

from lscb_site.components import as_crumbs, as_error_list, as_field, as_pages, telephone_link
from tests.lscb_site.gallery import EnquiryForm


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("01632 960999", "tel:01632960999"),
        ("+44 (0)1632 960999", "tel:+441632960999"),
        ("01632 960 999 (option 2)", "tel:01632960999"),
    ],
)
def test_telephone_link(written: str, dialled: str) -> None:
    assert telephone_link(written) == dialled


def test_the_page_itself_is_no_link() -> None:
    assert as_crumbs([{"text": "Home", "url": "/"}, {"text": "Here"}]) == [
        {"text": "Home", "href": "/"},
        {"text": "Here", "attributes": {"aria-current": "page"}},
    ]


def test_pages_keep_the_other_parameters() -> None:
    pages = as_pages(Paginator(range(30), 10).page(2), "q=child+g")
    assert pages["previous"] == {"href": "?q=child+g&page=1"}
    assert pages["next"] == {"href": "?q=child+g&page=3"}
    assert [item["current"] for item in pages["items"]] == [False, True, False]


def test_every_error_leads_to_its_field() -> None:
    errors = as_error_list(EnquiryForm({}))
    assert {"text": "Enter your name", "href": "#id_name"} in errors
    assert [error["href"] for error in errors] == ["#id_name", "#id_message", "#id_reply", "#id_agreed"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("name", "text"), ("message", "textarea"), ("kind", "select"), ("reply", "radios"), ("agreed", "checkboxes"),
        ("about", "checkboxes"),
    ],
)  # fmt: skip
def test_the_component_of_a_field(name: str, kind: str) -> None:
    assert as_field(EnquiryForm()[name])["kind"] == kind


@pytest.mark.django_db
@pytest.mark.urls("tests.lscb_site.gallery")
def test_every_component_is_drawn_empty_and_filled(client: Client) -> None:
    assert client.get("/gallery/").status_code == 200
    sent = client.post("/gallery/", {"name": "<b>", "about": ["a"]}, headers={"Sec-Fetch-Site": "same-origin"})
    page = sent.content.decode()
    assert "There is a problem" in page
    assert 'href="#id_message"' in page
    assert 'value="&lt;b&gt;"' in page
    assert "style=" not in page
    assert "onclick" not in page
