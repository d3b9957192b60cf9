"""Links to reviews and publications in rich text, as readers see them.

The text of the link is the editor's. Where it leads follows from the state at this instant: to the file while that
is on the site, to the record page afterwards (the link says so), and nowhere while nothing may be told of it: then
only the editor's words stay.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.utils.html import format_html
from wagtail.rich_text import LinkHandler

NOWHERE = "<a>"
LEFT = "(available on request) "
Attributes = dict[str, str]


def handlers() -> list[type[LinkHandler]]:
    """What is to be registered as link types."""
    return [ReviewLinkHandler, PublicationLinkHandler]


class LedgerLinkHandler(LinkHandler):
    """A link that knows its target by number."""

    tags: Callable[[Iterable[int]], dict[int, str]]

    @classmethod
    def expand_db_attributes(cls, attrs: Attributes) -> str:
        """The opening tag of one link."""
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[Attributes]) -> list[str]:
        """The opening tags of all links of a text, in a fixed number of queries."""
        numbers = [number_in(attrs) for attrs in attrs_list]
        found = cls.tags({number for number in numbers if number is not None})
        return [found.get(number, NOWHERE) if number is not None else NOWHERE for number in numbers]

    @classmethod
    def extract_references(cls, attrs: Attributes) -> Iterable[tuple[type[Model], str, str, str]]:
        """So that the review knows the pages that link to it."""
        if (number := number_in(attrs)) is not None:
            yield cls.get_model(), str(number), "", ""


class ReviewLinkHandler(LedgerLinkHandler):
    """A link to a record page."""

    identifier = "review"

    @staticmethod
    def get_model() -> type[Model]:
        """What is linked to."""
        from publications.models import Review

        return Review

    @staticmethod
    def tags(numbers: Iterable[int]) -> dict[int, str]:
        """The opening tags by review number, of those of which anything may be told."""
        return {record.number: opening(record.url, left=record.has_left) for record in records(pk__in=list(numbers))}


class PublicationLinkHandler(LedgerLinkHandler):
    """A link to a document."""

    identifier = "publication"

    @staticmethod
    def get_model() -> type[Model]:
        """What is linked to."""
        from publications.models import Publication

        return Publication

    @staticmethod
    def tags(numbers: Iterable[int]) -> dict[int, str]:
        """The opening tags by publication number, of those of which anything may be told."""
        wanted = set(numbers)
        return {
            document.number: opening_of(record, document)
            for record in records(publications__in=list(wanted))
            for document in record.documents
            if document.number in wanted and not document.is_dark
        }


def records(**which: Any) -> list[Any]:
    """The records asked for, without those of which nothing may be told."""
    from publications import clock, queries
    from publications.presentation import records_of

    now = clock.now()
    found = queries.with_documents(queries.reviews_known(now).filter(**which).distinct())
    return [record for record in records_of(found, now) if not record.is_neutral]


def opening_of(record: Any, document: Any) -> str:
    """The opening tag of a link to a document."""
    if document.file:
        return opening(document.file.url)
    return opening(record.url, left=document.is_on_request)


def opening(url: str, *, left: bool = False) -> str:
    """An opening tag; the rewriter leaves the rest of the link as it is, so that it has left is said first."""
    return format_html('<a href="{}">{}', url, LEFT if left else "")


def number_in(attrs: Attributes) -> int | None:
    """The number of the target; None if there is none that can be read."""
    number = attrs.get("id", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 19 else None
