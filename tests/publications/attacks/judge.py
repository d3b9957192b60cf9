"""What decides whether an attack succeeded: an anonymous visitor, who sees what he saw before, or not."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, reverse

from publications.models import Publication

PROMISED = re.compile(r"until at least (\d+ \w+ \d{4})")


def body(response: Any) -> bytes:
    """An answer to its end, however it is sent."""
    return b"".join(response.streaming_content) if response.streaming else response.content


@dataclass(frozen=True)
class Sight:
    """What an anonymous visitor sees of one report: its addresses and its bytes by hash, and the promised day."""

    record: str
    file: str
    sha256: str
    promised: date

    @classmethod
    def of(cls, publication: Publication) -> "Sight":
        """Looks at it for the first time."""
        record, file = publication.review.get_absolute_url(), publication.get_absolute_url()
        visitor = Client()
        served = visitor.get(file)
        assert served.status_code == 200
        return cls(record, file, hashlib.sha256(body(served)).hexdigest(), promised(visitor, record)[0])

    def still_there(self, *, briefly: bool = False) -> None:
        """Fails unless all of it is as it was, by everything that a visitor can ask; `briefly`: by page and file."""
        visitor = Client()
        day, record = promised(visitor, self.record)
        assert day >= self.promised
        served = visitor.get(self.file, follow=True)
        assert served.status_code == 200
        assert hashlib.sha256(body(served)).hexdigest() == self.sha256
        for place in [] if briefly else ["/publications/", "/search/?q=quokka", "/sitemap.xml", *feeds()]:
            answer = visitor.get(place)
            assert answer.status_code == 200, place
            assert record in body(answer).decode(), place


def promised(visitor: Client, record: str) -> tuple[date, str]:
    """The day through which the record page says that it stays, and where that page is now."""
    answer = visitor.get(record, follow=True)
    assert answer.status_code == 200
    found = PROMISED.search(unescape(answer.content.decode()))
    assert found, "the record page promises no day"
    return datetime.strptime(found[1], "%d %B %Y").date(), answer.request["PATH_INFO"]  # noqa: DTZ007 - a calendar date


def feeds() -> list[str]:
    """The addresses of the feed and of open data, as far as there are any."""
    found = []
    for name in ("publications:feed", "publications:json", "publications:csv"):
        try:
            found.append(reverse(name))
        except NoReverseMatch:
            continue
    return found


def still_dark(address: str) -> None:
    """Fails unless a report that was taken dark still is."""
    answer = Client().get(address)
    assert answer.status_code == 410
    assert b"%PDF" not in body(answer)
