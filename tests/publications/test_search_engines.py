"""Keeping files out of search engines: by a review's choice or the board's default, on every answer with a file."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lscb_site.models import BoardSettings
from publications.listing import State
from publications.models import RecordEntry, Review
from publications.models.record import Event
from publications.models.review import SearchEngines
from tests.publications import factories
from tests.publications.admin.screens import Desk
from tests.publications.states import in_state

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ASKS: dict[str, dict[str, Any]] = {
    "GET": {},
    "HEAD": {},
    "a part": {"headers": {"Range": "bytes=0-4"}},
    "the last bytes": {"headers": {"Range": "bytes=-4"}},
    "no such part": {"headers": {"Range": "bytes=99999-"}},
}


def told(client: Client, address: str) -> set[str]:
    """What every kind of answer tells search engines."""
    said = set()
    for name, asked in ASKS.items():
        answer = (client.head if name == "HEAD" else client.get)(address, **asked)
        assert answer.status_code == {"a part": 206, "the last bytes": 206, "no such part": 416}.get(name, 200)
        if answer.streaming:
            b"".join(answer.streaming_content)
        said.add(answer.headers["X-Robots-Tag"])
    return said


@pytest.mark.parametrize(
    ("choice", "by_default", "header"),
    [
        (SearchEngines.BOARD, False, "noarchive"),
        (SearchEngines.BOARD, True, "noindex, noarchive"),
        (SearchEngines.OPEN, True, "noarchive"),
        (SearchEngines.KEEP_OUT, False, "noindex, noarchive"),
        (SearchEngines.KEEP_OUT, True, "noindex, noarchive"),
    ],
)
def test_what_is_told(client: Client, choice: str, by_default: bool, header: str) -> None:
    address = in_state(State.PROTECTED).get_absolute_url()
    Review.objects.update(search_engines=choice)
    BoardSettings.objects.update_or_create(defaults={"keep_files_from_search": by_default})
    assert told(client, address) == {header}


def test_before_anybody_saved_settings_files_may_be_listed(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    BoardSettings.objects.all().delete()
    assert told(client, publication.get_absolute_url()) == {"noarchive"}


def test_an_editor_changes_it_after_release_and_it_is_in_the_record(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    desk = Desk(factories.in_group("Edith", "Editors"))
    before = RecordEntry.objects.count()
    desk.fill_in(reverse("reviews_admin:edit", args=[publication.review_id]), search_engines="keep_out")
    assert told(client, publication.get_absolute_url()) == {"noindex, noarchive"}
    entry = RecordEntry.objects.get(event=Event.SEARCH_ENGINES)
    assert RecordEntry.objects.count() == before + 1
    assert (entry.by_id, entry.review_id, entry.data) == (
        desk.person.pk,
        publication.review_id,
        {"search_engines": "keep_out"},
    )
    for screen, pk in (("reviews_admin", publication.review_id), ("publications_admin", publication.pk)):
        assert "Search engines are asked to leave the files out" in desk.open(f"{screen}:inspect", pk)


def test_saving_other_details_records_nothing() -> None:
    publication = in_state(State.PROTECTED)
    desk = Desk(factories.in_group("Edith", "Editors"))
    desk.fill_in(reverse("reviews_admin:edit", args=[publication.review_id]), summary="Another.")
    assert Review.objects.get().summary == "Another."
    assert not RecordEntry.objects.filter(event=Event.SEARCH_ENGINES).exists()
