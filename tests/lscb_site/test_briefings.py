"""Briefings: boxes that editors arrange, and the page that lists them all by topic."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText

from lscb_site.blocks.briefings import SEVEN
from lscb_site.models import BriefingPage, BriefingsPage, HomePage, Topic
from tests.reviews.forms import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def home() -> HomePage:
    return HomePage.objects.get()


def box(heading: str, text: str = "<p>Text</p>") -> tuple[str, dict[str, Any]]:
    return "box", {"heading": heading, "text": RichText(text)}


def briefing(title: str, *topics: Topic, live: bool = True, **fields: Any) -> BriefingPage:
    page = BriefingPage(title=title, **{"boxes": [], **fields})
    HomePage.objects.get().add_child(instance=page)
    page.topics.set(topics)
    revision = page.save_revision()
    if live:
        revision.publish()
    else:
        page.unpublish()
    return page


@pytest.fixture
def listing(home: HomePage) -> BriefingsPage:
    page = BriefingsPage(title="Briefings")
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def listed(client: Client, listing: BriefingsPage) -> list[tuple[str, list[str]]]:
    groups = client.get(listing.url).context_data["groups"]
    return [(group.heading, [each.title for each in group.briefings]) for group in groups]


def test_a_new_briefing_has_seven_boxes_of_which_readers_see_none(client: Client, home: HomePage) -> None:
    page = BriefingPage(title="New")
    assert [box.value["heading"] for box in page.boxes] == list(SEVEN)
    home.add_child(instance=page)
    page.save_revision().publish()
    text = client.get(page.url).text
    assert not [heading for heading in SEVEN if heading in text]
    assert "app-box" not in text


def test_boxes_with_text_are_numbered_in_their_order(client: Client) -> None:
    boxes = [box("Was nun?"), box("Empty", "<p> </p>"), box("And then", "<ul><li>Ask <b>her</b></li></ul>")]
    text = client.get(briefing("Boxes", boxes=boxes).url).text
    assert 'id="box-1"><span class="app-box__number">1</span> Was nun?</h2>' in text
    assert '<span class="app-box__number">2</span> And then</h2>' in text
    assert "Ask <b>her</b>" in text
    assert "Empty" not in text


def test_an_editor_renames_reorders_adds_and_removes_boxes(admin_client: Client, home: HomePage) -> None:
    desk = Desk(admin_client, home)
    given = {"title": "Seven minutes", "slug": "seven-minutes"}
    first = [("box", {"heading": "Background", "text": "<p>Long ago.</p>"}), ("box", {"heading": "What to do"})]
    page = desk.publish(BriefingPage, boxes=first, **given)
    changed = [("box", {"heading": "What we do now", "text": "<p>Ring.</p>"}), first[0], ("box", {"heading": "New"})]
    page = desk.revise(page, boxes=changed, **given)
    assert [each.value["heading"] for each in page.boxes] == ["What we do now", "Background", "New"]
    text = Client().get(page.url).text
    assert text.index("What we do now") < text.index("Background")
    assert "New" not in text.split("<main")[1].split("</main")[0]


def test_by_topic_and_those_without_one_last(client: Client, listing: BriefingsPage) -> None:
    neglect, abuse = Topic.objects.create(name="Neglect"), Topic.objects.create(name="Abuse")
    Topic.objects.create(name="Unused")
    briefing("zebra", neglect)
    briefing("Both", abuse, neglect)
    briefing("None of them")
    assert listed(client, listing) == [
        ("Abuse", ["Both"]), ("Neglect", ["Both", "zebra"]), ("Other briefings", ["None of them"]),
    ]  # fmt: skip


def test_drafts_and_private_ones_are_not_listed(client: Client, listing: BriefingsPage) -> None:
    topic = Topic.objects.create(name="Neglect")
    briefing("Draft", topic, live=False)
    private = briefing("Private", topic)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert listed(client, listing) == []
    assert "There are no briefings yet." in client.get(listing.url).text


@pytest.mark.parametrize("count", [1, 3])
def test_queries(client: Client, listing: BriefingsPage, django_assert_num_queries, count: int) -> None:
    topics = [Topic.objects.create(name=f"Topic {number}") for number in range(count)]
    for number in range(count):
        briefing(f"Briefing {number}", *topics)
    client.get(listing.url)
    with django_assert_num_queries(17):
        client.get(listing.url)
