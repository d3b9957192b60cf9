"""Pages and notices that somebody should look at again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.models import get_page_models

from reviews.dates import SOON, Due, due
from reviews.models import ReviewSectionPage


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


def page_types() -> list[type[ReviewSectionPage]]:
    """The page types that carry a review-by date."""
    return [model for model in get_page_models() if issubclass(model, ReviewSectionPage)]


def due_items(today: date) -> list[DueItem]:
    """What is overdue or soon due on live pages, the oldest first."""
    found = [*_pages(today), *_notices(today)]
    return sorted(found, key=lambda item: (item.on, item.page.title))


def _pages(today: date) -> Iterator[DueItem]:
    for model in page_types():
        for page in model.objects.live().filter(review_by__lte=today + SOON):
            yield DueItem(page, "Review this page", page.review_by, due(page.review_by, today))


def _notices(today: date) -> Iterator[DueItem]:
    return iter(())
