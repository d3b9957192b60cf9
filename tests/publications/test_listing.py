"""The listing rule as truth tables: rules R3 to R6 and R11 of the design."""

from datetime import date, datetime, timedelta

import pytest

from publications.listing import (
    Announcement,
    Decision,
    Facts,
    Pause,
    Period,
    Release,
    State,
    announced_at,
    last_listed_day,
    protected_day,
    protected_through,
    state_at,
)
from tests.publications.clock import london

YEAR = Period(months=12)


def day(text: str) -> date:
    return date.fromisoformat(text)


def released(at: str, *, period: Period = YEAR, leaves: bool = False, counted_from: str | None = None) -> Release:
    counted = day(counted_from) if counted_from else None
    return Release(london(at), period, leaves_after_minimum=leaves, counted_from=counted)


def pause(began: str, ended: str | None = None, confirmed: str | None = None) -> Pause:
    return Pause(london(began), london(ended) if ended else None, london(confirmed) if confirmed else None)


@pytest.mark.parametrize(
    ("released_on", "period", "paused", "through"),
    [
        ("2026-07-03", YEAR, 0, "2027-07-03"),  # the same calendar day one year later
        ("2023-07-03", YEAR, 0, "2024-07-03"),  # over a leap day: 366 days
        ("2024-02-29", YEAR, 0, "2025-03-01"),  # no such day: through 1 March
        ("2024-02-28", YEAR, 0, "2025-02-28"),
        ("2023-02-28", YEAR, 0, "2024-02-28"),  # not 29 February
        ("2023-03-01", YEAR, 0, "2024-03-01"),
        ("2026-12-31", YEAR, 0, "2027-12-31"),
        ("2027-01-01", YEAR, 0, "2028-01-01"),
        ("2024-02-29", Period(months=48), 0, "2028-02-29"),
        ("2026-08-31", Period(months=6), 0, "2027-03-01"),  # no 31 February
        ("2026-03-31", Period(months=1), 0, "2026-05-01"),  # no 31 April
        ("2026-11-30", Period(months=3), 0, "2027-03-01"),
        ("2026-07-03", Period(weeks=12), 0, "2026-09-25"),
        ("2026-07-03", YEAR, 1, "2027-07-04"),
        ("2024-02-29", YEAR, 30, "2025-03-31"),
    ],
)
def test_r3_twelve_months_exactly(released_on: str, period: Period, paused: int, through: str) -> None:
    assert protected_through(day(released_on), period, paused) == day(through)


@pytest.mark.parametrize("amounts", [{}, {"months": 0}, {"months": 12, "weeks": 1}, {"months": -1}, {"weeks": -2}])
def test_a_period_is_months_or_weeks(amounts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="A period is"):
        Period(**amounts)


@pytest.mark.parametrize(
    ("at", "through"),
    [
        ("2026-07-03 00:00", "2027-07-03"),
        ("2026-07-03 23:59", "2027-07-03"),  # whatever the time of day
        ("2026-07-03 00:30", "2027-07-03"),  # 23:30 UTC of the day before
        ("2026-03-29 00:30", "2027-03-29"),  # the clocks go forward
        ("2026-10-25 01:30", "2027-10-25"),  # the clocks go back
    ],
)
def test_r3_the_day_is_londons(at: str, through: str) -> None:
    facts = Facts(releases=[released(at)])
    assert protected_day(facts, london(at)) == day(through)


SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("release_at", "midnight"),
    [
        ("2026-07-03 14:00", "2027-07-04 00:00"),  # summer time at the end
        ("2026-01-15 14:00", "2027-01-16 00:00"),
        ("2024-02-29 09:00", "2025-03-02 00:00"),
        ("2025-10-26 09:00", "2026-10-27 00:00"),
        ("2026-03-28 09:00", "2027-03-29 00:00"),  # its last day is the day the clocks go forward
        ("2025-10-25 09:00", "2026-10-26 00:00"),  # its last day is the day the clocks go back
    ],
)
def test_r3_it_leaves_at_midnight_after_the_day_and_not_a_second_before(release_at: str, midnight: str) -> None:
    facts = Facts(releases=[released(release_at, leaves=True)])
    leaving = london(midnight)
    assert state_at(facts, leaving - SECOND) is State.PROTECTED
    assert state_at(facts, leaving) is State.ON_REQUEST


@pytest.mark.parametrize(
    ("counted_from", "through"), [("2016-11-30", "2017-11-30"), ("2017-12-31", "2018-12-31"), (None, "2027-07-03")]
)
def test_r2_a_date_from_before_this_site_starts_the_clock(counted_from: str | None, through: str) -> None:
    facts = Facts(releases=[released("2026-07-03 10:00", counted_from=counted_from)])
    assert protected_day(facts, london("2026-07-03 10:00")) == day(through)


