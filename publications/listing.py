"""The listing rule: how long a report stays on the public list, and what state it is in.

Plain Python over dates and instants, without Django. Dates are calendar dates in Europe/London; instants are
aware datetimes. Nothing here reads a clock: the instant asked about is always an argument.

The source of the twelve months is statutory guidance (Working Together to Safeguard Children): a report is to
be published and readily accessible on the board's website for at least twelve months, and available on request
afterwards. An edition may say otherwise, so the period comes with the release.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)


class State(StrEnum):
    """What a publication is at one instant (rule R6)."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PROTECTED = "protected"
    LISTED = "listed"
    ON_REQUEST = "on_request"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    UNDER_WAY = "under_way"
    DELAYED = "delayed"
    NOT_PUBLISHED = "not_published"
    PUBLISHED_ELSEWHERE = "published_elsewhere"

    @property
    def serves_file(self) -> bool:
        """Whether the file answers anonymous visitors."""
        return self in SERVED

    @property
    def is_announced(self) -> bool:
        """Whether this is said of a document that is not (yet) published here."""
        return self in ANNOUNCED


SERVED = frozenset({State.PROTECTED, State.LISTED})
ANNOUNCED = frozenset({State.UNDER_WAY, State.DELAYED, State.NOT_PUBLISHED, State.PUBLISHED_ELSEWHERE})
DARK_AGAIN = frozenset({State.ON_REQUEST, State.SUSPENDED, State.WITHDRAWN})


def local_day(instant: datetime) -> date:
    """The calendar date in Europe/London at `instant`."""
    return instant.astimezone(LONDON).date()


@dataclass(frozen=True)
class Period:
    """A minimum listing period, in months or in weeks: `Period(months=12)` or `Period(weeks=12)`."""

    months: int = 0
    weeks: int = 0

    def __post_init__(self) -> None:
        if self.months < 0 or self.weeks < 0 or bool(self.months) == bool(self.weeks):
            raise ValueError("A period is a positive number of months or a positive number of weeks.")

    def after(self, day: date) -> date:
        """The same calendar day one period later; where there is no such day, the first day after it (R3)."""
        if self.weeks:
            return day + timedelta(weeks=self.weeks)
        years, month = divmod(day.month - 1 + self.months, 12)
        try:
            return date(day.year + years, month + 1, day.day)
        except ValueError:
            return date(day.year + years, month + 2, 1)


def protected_through(released_on: date, period: Period, paused_days: int = 0) -> date:
    """The last protected day of a file first public on `released_on` (R3), `paused_days` later (R4)."""
    return period.after(released_on) + timedelta(days=paused_days)


@dataclass(frozen=True)
class Pause:
    """A time in which a publication was taken dark: from `began` until `ended`, None while it lasts."""

    began: datetime
    ended: datetime | None = None
    confirmed: datetime | None = None
    """When a second person confirmed it: from then on the publication is withdrawn."""

    def covers(self, instant: datetime) -> bool:
        """Whether the publication is dark by this pause at `instant`."""
        return self.began <= instant and (self.ended is None or instant < self.ended)

    def days(self, first: date, last: date) -> Iterable[date]:
        """The local days it touches from `first` to `last`."""
        start = max(first, local_day(self.began))
        end = last if self.ended is None else min(last, local_day(self.ended))
        return (start + timedelta(days=n) for n in range((end - start).days + 1))


@dataclass(frozen=True)
class Release:
    """One file version made public at `at`, with the period and policy that held then (R3, R5).

    `counted_from` is the day its clock starts where that is not the day of `at`: the last possible day of a
    first-public date from before this site (R2).
    """

    at: datetime
    period: Period
    leaves_after_minimum: bool = False
    counted_from: date | None = None

    @property
    def first_day(self) -> date:
        """The day its clock starts."""
        return self.counted_from or local_day(self.at)


@dataclass(frozen=True)
class Announcement:
    """What the board said at `at` about a document: one of the announced states."""

    at: datetime
    state: State


@dataclass(frozen=True)
class Decision:
    """What the board decided at `at`, after release, on how long to keep a publication (R5)."""

    at: datetime
    leaves_after_minimum: bool = False
    keep_until: date | None = None
    moves_now: bool = False
    """Moved to on request from this instant on; possible only once the minimum has passed."""


@dataclass(frozen=True)
class Facts:
    """All that the state of one publication follows from."""

    releases: Sequence[Release] = ()
    """In the order of their instants, cancelled ones left out."""
    pauses: Sequence[Pause] = ()
    """Suspensions of the publication and of its whole review."""
    announcements: Sequence[Announcement] = ()
    decisions: Sequence[Decision] = ()


