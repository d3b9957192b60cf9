"""A publication's clock as a picture: when it was released, how long it is protected, pauses, today, keep-until."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from publications import listing, words
from publications.models import Publication

WIDTH, MARGIN = 720, 20


@dataclass(frozen=True)
class Mark:
    """A day on the line, in words and in the picture: "x" is where, `kind` its look."""

    kind: str
    label: str
    day: date
    x: float = 0

    @property
    def words(self) -> str:
        """For the list under the picture, and for those who can't see it."""
        return f"{self.label}: {words.day(self.day)}"

    @property
    def anchor(self) -> str:
        """On which side of the mark its text starts, so that it stays inside."""
        if self.x < WIDTH * 0.2:
            return "start"
        return "end" if self.x > WIDTH * 0.8 else "middle"


@dataclass(frozen=True)
class Bar:
    """A stretch of days: `kind` is "protected", "listed" or "paused"."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True)
class Picture:
    """All that the template draws."""

    marks: list[Mark]
    bars: list[Bar]
    planned: bool

    @property
    def summary(self) -> str:
        """The picture in one sentence."""
        return "; ".join(mark.words for mark in self.marks) + "."


@dataclass(frozen=True)
class Scale:
    """From days to places in the picture."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day is."""
        days = max((self.last - self.first).days, 1)
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - self.first).days / days, 1)

    def bar(self, kind: str, start: date, end: date) -> Bar:
        """A stretch from one day through another."""
        left, right = self.x(max(start, self.first)), self.x(min(end, self.last))
        return Bar(kind, left, max(round(right - left, 1), 2))


def picture_of(publication: Publication, at: datetime) -> Picture | None:
    """The picture as known at `at`; of what is planned, if its release is still to come; None without a release."""
    facts = publication.facts
    if not facts.releases:
        return None
    planned = facts.releases[0].at > at
    known_at = facts.releases[0].at if planned else at
    start = (listing.clocks_at(facts, known_at) or facts.releases)[0]  # none runs if it was moved when it was released
    first = start.first_day
    through = listing.protected_day(facts, known_at) or listing.protected_through(first, start.period)
    today = listing.local_day(at)
    marks = list(_marks(facts, first=first, through=through, today=today, at=known_at))
    scale = _scale(mark.day for mark in marks)
    last = listing.last_listed_day(facts, known_at) or max(scale.last, through)
    bars = [scale.bar("listed", first, last), scale.bar("protected", first, through)]
    bars += [scale.bar("paused", *days) for days in _pauses(facts, today)]
    placed = [Mark(mark.kind, mark.label, mark.day, scale.x(mark.day)) for mark in marks]
    return Picture(sorted(placed, key=lambda mark: mark.day), bars, planned)


def _marks(facts: listing.Facts, *, first: date, through: date, today: date, at: datetime) -> Iterator[Mark]:
    yield Mark("start", "First public", first)
    for correction in facts.releases[1:]:
        yield Mark("corrected", "Corrected", listing.local_day(correction.at))
    for began, ended in _pauses(facts, today):
        yield Mark("paused", "Dark from", began)
        if ended < today:
            yield Mark("paused", "Dark until", ended)
    yield Mark("today", "Today", today)
    yield Mark("protected", "Protected through", through)
    last = listing.last_listed_day(facts, at)
    if last and last != through:
        yield Mark("keep", "Kept until", last)


def _pauses(facts: listing.Facts, today: date) -> Iterator[tuple[date, date]]:
    for pause in facts.pauses:
        yield listing.local_day(pause.began), listing.local_day(pause.ended) if pause.ended else today


def _scale(days: Iterable[date]) -> Scale:
    first, last = _ends(list(days))
    room = timedelta(days=max((last - first).days // 20, 7))
    return Scale(first - room, last + room)


def _ends(days: list[date]) -> tuple[date, date]:
    return min(days), max(days)
