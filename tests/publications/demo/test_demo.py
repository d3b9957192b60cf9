"""The demo: every state, page type and block, all of them open, and no change the second time.

It is made once, in one test, since making it takes seconds.
"""

import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from wagtail.models import Page, get_page_models

from lscb_site.accounts import create_accounts
from lscb_site.blocks.body import BodyBlock
from lscb_site.members.area import AREA
from lscb_site.models import BasePage, Contact, PageRating
from lscb_site.models.ratings import Answer
from publications import clock
from publications.demo.known import KNOWN
from publications.listing import State, local_day
from publications.models import DownloadCount, FileVersion, ImportBatch, Publication, RecordEntry, Review
from publications.models.record import Event
from publications.terms import DocumentKind, Medium, ReviewType
from tests.publications import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DRAMA = ("01632 960", "999")


def demo() -> str:
    """Make it; what was said."""
    said = StringIO()
    call_command("demo", stdout=said)
    return said.getvalue()


def rows() -> dict[str, int]:
    """The number of rows of every table."""
    return {model._meta.db_table: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


def test_the_demo(client: Client) -> None:
    create_accounts()
    assert "The demo is ready." in demo()
    shows_every_state_kind_and_type()
    was_made_by_two_people()
    shows_every_page_type_and_block()
    every_page_opens(client)
    members_have_an_area_of_their_own()
    readers_left_something()
    before = rows()
    assert demo() == "The demo is here already. Nothing was changed.\n"
    assert rows() == before


def shows_every_state_kind_and_type() -> None:
    now = clock.now()
    publications = list(Publication.objects.with_facts())
    states = Counter(publication.state_at(now) for publication in publications)
    assert set(states) == set(State)
    assert Review.objects.count() >= 30
    assert {publication.kind for publication in publications} == set(DocumentKind) - {DocumentKind.OTHER}
    assert set(ReviewType) - set(Review.objects.values_list("review_type", flat=True)) == {ReviewType.OTHER}
    own = {(p.review.label, p.kind): p for p in publications if p.review.is_own}
    [page] = Publication.objects.with_facts().filter(medium=Medium.WEB)
    assert page.other_form
    assert page.is_public_at(now)
    assert page.other_form.is_public_at(now)
    for known in KNOWN:
        assert own[known.review, known.kind].is_public_at(now) is known.is_listed, known.words
    for version in FileVersion.objects.all():
        with version.open() as stored:
            assert stored.read(5) == (b'{"blo' if version.publication.is_web else b"%PDF-")
    shared = FileVersion.objects.filter(publication__title="Shared learning from three reviews")
    assert (shared.count(), shared.values("sha256").distinct().count()) == (3, 1)


def was_made_by_two_people() -> None:
    approved, waiting = ImportBatch.objects.order_by("pk")
    assert (approved.is_waiting, waiting.is_waiting) == (False, True)
    uploader, approver = approved.by, approved.approved_by
    assert (uploader.username, approver.username) == ("editor", "approver")
    assert set(RecordEntry.objects.filter(event=Event.SIGN_OFF).values_list("by_id", flat=True)) == {approver.pk}


def shows_every_page_type_and_block() -> None:
    types = {type(page) for page in Page.objects.live().specific()}
    assert {model for model in get_page_models() if issubclass(model, BasePage)} <= types
    assert set(BodyBlock().child_blocks) <= set(blocks_used())
    for contact in Contact.objects.all():
        for phone in contact.phone_numbers.all():
            assert phone.number.startswith(DRAMA)


def blocks_used() -> Iterator[str]:
    """The names of the blocks in the bodies and sections of all live pages."""
    for page in Page.objects.live().specific():
        for field in page._meta.get_fields():
            if hasattr(field, "stream_block"):
                yield from (block.block_type for block in getattr(page, field.name))


def every_page_opens(client: Client) -> None:
    """To a visitor: pages, the lists, and the record of each review that is known."""
    addresses = [page.url for page in Page.objects.live().public().exclude(depth=1)]
    assert len(addresses) > 20
    for address in [*addresses, "/publications/", "/topics/", "/search/?q=sleep"]:
        assert client.get(address).status_code == 200, address
    page = Publication.objects.get(medium=Medium.WEB)
    text = client.get(page.get_absolute_url()).text
    assert all(part in text for part in ("On this page", "<table", "<figure", "Footnotes", f"{page.slug}.pdf"))
    known = set(Review.objects.known_at(clock.now()))
    for review in Review.objects.all():
        assert client.get(review.get_absolute_url()).status_code == (200 if review in known else 404), review
    unknown = {review.label for review in set(Review.objects.all()) - known}
    assert unknown == {"Child Ivy", "Child Tansy", "Child Thistle", "Child Juniper"}


def members_have_an_area_of_their_own() -> None:
    """Closed to visitors, who see where one signs in; open to the editor, with its page and file."""
    reader = Client()
    assert f'href="{AREA}"' in reader.get("/").text
    area = [page.url for page in Page.objects.live().exclude(depth=1) if page.url.startswith(AREA)]
    assert len(area) == 2
    assert {reader.get(address).status_code for address in area} == {302}
    editor = get_user_model().objects.get(username="editor")
    editor.set_password("one for this test")
    editor.save()
    browser = Client()
    browser.post("/members/sign-in/", {"username": "editor", "password": "one for this test"})
    shown = [browser.get(address).text for address in area]
    assert "Spring meeting" in shown[0]
    address = re.findall(r'href="(/members/documents/[^"]+)"', shown[1])[0]
    assert b"".join(browser.get(address).streaming_content)[:5] == b"%PDF-"
    assert reader.get(address).status_code == 302


def readers_left_something() -> None:
    """Downloads on many days, none before a file was there; answers of every kind, about pages that open."""
    today = local_day(clock.now())
    counted = list(DownloadCount.objects.select_related("version"))
    assert len({count.day for count in counted}) > 20
    for publication in Publication.objects.with_facts():
        days = [count.day for count in counted if count.version.publication_id == publication.pk]
        first = publication.first_public.first_day() if publication.first_public else today
        assert not days or first <= min(days) <= max(days) <= today, publication
    ratings = list(PageRating.objects.all())
    assert {rating.answer for rating in ratings} == set(Answer)
    assert max(rating.day for rating in ratings) <= today
    assert {Client().get(rating.path).status_code for rating in ratings} == {200}


def test_the_demo_stays_out_of_a_site_that_has_reviews() -> None:
    make.publication()
    before = rows()
    with pytest.raises(CommandError, match="the demo goes only into a new site"):
        demo()
    assert rows() == before


def test_without_accounts_the_demo_makes_two_that_nobody_can_sign_in_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publications.demo.ledger.CASES", [])
    monkeypatch.setattr("publications.demo.ledger.DemoLedger.imported", lambda *_args: make.publication())
    monkeypatch.setattr("publications.demo.ledger.importing.approve", lambda *_args, **_named: None)
    monkeypatch.setattr("publications.demo.ledger.importing.files_of", lambda _batch: [])
    monkeypatch.setattr("publications.management.commands.demo.make_site", lambda **_named: None)
    demo()
    made = get_user_model().objects.filter(username__startswith="demo-").order_by("username")
    assert [user.username for user in made] == ["demo-approver", "demo-editor"]
    assert not any(user.has_usable_password() for user in made)
    names = [account.name for account in create_accounts()]
    assert {"editor", "approver"} <= set(names)
