"""The record as a plain history: what, when, by whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q

from lscb_site.partial_dates import PartialDate
from publications import words
from publications.admin import texts
from publications.admin.times import moment
from publications.checks.cleaning.removals import in_words
from publications.models import CheckOutcome, Publication, RecordEntry, Review
from publications.models.review import SearchEngines
from publications.terms import AnnouncedState, MinimumPolicy, SuspensionCategory


@dataclass(frozen=True)
class Line:
    """One decision in words."""

    at: datetime
    what: str
    details: str
    who: str

    @property
    def when(self) -> str:
        """The instant, as clocks in London showed it."""
        return moment(self.at)


def of_publication(publication: Publication) -> list[Line]:
    """Everything that happened to it, its whole review's suspensions included, the newest first."""
    return lines(
        RecordEntry.objects.filter(
            Q(publication_id=publication.pk) | Q(publication_id=None, review_id=publication.review_id)
        ).order_by("-pk")
    )


def of_review(review: Review) -> list[Line]:
    """Everything that happened to a review and its publications, the newest first."""
    names = {publication.pk: publication.name for publication in review.publications.all()}
    return lines(RecordEntry.objects.filter(review_id=review.pk).order_by("-pk"), names)


def lines(entries: Iterable[RecordEntry], publications: Mapping[int, str] | None = None) -> list[Line]:
    """Entries in words, with the names of `publications` by number where given; one query for all people."""
    entries = list(entries)
    people: dict[int | None, Any] = {
        **get_user_model().objects.in_bulk({entry.by_id for entry in entries if entry.by_id})
    }
    return [
        Line(entry.at, what(entry, publications or {}), details(entry), name_of(people.get(entry.by_id)))
        for entry in entries
    ]


def what(entry: RecordEntry, publications: Mapping[int, str]) -> str:
    """What was decided, and on which document if that has to be said."""
    of_it = publications.get(entry.publication_id or 0)
    return f"{entry.get_event_display()}: {of_it}" if of_it else entry.get_event_display()


def name_of(person: Any) -> str:
    """Somebody's full name, or else what they sign in with."""
    if person is None:
        return "the site itself"
    return str(person.get_full_name() or person.get_username())


def details(entry: RecordEntry) -> str:
    """What the codes of an entry say."""
    known = [WORDS[code](value) for code, value in entry.data.items() if code in WORDS and value]
    if entry.sha256:
        known.append(f"file {entry.sha256[:12]}")
    return ", ".join(known)


def _choice(choices: Any) -> Any:
    return lambda value: str(dict(choices.choices).get(value, value))


WORDS = {
    "release_at": lambda value: f"for {moment(datetime.fromisoformat(value))}",
    "outcome": lambda value: str(dict(CheckOutcome.choices).get(value, value)).lower(),
    "state": _choice(AnnouncedState),
    "category": _choice(SuspensionCategory),
    "policy": _choice(MinimumPolicy),
    "keep_until": lambda value: f"at least until {words.day(date.fromisoformat(value))}",
    "search_engines": lambda value: str(dict(SearchEngines.choices).get(value, value)).lower(),
    "removed": lambda value: f"without: {in_words(value)}",
    "text_of_pages": lambda value: f"of {texts.pages_in_words(value)}",
    "first_public": lambda value: f"first public {PartialDate(value).words()}",
}
