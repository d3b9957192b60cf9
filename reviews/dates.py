"""The dates on pages about reviews: when a notice goes and when a page falls due. The day is always an argument."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
SOON = timedelta(days=30)


class Due(StrEnum):
    """How near a day is on which somebody should look at a page again."""

    OVERDUE = "overdue"
    SOON = "due soon"
    LATER = "later"


def london_day(now: datetime) -> date:
    """The calendar day in London at an instant."""
    return now.astimezone(LONDON).date()


def is_shown(last_day: date | None, today: date) -> bool:
    """Whether a notice is still there: through the whole of its last day, for ever if it has none."""
    return last_day is None or today <= last_day


def due(review_by: date, today: date) -> Due:
    """How near the review-by date is; the day itself is still in time, 30 days before it counts as soon."""
    if review_by < today:
        return Due.OVERDUE
    return Due.SOON if review_by - today <= SOON else Due.LATER
