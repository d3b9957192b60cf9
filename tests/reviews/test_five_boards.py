"""Everything the five model boards show can be entered by an editor and is shown to a reader (DESIGN.md, section 8).

Left to other tests: the rating of a page, the secure area and the list of topics.
"""

import html
from collections.abc import Iterator
from datetime import UTC, datetime
from types import ModuleType

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Page

from tests.lscb_site.people import logged_in
from tests.publications.clock import at
from tests.reviews.boards import bath, croydon, herefordshire, north_somerset, northamptonshire
from tests.reviews.forms import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BOARDS = (north_somerset, croydon, bath, northamptonshire, herefordshire)


@pytest.fixture(autouse=True)
def _today(db: None) -> Iterator[None]:
    today = datetime(2026, 7, 3, 9, tzinfo=UTC)
    with time_machine.travel(today, tick=False), at(today):
        yield


@pytest.fixture
def desk() -> Desk:
    return Desk(client=logged_in("Editors"), home=Page.objects.get(depth=2))


def read(client: Client, address: str) -> str:
    """The page as a visitor who is not logged in gets it."""
    answer = client.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.text)


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.__name__.rsplit(".", 1)[-1])
def test_an_editor_builds_what_the_board_shows(client: Client, desk: Desk, board: ModuleType) -> None:
    shown = read(client, board.build(desk).get_url())
    missing = {thing: [words for words in pieces if words not in shown] for thing, pieces in board.SHOWN.items()}
    assert {thing: words for thing, words in missing.items() if words} == {}


def test_the_address_under_the_old_term_leads_to_the_new_one(
    client: Client, desk: Desk, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page = herefordshire.under_the_new_term(desk, herefordshire.under_the_old_term(desk))
    assert page.get_url() != herefordshire.OLD_ADDRESS
    answer = client.get(herefordshire.OLD_ADDRESS)
    assert (answer.status_code, answer["Location"]) == (301, page.get_url())


def test_the_notice_of_the_second_kind_goes_after_its_day(client: Client, desk: Desk) -> None:
    address = herefordshire.second_kind(desk, herefordshire.under_the_old_term(desk)).get_url()
    notice, more, document = herefordshire.ON_THE_SECOND_KIND
    before = read(client, address)
    assert notice in before
    assert more in before
    assert document in before
    with time_machine.travel(datetime(2026, 7, 31, 23, tzinfo=UTC), tick=False):  # midnight in London
        after = read(client, address)
    assert notice not in after
    assert document in after