def protected_through_at(release: Release, pauses: Sequence[Pause], instant: datetime) -> date:
    """The last protected day of one release, as known at `instant` (R3, R4).

    A pause that began on or before the then protected day adds each distinct day that it touched; one that
    began later adds nothing. An open pause counts up to `instant`.
    """
    paused: set[date] = set()
    through = protected_through(release.first_day, release.period)
    for pause in sorted(pauses, key=lambda pause: pause.began):
        if pause.began > instant or local_day(pause.began) > through:
            break
        paused.update(pause.days(release.first_day, local_day(instant)))
        through = protected_through(release.first_day, release.period, len(paused))
    return through


def clocks_at(facts: Facts, instant: datetime) -> list[Release]:
    """The releases whose clocks run: all so far, but for corrections of what was on request already (R11)."""
    running: list[Release] = []
    for release in facts.releases:
        if release.at > instant:
            break
        if not _had_left(facts, running, release.at):
            running.append(release)
    return running


def protected_day(facts: Facts, instant: datetime) -> date | None:
    """The last protected day of the publication: the latest of its clocks (R11); None before first release."""
    return _latest(facts, clocks_at(facts, instant), instant)


def last_listed_day(facts: Facts, instant: datetime) -> date | None:
    """The last day on the list, or None if nothing was decided that would make it leave (R4, R5)."""
    return _last_listed(facts, protected_day(facts, instant), instant)


def state_at(facts: Facts, instant: datetime) -> State:
    """The state at `instant`: the first that holds, in the order of rule R6."""
    shown = _before_release(facts, instant) if not _was_released(facts, instant) else None
    if shown in {State.DRAFT, State.SCHEDULED} and announced_at(facts, instant) is None:
        return shown
    covering = [pause for pause in facts.pauses if pause.covers(instant)]
    if any(pause.confirmed and pause.confirmed <= instant for pause in covering):
        return State.WITHDRAWN
    if covering:
        return State.SUSPENDED
    return shown or _after_release(facts, instant)


def announced_at(facts: Facts, instant: datetime) -> State | None:
    """What the board last announced by `instant`; None if nothing. It holds also while a release is scheduled."""
    said = [announcement for announcement in facts.announcements if announcement.at <= instant]
    return max(said, key=lambda announcement: announcement.at).state if said else None


def policy_at(facts: Facts, instant: datetime) -> tuple[bool, date | None]:
    """Whether it leaves after the minimum, and the `keep until` day, as decided by `instant`: the last word holds."""
    leaves, keep_until = False, None
    decided: list[Release | Decision] = [*facts.releases, *facts.decisions]
    for said in sorted(decided, key=lambda said: said.at):
        if said.at > instant:
            break
        leaves = said.leaves_after_minimum
        if isinstance(said, Decision):
            keep_until = said.keep_until
    return leaves, keep_until


def _was_moved(facts: Facts, instant: datetime) -> bool:
    return any(decision.moves_now and decision.at <= instant for decision in facts.decisions)


def _was_released(facts: Facts, instant: datetime) -> bool:
    return _was_moved(facts, instant) or any(release.at <= instant for release in facts.releases)


def _before_release(facts: Facts, instant: datetime) -> State:
    if facts.releases:
        return State.SCHEDULED
    return announced_at(facts, instant) or State.DRAFT


def _after_release(facts: Facts, instant: datetime) -> State:
    clocks = clocks_at(facts, instant)
    if _had_left(facts, clocks, instant):
        return State.ON_REQUEST
    protected = _latest(facts, clocks, instant)
    return State.PROTECTED if protected and local_day(instant) <= protected else State.LISTED


def _latest(facts: Facts, clocks: Sequence[Release], instant: datetime) -> date | None:
    days = [protected_through_at(clock, facts.pauses, instant) for clock in clocks]
    return max(days, default=None)


def _last_listed(facts: Facts, protected: date | None, instant: datetime) -> date | None:
    leaves, keep_until = policy_at(facts, instant)
    if protected is None or not (leaves or keep_until):
        return None
    return max(protected, keep_until or protected)


def _had_left(facts: Facts, clocks: Sequence[Release], instant: datetime) -> bool:
    """Whether, by these clocks alone, the publication was on request at `instant`."""
    protected = _latest(facts, clocks, instant)
    if protected is not None and local_day(instant) <= protected:
        return False
    if _was_moved(facts, instant):
        return True
    last = _last_listed(facts, protected, instant)
    return last is not None and local_day(instant) > last
