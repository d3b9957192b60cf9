"""Pages and notices that somebody should look at again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.models import get_page_models

from lscb_site.reminders import notices_due
from reviews.dates import SOON, Due, due
from reviews.models import ProcessPage, ReviewSectionPage


@dataclass(frozen=True)
class DueItem:
    """Something on a page with the day by which to look at it."""

    page: Any
    what: str
    on: date
    due: Due

    @property
    def pk(self) -> int:
        """The page's key, for its links."""
        return int(self.page.pk)


def due_items(today: date) -> list[DueItem]:
    """What is overdue or soon due on live pages, the oldest first."""
    found = [*due_pages(today), *_notices(today), *_local_notices(today)]
    return sorted(found, key=lambda item: (item.on, item.page.title))


def due_pages(today: date) -> Iterator[DueItem]:
    """Live pages by their review-by date, overdue or soon due."""
    for model in get_page_models():
        if issubclass(model, ReviewSectionPage):
            for page in model.objects.live().filter(review_by__lte=today + SOON):
                yield DueItem(page, "Check that this page is still right", page.review_by, due(page.review_by, today))


def _notices(today: date) -> Iterator[DueItem]:
    """Notices in the body of any page, by the day on which staff wanted to be reminded."""
    for reminder in notices_due(today + SOON):
        yield DueItem(reminder.page, f"Look at the notice “{reminder.title}”", reminder.on, due(reminder.on, today))


def _local_notices(today: date) -> Iterator[DueItem]:
    """Notices of processes by their last day: what they announced should be there by then."""
    for page in ProcessPage.objects.live().exclude(notices=[]):
        for notice in (block.value for block in page.notices):
            day = notice["last_day"]
            if day and day <= today + SOON:
                verb = "ended" if day < today else "ends"
                yield DueItem(
                    page, f"The notice “{notice['title']}” {verb}: see whether it is still needed", day, due(day, today)
                )
