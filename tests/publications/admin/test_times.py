"""Times of day in London, in words and as instants."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from publications.admin.times import NoSuchTimeError, TwoSuchTimesError, WallTime, clock_time, moment

UTC = ZoneInfo("UTC")


@pytest.mark.parametrize(
    ("day", "at", "which", "instant"),
    [
        ("2026-07-03", "09:30", "", "2026-07-03T08:30:00+00:00"),
        ("2026-01-03", "09:30", "", "2026-01-03T09:30:00+00:00"),
        ("2026-03-29", "00:59", "", "2026-03-29T00:59:00+00:00"),
        ("2026-03-29", "02:00", "", "2026-03-29T01:00:00+00:00"),
        ("2026-10-25", "00:59", "", "2026-10-24T23:59:00+00:00"),
        ("2026-10-25", "01:30", "first", "2026-10-25T00:30:00+00:00"),
        ("2026-10-25", "01:30", "second", "2026-10-25T01:30:00+00:00"),
        ("2026-10-25", "02:00", "", "2026-10-25T02:00:00+00:00"),
    ],
)
def test_a_wall_time_is_one_instant(day: str, at: str, which: str, instant: str) -> None:
    found = WallTime(date.fromisoformat(day), time.fromisoformat(at)).instant(which)
    assert found.astimezone(UTC).isoformat() == instant


@pytest.mark.parametrize("at", ["01:00", "01:30", "01:59"])
def test_the_hour_that_is_skipped_is_no_instant(at: str) -> None:
    with pytest.raises(NoSuchTimeError, match="the clocks go forward"):
        WallTime(date(2026, 3, 29), time.fromisoformat(at)).instant()


@pytest.mark.parametrize("at", ["01:00", "01:30", "01:59"])
@pytest.mark.parametrize("which", ["", "third"])
def test_the_hour_that_comes_twice_has_to_be_told_apart(at: str, which: str) -> None:
    with pytest.raises(TwoSuchTimesError, match="comes twice"):
        WallTime(date(2026, 10, 25), time.fromisoformat(at)).instant(which)


@pytest.mark.parametrize(
    ("at", "words"),
    [("00:00", "midnight"), ("12:00", "midday"), ("09:05", "9:05am"), ("12:30", "12:30pm"), ("00:01", "12:01am")],
)
def test_times_in_words(at: str, words: str) -> None:
    assert clock_time(time.fromisoformat(at)) == words


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        ("2026-07-03T08:30:00+00:00", "9:30am on 3 July 2026"),
        ("2026-10-25T00:30:00+00:00", "1:30am (summer time) on 25 October 2026"),
        ("2026-10-25T01:30:45+00:00", "1:30am (winter time) on 25 October 2026"),
    ],
)
def test_instants_in_words(instant: str, words: str) -> None:
    assert moment(datetime.fromisoformat(instant)) == words