@pytest.mark.parametrize(
    ("pauses", "asked", "through"),
    [
        ([], "2026-10-01 12:00", "2027-07-03"),
        ([pause("2026-08-01 10:00", "2026-08-01 11:00")], "2026-10-01 12:00", "2027-07-04"),  # one day touched
        ([pause("2026-08-01 23:00", "2026-08-02 01:00")], "2026-10-01 12:00", "2027-07-05"),  # two days touched
        ([pause("2026-08-01 10:00")], "2026-08-10 12:00", "2027-07-13"),  # open: up to the instant asked about
        ([pause("2026-08-01 10:00")], "2026-08-01 10:00", "2027-07-04"),
        # two on one day count it once
        ([pause("2026-08-01 10:00", "2026-08-01 11:00"), pause("2026-08-01 15:00", "2026-08-01 16:00")],
         "2026-10-01 12:00", "2027-07-04"),
        # overlapping ones (of the publication and of its review) count each day once
        ([pause("2026-08-01 10:00", "2026-08-05 11:00"), pause("2026-08-03 15:00", "2026-08-07 16:00")],
         "2026-10-01 12:00", "2027-07-10"),
        # begun on the last protected day: all its days count
        ([pause("2027-07-03 12:00", "2027-07-10 12:00")], "2027-08-01 12:00", "2027-07-11"),
        # begun the day after: none counts
        ([pause("2027-07-04 12:00", "2027-07-10 12:00")], "2027-08-01 12:00", "2027-07-03"),
        # the first pause moves the day on which the second still counts
        ([pause("2027-07-03 12:00", "2027-07-03 13:00"), pause("2027-07-04 12:00", "2027-07-05 12:00")],
         "2027-08-01 12:00", "2027-07-06"),
        # not begun yet at the instant asked about
        ([pause("2026-08-01 10:00", "2026-08-05 11:00")], "2026-07-20 12:00", "2027-07-03"),
        # over the end of summer time
        ([pause("2026-10-24 10:00", "2026-10-26 11:00")], "2026-11-01 12:00", "2027-07-06"),
        # days before the release don't count
        ([pause("2026-07-01 10:00", "2026-07-04 11:00")], "2026-11-01 12:00", "2027-07-05"),
    ],
)  # fmt: skip
def test_r4_pauses_do_not_count(pauses: list[Pause], asked: str, through: str) -> None:
    facts = Facts(releases=[released("2026-07-03 10:00")], pauses=pauses)
    assert protected_day(facts, london(asked)) == day(through)


KEEP, MOVE = False, True


@pytest.mark.parametrize(
    ("leaves", "decisions", "last"),
    [
        (KEEP, [], None),  # keeping is the default
        (MOVE, [], "2027-07-03"),
        (KEEP, [Decision(london("2026-09-01 10:00"), keep_until=day("2027-12-24"))], "2027-12-24"),
        (KEEP, [Decision(london("2026-09-01 10:00"), keep_until=day("2027-01-01"))], "2027-07-03"),  # a floor
        (MOVE, [Decision(london("2026-09-01 10:00"))], None),  # the last word holds
        (KEEP, [Decision(london("2026-09-01 10:00"), leaves_after_minimum=True)], "2027-07-03"),
        (MOVE, [Decision(london("2026-09-01 10:00"), True, keep_until=day("2028-01-01"))], "2028-01-01"),
        (KEEP, [Decision(london("2026-10-02 10:00"), leaves_after_minimum=True)], None),  # not decided yet
    ],
)
def test_r5_a_floor_not_an_expiry(leaves: bool, decisions: list[Decision], last: str | None) -> None:
    facts = Facts(releases=[released("2026-07-03 10:00", leaves=leaves)], decisions=decisions)
    assert last_listed_day(facts, london("2026-10-01 12:00")) == (day(last) if last else None)


RELEASE = released("2026-07-03 10:00")
LEAVING = released("2026-07-03 10:00", leaves=True)
SAID = Announcement(london("2026-06-01 10:00"), State.DELAYED)
DARK = pause("2026-08-01 10:00", "2026-08-03 10:00")
WITHDRAWN = pause("2026-08-01 10:00", None, "2026-08-02 10:00")
MOVED = Decision(london("2027-08-01 10:00"), leaves_after_minimum=True, moves_now=True)


