"""The page types on reviews: empty and full, under what they may stand, how many queries they take."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from lscb_site.models import Contact, HomePage, StandardPage
from reviews.models import (
    CriteriaPage,
    PrinciplesPage,
    ProcessPage,
    PurposePage,
    ReviewSectionPage,
    ReviewsIndexPage,
    StatutoryGuidance,
)
from tests.reviews.samples import SHOWN, full

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

OWN_SECTION = {
    ReviewsIndexPage: None,
    CriteriaPage: "criteria",
    PurposePage: "purposes",
    PrinciplesPage: "principles",
    ProcessPage: "process",
}
PAGE_TYPES = list(OWN_SECTION)


@pytest.fixture
def home() -> Page:
    return Page.objects.get(depth=2)


def everything(model: type[ReviewSectionPage], items: int = 1) -> dict[str, Any]:
    """All fields of a page type, each list with so many entries."""
    edition = StatutoryGuidance.objects.get(year=2015)
    contacts = [Contact.objects.get_or_create(role=f"Officer {number}")[0] for number in range(items)]
    blocks = full(edition.pk)
    fields = {
        "title": "Invented page",
        "introduction": "What this page is about.",
        "body": [(name, value) for name, value in blocks.items()] * items,
        "statutory_basis": [("basis", {"guidance": edition.pk, "applies_to": "Purpose"})] * items,
        "related_links": [("link", {"title": "Local plan", "address": "https://plan.example/", "scope": "local"})]
        * items,
        "related_contacts": [("contact", contact.pk) for contact in contacts],
        "review_by": "2027-01-31",
    }
    if section := OWN_SECTION[model]:
        fields[section] = [(section, blocks[section])] * items
    if model is ProcessPage:
        fields["notices"] = [("notice", {"title": "We are rewriting this", "text": "<p>Ask us.</p>"})] * items
    return fields


def made(model: type[ReviewSectionPage], parent: Page, **fields: Any) -> ReviewSectionPage:
    """A live page with these fields; streams from (block, value) pairs."""
    page = model(**{"title": "Invented page", "slug": "invented"} | fields)
    for name, value in fields.items():
        if isinstance(value, list):
            raw = [{"type": block, "value": content} for block, content in value]
            setattr(page, name, model._meta.get_field(name).to_python(raw))
    parent.add_child(instance=page)
    return page


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_a_page_with_nothing_but_a_title_is_shown(client: Client, home: Page, model: type[ReviewSectionPage]) -> None:
    answer = client.get(made(model, home).get_url())
    assert answer.status_code == 200
    assert "<h1" in answer.text
    for heading in ("Guidance and law", "Related links", "Whom to ask", "None"):
        assert heading not in answer.text


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_a_full_page_shows_everything(client: Client, home: Page, model: type[ReviewSectionPage]) -> None:
    page = made(model, home, **everything(model))
    child = made(CriteriaPage, page, title="Child page", slug="child", introduction="About the child page.")
    shown = client.get(page.get_url()).text
    expected = [piece for pieces in SHOWN.values() for piece in pieces]
    expected += [
        "What this page is about.",
        "Guidance and law behind this page",
        "(Purpose)",
        "Local plan",
        "Officer 0",
    ]
    expected += [child.title, child.introduction]
    assert [piece for piece in expected if piece not in shown] == []
    assert "31 January 2027" not in shown


# Queries that a full page takes beyond an empty one of its type: one for the children, one for contacts and one for
# their numbers, and one for every place of a block in which an edition may be named, however many entries there are.
QUERIES = {ReviewsIndexPage: 12, CriteriaPage: 14, PurposePage: 13, PrinciplesPage: 14, ProcessPage: 13}


def queries(client: Client, page: ReviewSectionPage) -> int:
    """How many queries the page takes, once caches are warm."""
    client.get(page.get_url())
    with CaptureQueriesContext(connection) as captured:
        client.get(page.get_url())
    return len(captured)


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_the_number_of_queries_does_not_grow(client: Client, home: Page, model: type[ReviewSectionPage]) -> None:
    empty = queries(client, made(model, home, slug="empty"))
    for items in (1, 3):
        page = made(model, home, **everything(model, items) | {"slug": f"with-{items}"})
        for number in range(items):
            made(CriteriaPage, page, slug=f"child-{number}")
        assert queries(client, page) - empty == QUERIES[model], f"with {items} of everything"


@pytest.mark.parametrize("model", PAGE_TYPES[1:])
def test_the_pages_stand_in_the_section_or_in_a_guide(model: type[ReviewSectionPage]) -> None:
    assert set(model.allowed_parent_page_models()) == {ReviewsIndexPage, StandardPage}
    assert model.allowed_subpage_models() == []


def test_the_section_stands_below_the_home_page_or_in_a_guide() -> None:
    assert set(ReviewsIndexPage.allowed_parent_page_models()) == {HomePage, StandardPage}
    assert set(PAGE_TYPES[1:]) < set(ReviewsIndexPage.allowed_subpage_models())
