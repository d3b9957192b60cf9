"""Narrowing the public list down. Choices and counts are of what may be told, so nothing dark can be found by them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest
from django.utils.text import capfirst

from lscb_site.models import Topic
from publications import shelf
from publications.presentation import STATUTORY
from publications.search.results import Asked
from publications.shelf import STATES, Counts, Wanted
from publications.terms import DocumentKind, ReviewType
from reviews.models import StatutoryGuidance

Choices = list[tuple[str, str]]
NAMES = ("type", "topic", "year", "kind", "state", "guidance")
ORDERS = {"": "Newest first", shelf.LABEL: "Name, A to Z"}
ORDERS_OF_WORDS = {"": "Best match first", shelf.NEWEST: "Newest first", shelf.LABEL: "Name, A to Z"}


class FilterForm(forms.Form):
    """The filters, with the choices that lead to something."""

    q = forms.CharField(label="Words", required=False, help_text="In the names, summaries and texts of the documents")
    type = forms.ChoiceField(label="Type of review", required=False)
    topic = forms.ChoiceField(label="Topic", required=False)
    year = forms.ChoiceField(label="Year", required=False)
    kind = forms.ChoiceField(label="Kind of document", required=False)
    state = forms.ChoiceField(label="Where it is", required=False)
    guidance = forms.ChoiceField(label="Done under", required=False)
    sort = forms.ChoiceField(label="Order", required=False)


class Filters:
    """What a visitor asked of the list; whatever makes no sense in it is as if it weren't there."""

    def __init__(self, request: HttpRequest, at: datetime) -> None:
        self.given, self.at = request.GET, at
        self.asked = Asked.of(request, at)
        self.editions = {edition.pk: edition for edition in StatutoryGuidance.objects.all()}
        everything = {name: self.given.get(name, "") for name in NAMES}
        self.wanted = self._wanted(everything)
        self.options = self._options()
        self.chosen = {name: value if value in dict(self.options[name]) else "" for name, value in everything.items()}
        if self.chosen != everything:
            self.wanted = self._wanted(self.chosen)
            self.options = self._options()

    @property
    def active(self) -> bool:
        """Whether anything is narrowed down."""
        return bool(self.asked.words or any(self.chosen.values()))

    @property
    def orders(self) -> Mapping[str, str]:
        """The ways to sort."""
        return ORDERS_OF_WORDS if self.asked.words else ORDERS

    @property
    def order(self) -> str:
        """The way it is sorted; empty for the usual one."""
        wanted = self.given.get("sort", "")
        return wanted if wanted in self.orders else ""

    @property
    def query(self) -> str:
        """All of it as part of an address."""
        asked = {"q": self.asked.words, **self.chosen, "sort": self.order}
        return urlencode({name: value for name, value in asked.items() if value})

    @cached_property
    def form(self) -> FilterForm:
        """The form with what was chosen in it."""
        form = FilterForm({"q": self.asked.words, **self.chosen, "sort": self.order})
        for name in NAMES:
            field: Any = form.fields[name]
            field.choices = [("", "All"), *self.options[name]]
        order: Any = form.fields["sort"]
        order.choices = list(self.orders.items())
        return form

    @cached_property
    def shelf(self) -> shelf.Shelf:
        """What fits."""
        return shelf.Shelf(self.wanted)

    def _wanted(self, chosen: Mapping[str, str]) -> Wanted:
        values = {name: VALUES[name](value, self) for name, value in chosen.items() if value}
        if self.asked.words:
            values["words"] = self.asked.found.reviews
        order = self.order or (shelf.BEST if self.asked.words else shelf.NEWEST)
        return Wanted(self.at, values, order)

    def _options(self) -> dict[str, Choices]:
        """What can be chosen in each filter, each with how many reviews that leaves."""
        counts = shelf.counts(self.wanted)
        return {name: OPTIONS[name](counts, self) for name in NAMES}

    def type_name(self, key: str) -> str:
        """What reviews of a type, done under an edition, are called (presentation.py, type_of)."""
        code, _, edition = key.partition(" ")
        if int(edition) in self.editions and code in STATUTORY:
            return capfirst(self.editions[int(edition)].review_term)
        return str(ReviewType(code).label)

    def type_keys(self, name: str) -> list[str]:
        """Every type with every edition of which the reviews are called that."""
        keys = [f"{code} {edition}" for code in ReviewType.values for edition in (0, *self.editions)]
        return [key for key in keys if self.type_name(key) == name]


def number(value: str, digits: int) -> int:
    """A number of so many digits at most; 1, which is no year of ours, for anything else."""
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) <= digits else 1


def counted(pairs: Mapping[str, int], names: Callable[[str], str]) -> Choices:
    """Choices by their names."""
    return [(choice, f"{names(choice)} ({count})") for choice, count in pairs.items()]


def types(counts: Counts, filters: Filters) -> Choices:
    """Types by what they are called, those of one name together."""
    found: dict[str, int] = {}
    for key, count in counts.get("type", {}).items():
        name = filters.type_name(key)
        found[name] = found.get(name, 0) + count
    return counted(dict(sorted(found.items())), str)


def topics(counts: Counts, _filters: Filters) -> Choices:
    """Topics by name; their addresses are what is chosen."""
    found = counts.get("topic", {})
    known = Topic.objects.filter(pk__in=found)
    return [(topic.slug, f"{topic.name} ({found[str(topic.pk)]})") for topic in known]


def years(counts: Counts, _filters: Filters) -> Choices:
    """The latest first."""
    return counted(dict(sorted(counts.get("year", {}).items(), reverse=True)), str)


def in_order(name: str, labels: Callable[[Filters], Mapping[str, str]]) -> Callable[[Counts, Filters], Choices]:
    """Choices that have an order of their own."""

    def options(counts: Counts, filters: Filters) -> Choices:
        found, known = counts.get(name, {}), labels(filters)
        return [(choice, f"{label} ({found[choice]})") for choice, label in known.items() if choice in found]

    return options


OPTIONS: dict[str, Callable[[Counts, Filters], Choices]] = {
    "type": types,
    "topic": topics,
    "year": years,
    "kind": in_order("kind", lambda _filters: dict(DocumentKind.choices)),
    "state": in_order("state", lambda _filters: {name: label for name, (label, _states) in STATES.items()}),
    "guidance": in_order("guidance", lambda filters: {str(pk): str(each) for pk, each in filters.editions.items()}),
}
VALUES: dict[str, Callable[[str, Filters], Any]] = {
    "type": lambda value, filters: filters.type_keys(value),
    "topic": lambda value, _filters: value,
    "year": lambda value, _filters: value,
    "kind": lambda value, _filters: value,
    "state": lambda value, _filters: value,
    "guidance": lambda value, _filters: number(value, 9),
}
