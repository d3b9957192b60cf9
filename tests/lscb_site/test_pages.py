"""The page types that are not about reviews: empty and full, guides, refused addresses, how many queries."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from lscb_site.models import (
    BasePage,
    BriefingPage,
    BriefingsPage,
    Contact,
    ContactPage,
    HomePage,
    Partner,
    PartnersPage,
    StandardPage,
    Topic,
)
from tests.lscb_site.samples import contact, document, partner

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGE_TYPES: list[type[BasePage]] = [StandardPage, BriefingPage, BriefingsPage, ContactPage, PartnersPage]


@pytest.fixture
def home() -> HomePage:
    return HomePage.objects.get()


def add(parent: Page, model: type[BasePage], title: str = "A page", **fields: Any) -> Any:
    page = model(title=title, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    parent.refresh_from_db()
    return page


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_a_page_with_nothing_but_a_title(client: Client, home: HomePage, model: type[BasePage]) -> None:
    answer = client.get(add(home, model).url)
    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert "None" not in answer.text
    assert "Last updated" in answer.text


def test_a_home_page_with_nothing_on_a_board_without_a_name(client: Client, home: HomePage) -> None:
    home.introduction, home.body = "", []
    home.save()
    answer = client.get("/")
    assert "Safeguarding Children Partnership" in answer.text
    assert "None" not in answer.text


def test_a_home_page_with_everything(client: Client, home: HomePage) -> None:
    home.introduction = "We keep children safe.\r\n\r\nWe learn."
    home.save()
    contact("Duty team", urgent=True)
    partner()
    text = client.get("/").text
    assert text.count("app-lead") == 2
    for expected in ("We keep children safe.", "Duty team", "Anyshire Council", "999"):
        assert expected in text


def test_a_briefing_as_a_file_and_as_text(client: Client, home: HomePage) -> None:
    topic = Topic.objects.create(name="Neglect")
    page = add(home, BriefingPage, summary="Seven minutes on neglect.", document=document("Seven minutes"))
    page.topics.add(topic)
    page.save_revision().publish()
    text = client.get(page.url).text
    for expected in (
        "Seven minutes on neglect.",
        page.document.url,
        f"(PDF, {page.document.file_size}",
        'href="/topics/neglect/"',
    ):
        assert expected in text


def test_contacts_by_who_is_meant_to_call(client: Client, home: HomePage) -> None:
    contact("Nurse", audience="professional")
    contact("Duty team", audience="public")
    text = client.get(add(home, ContactPage, introduction="Call us.").url).text
    assert text.index("Families and the public") < text.index("Duty team") < text.index("People who work with children")
    assert "Our own officers" not in text


def test_partners_that_are_shown(client: Client, home: HomePage) -> None:
    partner("Anyshire Council")
    partner("Former Trust", active=False)
    text = client.get(add(home, PartnersPage).url).text
    assert "Anyshire Council" in text
    assert "Former Trust" not in text


def test_pages_below_a_page_are_listed_if_they_are_in_menus(client: Client, home: HomePage) -> None:
    page = add(home, StandardPage, "About us")
    add(page, StandardPage, "Our plan", show_in_menus=True, search_description="What we do this year.")
    add(page, StandardPage, "Hidden")
    text = client.get(page.url).text
    assert "Our plan" in text
    assert "What we do this year." in text
    assert "Hidden" not in text


class TestGuide:
    """A page whose child pages are its numbered sections."""

    @pytest.fixture
    def guide(self, home: HomePage) -> Any:
        page = add(home, StandardPage, "How reviews work", is_guide=True)
        for title in ("When", "Who", "What next"):
            add(page, BriefingPage if title == "Who" else StandardPage, title)
        return page

    def seen(self, client: Client, page: Page) -> Any:
        guide = client.get(page.url).context_data["guide"]
        return (
            [(part.number, part.title) for part in guide.sections],
            guide.previous and guide.previous.title,
            guide.next and guide.next.title,
        )

    def test_every_section_knows_its_place(self, client: Client, guide: Any) -> None:
        numbered = [(1, "When"), (2, "Who"), (3, "What next")]
        when, who, what_next = guide.get_children().specific()
        assert self.seen(client, guide) == (numbered, None, "When")
        assert self.seen(client, when) == (numbered, "How reviews work", "Who")
        assert self.seen(client, who) == (numbered, "When", "What next")
        assert self.seen(client, what_next) == (numbered, "Who", None)
        assert "How reviews work (section 2 of 3)" in client.get(who.url).text

    def test_the_order_is_that_of_the_page_tree(self, client: Client, guide: Any) -> None:
        when, _who, what_next = guide.get_children()
        what_next.move(when, pos="left")
        assert self.seen(client, guide)[0] == [(1, "What next"), (2, "When"), (3, "Who")]

    def test_a_section_that_is_not_live_is_not_counted(self, client: Client, guide: Any) -> None:
        guide.get_children().get(title="Who").unpublish()
        assert self.seen(client, guide)[0] == [(1, "When"), (2, "What next")]

    def test_a_page_that_is_no_guide_has_no_sections(self, client: Client, guide: Any) -> None:
        guide.is_guide = False
        guide.save_revision().publish()
        assert "Sections of this guide" not in client.get(guide.url).text
        assert "(section 1 of" not in client.get(guide.get_children().first().url).text

    def test_more_sections_take_no_more_queries(self, client: Client, guide: Any) -> None:
        client.get(guide.url)
        with CaptureQueriesContext(connection) as three:
            client.get(guide.url)
        for page in guide.get_children().filter(title__in=["Who", "What next"]):
            page.delete()
        guide.refresh_from_db()
        with CaptureQueriesContext(connection) as one:
            client.get(guide.url)
        assert len(one) == len(three)


@pytest.mark.parametrize("slug", ["publications", "search", "topics", "admin", "documents"])
def test_an_address_of_our_own_is_refused_at_the_top_only(home: HomePage, slug: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        home.add_child(instance=StandardPage(title="A page", slug=slug))
    assert f"/{slug}/ is the address of a part of this site." in refusal.value.messages[0]
    home.refresh_from_db()
    parent = add(home, StandardPage)
    assert add(parent, StandardPage, slug=slug).url == f"/a-page/{slug}/"


@pytest.mark.parametrize(
    ("address", "model", "row"), [("/contact-us/", Contact, contact), ("/our-partners/", Partner, partner)]
)
def test_a_page_takes_as_many_queries_for_three_rows_as_for_one(
    client: Client, address: str, model: Any, row: Any
) -> None:
    counts = []
    for number in (1, 3):
        model.objects.all().delete()
        for each in range(number):
            row(f"Number {each}")
        client.get(address)  # sizes of logos are made when they are first shown
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]
