"""What the sitemap lists beside the pages."""

from datetime import date
from typing import NamedTuple

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from publications.lots import each_review
from publications.presentation import last_event


class Place(NamedTuple):
    """A record page, and the day of the last thing that it tells of."""

    address: str
    changed: date | None


class RecordSitemap(Sitemap):  # type: ignore[type-arg]  # generic in the stubs alone
    """The record pages. Neutral ones are left out: their address may be what has to be forgotten."""

    def items(self) -> list[Place]:
        """The records of which anything may be told."""
        return [
            Place(record.url, last_event(review, record, instant))
            for review, record, instant in each_review()
            if not record.is_neutral
        ]

    def location(self, item: Place) -> str:
        """The record page."""
        return item.address

    def lastmod(self, item: Place) -> date | None:
        """The day of the last event in its publication history."""
        return item.changed


class SectionSitemap(Sitemap):  # type: ignore[type-arg]
    """The lists that lead to everything else."""

    def items(self) -> list[str]:
        """Names of views."""
        return ["publications:list", "publications:topics"]

    def location(self, item: str) -> str:
        """Where the view is."""
        return reverse(item)
