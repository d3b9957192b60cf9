"""What the sitemap lists beside the pages."""

from datetime import date

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from publications import clock, queries
from publications.presentation import records_of
from publications.records import Record


class RecordSitemap(Sitemap):  # type: ignore[type-arg]  # generic in the stubs alone
    """The record pages. Neutral ones are left out: their address may be what has to be forgotten."""

    def items(self) -> list[Record]:
        """The records of which anything may be told."""
        now = clock.now()
        known = records_of(queries.with_documents(queries.reviews_known(now)), now)
        return [record for record in known if not record.is_neutral]

    def location(self, item: Record) -> str:
        """The record page."""
        return item.url

    def lastmod(self, item: Record) -> date | None:
        """The day of its latest document or correction."""
        return item.changed


class SectionSitemap(Sitemap):  # type: ignore[type-arg]
    """The lists that lead to everything else."""

    def items(self) -> list[str]:
        """Names of views."""
        return ["publications:list", "publications:topics"]

    def location(self, item: str) -> str:
        """Where the view is."""
        return reverse(item)
