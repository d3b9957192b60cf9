"""Every block of every page body: with nothing filled in, with everything, and in the editors' block picker."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail import blocks
from wagtail.models import Page

from lscb_site.blocks.body import BodyBlock
from lscb_site.blocks.notices import NoticeBlock
from lscb_site.models import HomePage, StandardPage
from tests.lscb_site.samples import SHOWN, contact, document, full, image, partner

BODY: BodyBlock = StandardPage._meta.get_field("body").stream_block
NAMES = list(BODY.child_blocks)
OURS = list(SHOWN)

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    return HomePage.objects.get()


def page_with(home: Page, *stored: tuple[str, Any]) -> StandardPage:
    """A live page with these blocks, from (name, stored value) pairs."""
    page = StandardPage(title="A page", slug="a-page", body=[{"type": name, "value": value} for name, value in stored])
    page.body = StandardPage._meta.get_field("body").to_python(page.body)
    home.add_child(instance=page)
    return page


def shown(client: Client, page: Page) -> str:
    answer = client.get(page.get_url())
    assert answer.status_code == 200
    return answer.text[answer.text.index("<main") : answer.text.index("</main>")]


def empty(block: blocks.Block) -> Any:
    """What is stored when an editor adds a block and fills in nothing, as a draft may be."""
    return block.get_prep_value(block.get_default())


def test_ours_are_all_covered() -> None:
    assert set(OURS) == set(BodyBlock.base_blocks)


@pytest.mark.parametrize("name", NAMES)
def test_a_block_with_nothing_filled_in_is_shown_without_a_word_of_python(
    client: Client, home: Page, name: str
) -> None:
    text = shown(client, page_with(home, (name, empty(BODY.child_blocks[name]))))
    assert "None" not in text
    assert "<li></li>" not in text


@pytest.mark.parametrize("name", OURS)
def test_a_block_with_everything_filled_in_shows_it_all(client: Client, home: Page, name: str) -> None:
    text = shown(client, page_with(home, (name, full(home)[name])))
    for expected in SHOWN[name]:
        assert expected in text, expected


@pytest.mark.parametrize("name", NAMES)
def test_each_block_tells_editors_what_it_is_and_shows_them(admin_client: Client, name: str) -> None:
    block = BODY.child_blocks[name]
    assert block.get_description()
    assert block.meta.icon != "placeholder"
    assert block.meta.group
    assert block.is_previewable
    answer = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert answer.status_code == 200
    assert "site.css" in answer.text
    assert "None" not in answer.text[answer.text.index("<main") :]


@pytest.mark.parametrize(
    ("vanishes", "now", "there"),
    [
        (False, datetime(2026, 3, 2, 12, tzinfo=UTC), True),
        (True, datetime(2026, 2, 28, 23, 59, 59, tzinfo=UTC), True),
        (True, datetime(2026, 3, 1, 0, 0, 0, tzinfo=UTC), False),
        (True, datetime(2027, 1, 1, tzinfo=UTC), False),
    ],
)
def test_a_notice_goes_only_if_the_editor_chose_so(*, vanishes: bool, now: datetime, there: bool) -> None:
    block = NoticeBlock()
    value = block.to_python({"kind": "new", "remind_on": "2026-03-01", "vanishes": vanishes, "text": "<p>Look</p>"})
    assert ("Look" in block.render(value, context={"now": now})) == there


def test_a_notice_goes_at_midnight_in_london_in_summer_too() -> None:
    block = NoticeBlock()
    value = block.to_python({"kind": "new", "remind_on": "2026-07-01", "vanishes": True, "text": "<p>Look</p>"})
    assert value.shown_at(datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC))
    assert not value.shown_at(datetime(2026, 6, 30, 23, 0, tzinfo=UTC))


def test_what_was_deleted_leaves_no_hole(client: Client, home: Page) -> None:
    gone = {"documents": [{"document": 99999, "title": "Gone"}], "heading": "To read"}
    text = shown(
        client, page_with(home, ("contact", 99999), ("documents", gone), ("links", {"links": [{"page": 99999}]}))
    )
    assert "Gone" not in text
    assert "To read" not in text


def test_only_one_concern_panel_on_a_page(client: Client, home: Page) -> None:
    with_block = client.get(page_with(home, ("concern_panel", None)).get_url()).text
    without = client.get(home.add_child(instance=StandardPage(title="Other", slug="other")).get_url()).text
    assert with_block.count('id="worried"') == without.count('id="worried"') == 1


def three_of(name: str, home: Page, number: int) -> Any:
    """A block's value with so many things in it that come from the database."""
    rows = range(number)
    if name == "documents":
        return {"documents": [{"document": document(f"Paper {row}").pk} for row in rows]}
    if name == "links":
        return {"links": [{"title": f"Link {row}", "page": home.pk} for row in rows]}
    if name == "partners":
        for row in rows:
            partner(f"Partner {row}")
        return {"descriptions": True}
    for row in rows:
        contact(f"Officer {row}", urgent=True)
    return {"heading": "Officers"}


def queries(client: Client, page: Page) -> int:
    client.get(page.get_url())  # sizes of images are made when they are first shown
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(page.get_url()).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["documents", "links", "partners", "contacts_by_role"])
def test_more_rows_take_no_more_queries(client: Client, home: Page, name: str) -> None:
    page = page_with(home, (name, three_of(name, home, 1)))
    one = queries(client, page)
    Page.objects.get(pk=page.pk).delete()
    home.refresh_from_db()
    from lscb_site.models import Contact, Partner

    Contact.objects.all().delete()
    Partner.objects.all().delete()
    three = queries(client, page_with(home, (name, three_of(name, home, 3))))
    assert three == one


def test_three_images_take_no_more_queries_than_one(client: Client, home: Page) -> None:
    def picture() -> tuple[str, Any]:
        return "image", {"image": {"image": image().pk, "decorative": True}, "caption": ""}

    page = page_with(home, picture())
    one = queries(client, page)
    Page.objects.get(pk=page.pk).delete()
    home.refresh_from_db()
    assert queries(client, page_with(home, picture(), picture(), picture())) == one
