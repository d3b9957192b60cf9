"""Everything that fits a question, in one list: topics, contacts, reviews with their pages, pages of the site."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import overload

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from lscb_site.models import Topic
from publications.learning.told import fetch_learning, learning_of
from publications.models import Review
from publications.queries import shown_reviews
from publications.records import Record
from publications.search import others
from publications.search.asked import Question, fewer, question, readable
from publications.search.marks import best_excerpts, marks_in
from publications.search.others import Thing
from publications.search.pages import pages_of
from publications.search.query import Query, query_of
from publications.search.reviews import Found, find_reviews, known_groups
from publications.search.suggest import suggestion
from publications.search.synonyms import with_synonyms
from publications.topics import numbers_of, public_pages, used_topics


class Results(Sequence[Thing]):
    """What was found at an instant, read as far as it is shown."""

    def __init__(self, request: HttpRequest, asked: "Asked") -> None:
        self.request, self.asked, self.query, self.at = request, asked, asked.query, asked.at
        self.first: list[Thing] = []
        self.reviews: list[int] = []
        self.pages: list[int] = []
        if self.query and asked.plain:
            given = [*others.topics(asked.topics), *others.contacts(request, asked.pages)]
            self.first = others.fitting(asked.plain, given)
            self.reviews = asked.found.reviews
            self.pages = others.site_pages(asked.plain, asked.page_numbers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.first) + len(self.reviews) + len(self.pages)

    @overload
    def __getitem__(self, wanted: int) -> Thing: ...
    @overload
    def __getitem__(self, wanted: slice) -> list[Thing]: ...
    def __getitem__(self, wanted: int | slice) -> Thing | list[Thing]:
        """Some of them, with their texts and pages."""
        if isinstance(wanted, int):
            return self[wanted : wanted + 1][0]
        if self.query is None:
            return []
        everything: list[Thing | int] = [*self.first, *self.reviews, *self.pages]
        numbered = everything[wanted]
        start = range(len(self))[wanted].start if numbered else 0
        return self._read(self.query, numbered, start)

    def _read(self, query: Query, numbered: Sequence[Thing | int], start: int) -> list[Thing]:
        things = [each for each in numbered if isinstance(each, Thing)]
        numbers = [each for each in numbered if isinstance(each, int)]
        of_reviews = max(0, min(len(numbers), len(self.first) + len(self.reviews) - max(start, len(self.first))))
        things += review_things(query, numbers[:of_reviews], self.at)
        things += others.page_things(self.request, numbers[of_reviews:])
        groups = [*((thing.text,) for thing in things), *(thing.findings for thing in things)]
        found = best_excerpts(groups, query.words)
        of_each = zip(things, found[: len(things)], found[len(things) :], strict=True)
        return [
            replace(thing, parts=parts, in_findings=in_findings if marks_in(in_findings) else [])
            for thing, parts, in_findings in of_each
        ]


@dataclass(frozen=True)
class Asked:
    """What somebody looks for on this site at an instant, and what the database makes of it."""

    request: HttpRequest
    words: str
    at: datetime

    @classmethod
    def of(cls, request: HttpRequest, at: datetime) -> "Asked":
        """What the address of this request asks for."""
        return cls(request, readable(request.GET.get("q", "")), at)

    @cached_property
    def pages(self) -> QuerySet[Page]:
        """The pages of the site that anybody may see."""
        return public_pages(self.request)

    @cached_property
    def page_numbers(self) -> list[int]:
        """Their numbers."""
        return numbers_of(self.pages)

    @cached_property
    def topics(self) -> list[Topic]:
        """The topics that anybody may know of."""
        return used_topics(self.page_numbers, self.at)

    @cached_property
    def question(self) -> Question:
        """What was meant."""
        return question(self.words)

    @cached_property
    def plain(self) -> Query | None:
        """What was meant, in those very words; None if it is nothing."""
        return query_of(self.question) if self.words else None

    @cached_property
    def _widened(self) -> tuple[Question, list[str]]:
        return with_synonyms(self.question, self.topics)

    @property
    def other_words(self) -> list[str]:
        """The other words of topics that are looked for in reviews as well."""
        return self._widened[1] if self.plain else []

    @property
    def _whole(self) -> Query | None:
        return query_of(self._widened[0]) if self.plain and self.other_words else self.plain

    @cached_property
    def _found(self) -> tuple[Query | None, Found]:
        """What has all of it, or else most of it: a long question is rarely answered in its very words."""
        whole = self._whole
        if whole is None:
            return None, Found([])
        found = find_reviews(whole, self.at)
        if found.reviews:
            return whole, found
        for enough in fewer(len(whole.groups), known_groups(whole, self.at)):
            less = replace(whole, enough=tuple(enough))
            if (some := find_reviews(less, self.at)).reviews:
                return less, some
        return whole, found

    @property
    def query(self) -> Query | None:
        """What is looked for; None if nothing is."""
        return self._found[0]

    @property
    def found(self) -> Found:
        """The reviews in whose records or files it is."""
        return self._found[1]

    @property
    def is_partly(self) -> bool:
        """Whether nothing has all of the words."""
        return bool(self.query and self.query.enough)

    @cached_property
    def suggestion(self) -> str:
        """What may have been meant."""
        return suggestion(self.words, self.question, self.at)


def review_things(query: Query, numbers: Sequence[int], at: datetime) -> list[Thing]:
    """These reviews as far as they may be told, with the pages found in their files."""
    shown = [(review, record) for review, record in shown_reviews(numbers, at) if not record.is_neutral]
    pages = pages_of(query, shown, at)
    fetch_learning(review for review, _record in shown)
    return [
        Thing(
            "Review", record.title, record.url, record.summary, findings=texts_of_findings(review, record),
            pages=pages.get(review.pk),
        )
        for review, record in shown
    ]  # fmt: skip


def texts_of_findings(review: Review, record: Record) -> tuple[str, ...]:
    """What is told of a review's findings and actions."""
    learning = learning_of(review, record)
    return tuple(text for text in learning.texts() if text) if learning else ()