@pytest.mark.parametrize(
    ("facts", "asked", "state"),
    [
        (Facts(), "2026-07-01 10:00", State.DRAFT),
        (Facts(announcements=[SAID]), "2026-05-01 10:00", State.DRAFT),
        (Facts(announcements=[SAID]), "2026-06-01 10:00", State.DELAYED),
        (Facts([RELEASE]), "2026-07-03 09:59", State.SCHEDULED),
        (Facts([RELEASE], announcements=[SAID]), "2026-07-03 09:59", State.SCHEDULED),
        (Facts([RELEASE], announcements=[SAID]), "2026-07-03 10:00", State.PROTECTED),
        (Facts([RELEASE]), "2027-07-03 23:59", State.PROTECTED),
        (Facts([RELEASE]), "2027-07-04 00:00", State.LISTED),
        (Facts([LEAVING]), "2027-07-04 00:00", State.ON_REQUEST),
        (Facts([RELEASE], decisions=[MOVED]), "2027-08-01 09:59", State.LISTED),
        (Facts([RELEASE], decisions=[MOVED]), "2027-08-01 10:00", State.ON_REQUEST),
        (Facts(decisions=[MOVED]), "2027-08-01 10:00", State.ON_REQUEST),  # a record without a file
        (Facts([RELEASE], [DARK]), "2026-08-01 09:59", State.PROTECTED),
        (Facts([RELEASE], [DARK]), "2026-08-01 10:00", State.SUSPENDED),
        (Facts([RELEASE], [DARK]), "2026-08-03 10:00", State.PROTECTED),
        (Facts([RELEASE], [WITHDRAWN]), "2026-08-02 09:59", State.SUSPENDED),
        (Facts([RELEASE], [WITHDRAWN]), "2026-08-02 10:00", State.WITHDRAWN),
        (Facts([RELEASE], [WITHDRAWN, DARK]), "2026-08-02 10:00", State.WITHDRAWN),
        (Facts([LEAVING], [WITHDRAWN]), "2031-08-02 10:00", State.WITHDRAWN),  # it never comes back by itself
        # suspended while scheduled: dark at its release
        (Facts([RELEASE], [pause("2026-07-01 10:00")]), "2026-07-02 10:00", State.SCHEDULED),
        (Facts([RELEASE], [pause("2026-07-01 10:00")]), "2026-07-03 10:00", State.SUSPENDED),
        # an announcement can be taken dark; what nobody could see stays what it was
        (Facts(pauses=[DARK], announcements=[SAID]), "2026-08-02 10:00", State.SUSPENDED),
        (Facts(pauses=[DARK]), "2026-08-02 10:00", State.DRAFT),
    ],
)  # fmt: skip
def test_r6_the_first_state_that_holds(facts: Facts, asked: str, state: State) -> None:
    assert state_at(facts, london(asked)) is state


def test_r6_an_announcement_shows_while_a_release_is_scheduled() -> None:
    later = Announcement(london("2026-06-20 10:00"), State.UNDER_WAY)
    facts = Facts([RELEASE], announcements=[SAID, later])
    assert announced_at(facts, london("2026-05-01 10:00")) is None
    assert announced_at(facts, london("2026-06-10 10:00")) is State.DELAYED
    assert announced_at(facts, london("2026-07-01 10:00")) is State.UNDER_WAY


@pytest.mark.parametrize(
    ("second", "asked", "state", "through"),
    [
        ("2026-12-01 10:00", "2027-07-04 00:00", State.PROTECTED, "2027-12-01"),  # the later of the two
        ("2026-12-01 10:00", "2027-12-02 00:00", State.ON_REQUEST, "2027-12-01"),
        ("2027-09-01 10:00", "2027-09-01 10:00", State.ON_REQUEST, "2027-07-03"),  # it was on request: it stays there
        ("2027-07-03 23:59", "2027-07-04 00:00", State.PROTECTED, "2028-07-03"),
    ],
)
def test_r11_a_correction_starts_its_own_clock(second: str, asked: str, state: State, through: str) -> None:
    facts = Facts([LEAVING, released(second, leaves=True)])
    assert state_at(facts, london(asked)) is state
    assert protected_day(facts, london(asked)) == day(through)


def test_r11_a_correction_does_not_lift_a_suspension() -> None:
    facts = Facts([RELEASE, released("2026-08-02 10:00")], [pause("2026-08-01 10:00")])
    assert state_at(facts, london("2026-08-02 12:00")) is State.SUSPENDED


def test_r11_a_later_decision_does_not_undo_a_corrections_clock() -> None:
    corrected = released("2027-09-01 10:00")  # kept and listed at the time
    decided = Decision(london("2027-10-01 10:00"), leaves_after_minimum=True)
    facts = Facts([RELEASE, corrected], decisions=[decided])
    assert protected_day(facts, london("2027-11-01 10:00")) == day("2028-09-01")


def test_an_instant_in_another_zone_is_the_same_instant() -> None:
    asked = datetime.fromisoformat("2027-07-03T23:00:00+00:00")  # midnight in London
    assert state_at(Facts([LEAVING]), asked) is State.ON_REQUEST
    assert state_at(Facts([LEAVING]), asked - SECOND) is State.PROTECTED
