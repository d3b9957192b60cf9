"""Words of which it is known where they stand: found there, and nowhere a second after the file goes dark."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client

from publications import actions, clock, page_texts
from publications.demo.known import KNOWN, Known
from publications.models import FileVersion, Publication
from tests import databases
from tests.databases import own_database
from tests.publications import factories as make
from tests.publications.clock import set_clock

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(demo_database, django_db_blocker) -> Iterator[None]:
    """The demo, with the text read of every file that has known words, as the application's role."""
    with django_db_blocker.unblock(), own_database(demo_database):
        for version in {version for known in KNOWN for version in versions(known)}:
            assert page_texts.read(version).problem == ""
        yield
        databases.connection.close()


def publication(known: Known) -> Publication:
    return Publication.objects.with_facts().filter(review__label=known.review, kind=known.kind).order_by("pk")[0]


def versions(known: Known) -> list[FileVersion]:
    return list(publication(known).versions.all())


def found(words: str) -> list[str]:
    """Where the pages lead that a stranger finds by these words."""
    text = Client().get("/search/", {"q": words}).content.decode()
    return re.findall(r'app-pages__link" href="([^"]+)"', text)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.words)
@pytest.mark.parametrize("sign", ["", '"'])
def test_known_words_are_found_on_their_page(demo: None, known: Known, sign: str) -> None:
    here = publication(known)
    expected = [f"{here.get_absolute_url()}#page={known.page}"] if known.is_listed else []
    assert found(f"{sign}{known.words}{sign}") == expected


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.words)
def test_r6_a_second_after_it_goes_dark_they_are_not_found(demo: None, known: Known) -> None:
    with transaction.atomic():
        here, now = publication(known), clock.now()
        if known.is_listed:
            set_clock(now)
            actions.suspend(here, category="court_order", reason="x", by=make.editor())
            set_clock(now + timedelta(seconds=1))
        text = Client().get("/search/", {"q": known.words}).content.decode()
        assert found(known.words) == []
        assert known.review not in text.split("<main")[1].split("</main>")[0]
        transaction.set_rollback(True)  # the next test has the demo as it was
