"""Downloads: what counts as one, that nothing is kept of whom, and that no download waits for it or fails by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Thread
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client

from publications.listing import State
from publications.models import DownloadCount, Publication
from tests import databases
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.states import in_state

pytestmark = pytest.mark.slow

CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"
)
PEOPLE = [
    CHROME,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile",
]
PROGRAMS = [
    "",
    "curl/8.14",
    "Wget/1.25",
    "python-requests/2.32",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
    "Mozilla/5.0 (compatible; archive.org_bot)",
    "facebookexternalhit/1.1",
    "Slackbot-LinkExpanding 1.0",
]


def fetch(address: str, *, agent: str = CHROME, method: str = "get", **headers: str) -> Any:
    """One request, read to its end."""
    answer = getattr(Client(headers={"User-Agent": agent}), method)(address, headers=headers)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer


def counted() -> int:
    return sum(DownloadCount.objects.values_list("number", flat=True))


@pytest.fixture
def address(db: None) -> str:
    return in_state(State.PROTECTED).get_absolute_url()


@pytest.mark.parametrize("agent", PEOPLE)
def test_people_are_counted(address: str, agent: str) -> None:
    assert fetch(address, agent=agent).status_code == 200
    assert counted() == 1


@pytest.mark.parametrize("agent", PROGRAMS)
def test_programs_are_not(address: str, agent: str) -> None:
    assert fetch(address, agent=agent).status_code == 200
    assert counted() == 0


@pytest.mark.parametrize(
    ("method", "headers", "status", "number"),
    [
        ("get", {}, 200, 1),
        ("head", {}, 200, 0),
        ("get", {"Range": "bytes=0-"}, 206, 1),
        ("get", {"Range": "bytes=0-9"}, 206, 0),
        ("get", {"Range": "bytes=5-"}, 206, 0),
        ("get", {"Range": "bytes=-5"}, 206, 0),
        ("get", {"Range": "bytes=9999-"}, 416, 0),
        ("get", {"If-None-Match": "*"}, 304, 0),
        ("get", {"Sec-Purpose": "prefetch;prerender"}, 200, 0),
        ("get", {"Purpose": "prefetch"}, 200, 0),
    ],
)
def test_a_file_is_counted_when_it_is_fetched_whole(
    address: str, method: str, headers: dict[str, str], status: int, number: int
) -> None:
    assert fetch(address, method=method, **headers).status_code == status
    assert counted() == number


@pytest.mark.django_db
@pytest.mark.parametrize("state", sorted(set(State) - {State.PROTECTED, State.LISTED}))
def test_what_is_not_served_is_not_counted(state: State) -> None:
    fetch(in_state(state).get_absolute_url())
    assert counted() == 0


def test_days_are_londons_and_versions_are_counted_apart(address: str) -> None:
    publication = Publication.objects.get()
    first = publication.versions.get()
    for instant in ("2026-07-03 23:59", "2026-07-04 00:00", "2026-07-04 12:00"):
        set_clock(instant)
        fetch(address)
    second = make.signed_off(publication)
    from publications import actions

    actions.release(publication, by=make.editor(), correction="A table.")
    fetch(address)
    assert list(DownloadCount.objects.order_by("day", "version").values_list("version", "day", "number")) == [
        (first.pk, date(2026, 7, 3), 1),
        (first.pk, date(2026, 7, 4), 2),
        (second.pk, date(2026, 7, 4), 1),
    ]


def test_a_reader_who_goes_away_in_the_middle_counts_once(address: str) -> None:
    answer = Client(headers={"User-Agent": CHROME}).get(address)
    next(answer._iterator)
    assert counted() == 0, "nobody waits for it"
    answer._iterator.close()
    assert counted() == 1


def test_nothing_is_kept_but_the_number(address: str) -> None:
    fetch(address)
    assert {field.name for field in DownloadCount._meta.get_fields()} == {"id", "version", "day", "number"}


@contextmanager
def read_only() -> Iterator[None]:
    """A database in which nothing can be written, as a standby's."""
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
        try:
            yield
        finally:
            cursor.execute("SET default_transaction_read_only = off")


def test_the_file_comes_when_nothing_can_be_written(application_database: str, caplog: Any) -> None:
    address = in_state(State.PROTECTED).get_absolute_url()
    with read_only():
        assert fetch(address).status_code == 200
        assert fetch(address).status_code == 200
    assert counted() == 0
    assert "was not counted" in caplog.text
    fetch(address)
    assert counted() == 1


def test_the_file_comes_while_somebody_holds_the_table(application_database: str) -> None:
    publication = in_state(State.PROTECTED)
    with psycopg.connect(databases.owner_url(application_database)) as other:
        other.execute("LOCK TABLE publications_downloadcount")
        assert fetch(publication.get_absolute_url()).status_code == 200
    assert counted() == 0


def test_downloads_at_the_same_time_are_all_counted(application_database: str) -> None:
    address = in_state(State.PROTECTED).get_absolute_url()

    def reader() -> None:
        for _ in range(5):
            fetch(address)
        connection.close()

    readers = [Thread(target=reader) for _ in range(4)]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    assert counted() == 20
