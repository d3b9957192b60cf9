"""When a notice goes, and when a page falls due."""

from datetime import UTC, date, datetime

import pytest

from reviews.blocks.notices import LocalNoticeBlock
from reviews.dates import Due, due, is_shown

VANISHING = (
    # last day shown, an instant (UTC), shown
    (None, "2026-07-03T12:00:00", True),
    ("2026-07-03", "2026-07-02T12:00:00", True),
    ("2026-07-03", "2026-07-03T22:59:59", True),  # summer: 23:59:59 in London
    ("2026-07-03", "2026-07-03T23:00:00", False),  # midnight in London
    ("2026-12-31", "2026-12-31T23:59:59", True),  # winter: the same hour as in UTC
    ("2026-12-31", "2027-01-01T00:00:00", False),
    ("2026-03-29", "2026-03-29T22:59:59", True),  # the clocks go forward that day
    ("2026-03-29", "2026-03-29T23:00:00", False),
    ("2026-10-25", "2026-10-25T23:59:59", True),  # the clocks go back that day
    ("2026-10-25", "2026-10-26T00:00:00", False),
    ("2024-02-29", "2024-02-29T23:59:59", True),
    ("2024-02-29", "2024-03-01T00:00:00", False),
)


@pytest.mark.parametrize(("last_day", "instant", "shown"), VANISHING)
def test_a_notice_is_shown_through_the_whole_of_its_last_day(last_day: str | None, instant: str, shown: bool) -> None:
    notice = LocalNoticeBlock().to_python({"title": "Being updated", "last_day": last_day})
    assert notice.shown_at(datetime.fromisoformat(instant).replace(tzinfo=UTC)) is shown


def test_a_notice_without_a_last_day_stays() -> None:
    assert is_shown(None, date(2099, 1, 1))


NEARNESS = (
    # review by, today, how near
    ("2026-07-03", "2026-07-04", Due.OVERDUE),
    ("2026-07-03", "2026-07-03", Due.SOON),
    ("2026-07-03", "2026-06-03", Due.SOON),
    ("2026-07-03", "2026-06-02", Due.LATER),
    ("2024-03-30", "2024-02-29", Due.SOON),
)


@pytest.mark.parametrize(("review_by", "today", "nearness"), NEARNESS)
def test_how_near_a_review_is(review_by: str, today: str, nearness: Due) -> None:
    assert due(date.fromisoformat(review_by), date.fromisoformat(today)) is nearness
