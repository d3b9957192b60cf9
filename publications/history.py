"""What happened to a publication, for the public: events and dates only, derived from the facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lscb_site.partial_dates import PartialDate
from publications import listing, words
from publications.listing import Facts, State, local_day
from publications.models import Publication, Release


@dataclass(frozen=True)
class Event:
    """Something that happened on a date of known precision."""

    on: PartialDate
    what: str
    order: int = 0

    @property
    def sort_key(self) -> tuple[date, int]:
        """Events of one day keep the order in which they follow from each other."""
        return self.on.first_day(), self.order


def of(publication: Publication, instant: datetime) -> Iterator[Event]:
    """The events until `instant` of a publication fetched `with_facts`, in no order."""
    if publication.first_public and releases_by(publication, instant):
        yield Event(publication.first_public, "first public, before it came to this site")
    yield from _announcements(publication, instant)
    yield from _releases(publication, instant)
    yield from _pauses(publication, instant)
    if left := left_on(publication.facts, instant):
        yield Event(_day(left), "moved to available on request", order=4)


def releases_by(publication: Publication, instant: datetime) -> list[Release]:
    """Its releases until `instant`, the oldest first, of a publication fetched `with_facts`."""
    return [release for release in _standing(publication) if release.at <= instant]


def _standing(publication: Publication) -> list[Release]:
    fetched: list[Release] = publication.standing_releases  # type: ignore[attr-defined]  # by with_facts
    return fetched


def left_on(facts: Facts, instant: datetime) -> date | None:
    """The day it left the list of this site; None while it is on it, and if it never was."""
    so_far = [release.at for release in facts.releases if release.at <= instant]
    if not so_far or listing.state_at(facts, instant) is not State.ON_REQUEST:
        return None
    decided = [decision for decision in facts.decisions if decision.at <= instant]
    if moved := [decision.at for decision in decided if decision.moves_now]:
        return local_day(min(moved))
    last = listing.last_listed_day(facts, instant)
    # what made it leave may have been decided only after that day
    since = local_day(max([*so_far, *(decision.at for decision in decided)]))
    return max(last + timedelta(days=1), since) if last else None


def _announcements(publication: Publication, instant: datetime) -> Iterator[Event]:
    for said in publication.announcements.all():
        if said.at <= instant:
            yield Event(_day(local_day(said.at)), f"announced as {words.PUBLIC[State(said.state)].lower()}")


def _releases(publication: Publication, instant: datetime) -> Iterator[Event]:
    for number, release in enumerate(releases_by(publication, instant)):
        what = "replaced by a corrected version" if number else "published on this site"
        yield Event(_day(local_day(release.at)), what, order=1)


def _pauses(publication: Publication, instant: datetime) -> Iterator[Event]:
    """The times it was off the site, if it had been on it; why is never said (rule R8)."""
    releases = releases_by(publication, instant)
    for pause in publication.facts.pauses:
        if not releases or pause.began < releases[0].at or pause.began > instant:
            continue
        yield Event(_day(local_day(pause.began)), "taken off the site", order=2)
        if pause.ended and pause.ended <= instant:
            yield Event(_day(local_day(pause.ended)), "put back", order=3)


def _day(day: date) -> PartialDate:
    return PartialDate(day.isoformat())
