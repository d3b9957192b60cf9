"""Release to the second (rule R9): by the database's clock, everywhere at once, with nothing running but the site."""

import http.client
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest

from publications import clock
from publications.models import Publication
from tests.publications import factories as make

pytestmark = pytest.mark.slow

EVERY = 0.05  # seconds
BEFORE, AFTER = 2, 5  # seconds


def ask(site: str, path: str) -> tuple[int, str]:
    """The status and the text that a visitor gets over a connection of his own."""
    visitor = http.client.HTTPConnection(urlsplit(site).netloc, timeout=10)
    try:
        visitor.request("GET", path)
        answer = visitor.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        visitor.close()


def seen(site: str, publication: Publication) -> Iterator[tuple[str, bool]]:
    """Each place, and whether the report is to be seen there."""
    record, file = publication.review.get_absolute_url(), publication.get_absolute_url()
    yield "file", ask(site, file)[0] == 200
    yield "record", ask(site, record)[0] == 200
    for place in ("/publications/", "/search/?q=quokka", "/sitemap.xml"):
        yield place, record in ask(site, place)[1]


def test_nothing_before_the_instant_and_everything_after_it(live_site: str) -> None:
    review = make.review(summary="About a quokka.")
    draft = make.publication(review)
    make.signed_off(draft)
    for place in ("/publications/", "/search/?q=quokka", "/sitemap.xml"):
        ask(live_site, place)  # what is loaded once is loaded
    publication = make.released(draft, at=clock.now() + timedelta(seconds=BEFORE))
    instant = publication.releases.get().at
    first: dict[str, datetime] = {}
    polls = 0
    while len(first) < 5 and clock.now() < instant + timedelta(seconds=AFTER):
        for place, is_there in seen(live_site, publication):
            now = clock.now()
            assert not is_there or now >= instant, f"{place} {instant - now} too early"
            if is_there:
                first.setdefault(place, now)
        polls += now < instant
        time.sleep(EVERY)
    assert polls
    assert len(first) == 5, f"seen only at {sorted(first)}"
