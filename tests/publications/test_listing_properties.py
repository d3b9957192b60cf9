"""The listing rule over dates nobody thought of (rules R3 to R6)."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from publications.listing import (
    Decision,
    Facts,
    Pause,
    Period,
    Release,
    State,
    local_day,
    protected_day,
    protected_through,
    state_at,
)

FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
MINUTES = int((LAST - FIRST) / timedelta(minutes=1))

instants = st.integers(0, MINUTES).map(lambda minutes: FIRST + timedelta(minutes=minutes))
days = st.dates(date(2024, 1, 1), date(2029, 1, 1))
periods = st.one_of(
    st.integers(1, 24).map(lambda months: Period(months=months)),
    st.integers(1, 60).map(lambda weeks: Period(weeks=weeks)),
)
releases = st.builds(Release, instants, periods, st.booleans(), st.none() | days)


@st.composite
def pauses(draw: st.DrawFn) -> Pause:
    """A pause that may be open and may be confirmed."""
    began = draw(instants)
    ended = draw(st.none() | st.integers(0, 60 * 24 * 90))
    confirmed = draw(st.none() | st.integers(0, 60 * 24 * 10))
    return Pause(
        began,
        None if ended is None else began + timedelta(minutes=ended),
        None if confirmed is None else began + timedelta(minutes=confirmed),
    )


@st.composite
def histories(draw: st.DrawFn) -> Facts:
    """Facts as the board could have made them."""
    released = sorted(draw(st.lists(releases, min_size=1, max_size=3)), key=lambda release: release.at)
    decided = draw(st.lists(st.builds(Decision, instants, st.booleans(), st.none() | days), max_size=2))
    return Facts(released, draw(st.lists(pauses(), max_size=4)), (), sorted(decided, key=lambda each: each.at))


@given(releases, st.lists(pauses(), max_size=4), instants)
def test_r3_never_dark_before_a_full_period_unless_suspended(
    release: Release, dark: list[Pause], asked: datetime
) -> None:
    facts = Facts([release], dark)
    if release.at <= asked and local_day(asked) <= protected_through(release.first_day, release.period):
        expected = {State.SUSPENDED, State.WITHDRAWN} if any(p.covers(asked) for p in dark) else {State.PROTECTED}
        assert state_at(facts, asked) in expected


@given(histories(), st.lists(instants, min_size=2, max_size=6))
def test_with_unchanged_facts_never_bright_again(facts: Facts, asked: list[datetime]) -> None:
    last_fact = max(
        [r.at for r in facts.releases] + [d.at for d in facts.decisions]
        + [when for p in facts.pauses for when in (p.began, p.ended) if when]
    )  # fmt: skip
    left = False
    for instant in sorted(when for when in asked if when > last_fact):
        state = state_at(facts, instant)
        assert not (left and state.serves_file)
        left = left or not state.serves_file


@given(histories(), instants)
def test_r4_a_pause_never_shortens(facts: Facts, asked: datetime) -> None:
    without = Facts([facts.releases[0]], (), (), ())
    with_pauses = Facts([facts.releases[0]], facts.pauses, (), ())
    before, after = protected_day(without, asked), protected_day(with_pauses, asked)
    assert (before is None) == (after is None)
    if before and after:
        assert after >= before


@given(days, periods)
def test_r3_the_same_calendar_day_or_the_first_after_it(first: date, period: Period) -> None:
    through = protected_through(first, period)
    if period.weeks:
        assert through - first == timedelta(weeks=period.weeks)
    else:
        assert through.day in {first.day, 1}
        months = (through.year - first.year) * 12 + through.month - first.month
        assert months == period.months + (through.day != first.day)
