"""Narrowing the public list down. What is asked of it are records, so nothing that is dark can be found by it."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from publications.finding import facts_of
from publications.folding import has_words
from publications.listing import DARK_AGAIN, SERVED, State
from publications.records import Document, Record

LONGEST_WORDS = 200
STATES: dict[str, tuple[str, frozenset[State]]] = {
    "on_site": ("On this site", SERVED),
    "on_request": ("Available on request", frozenset({State.ON_REQUEST})),
    "other": ("Not on this site", frozenset(State) - SERVED - {State.ON_REQUEST} - DARK_AGAIN),
}
Choices = list[tuple[str, str]]


class FilterForm(forms.Form):
    """The filters, with the choices that lead to something."""

    q = forms.CharField(label="Words", required=False, max_length=LONGEST_WORDS)
    type = forms.ChoiceField(label="Type of review", required=False)
    state = forms.ChoiceField(label="Where it is", required=False)
    topic = forms.ChoiceField(label="Topic", required=False)
    year = forms.ChoiceField(label="Year", required=False)


class Filters:
    """What a visitor asked of the list; whatever makes no sense in it is as if it weren't there."""

    def __init__(self, asked: QueryDict, records: Sequence[Record]) -> None:
        choices = choices_of([record for record in records if not record.is_neutral])
        self.chosen = {"q": asked.get("q", "").strip()[:LONGEST_WORDS]}
        self.chosen |= {name: valid(asked.get(name, ""), choices[name]) for name in choices}
        self.form = FilterForm(self.chosen)
        for name, options in choices.items():
            field: Any = self.form.fields[name]
            field.choices = [("", "All"), *options]

    @property
    def active(self) -> bool:
        """Whether anything is narrowed down."""
        return any(self.chosen.values())

    @property
    def query(self) -> str:
        """The filters as part of an address."""
        return urlencode({name: value for name, value in self.chosen.items() if value})

    def apply(self, records: Iterable[Record]) -> list[Record]:
        """The records asked for; the neutral ones only while nothing is asked, as any answer would tell something."""
        if not self.active:
            return list(records)
        return [record for record in records if not record.is_neutral and self._fits(record)]

    def _fits(self, record: Record) -> bool:
        of_type = self.chosen["type"] in {"", record.kind}
        on_topic = not self.chosen["topic"] or self.chosen["topic"] in {topic.slug for topic in record.topics}
        return (
            of_type
            and on_topic
            and any(self._fits_document(document) for document in record.documents)
            and has_words(text_of(record), self.chosen["q"])
        )

    def _fits_document(self, document: Document) -> bool:
        in_state = not self.chosen["state"] or document.state in STATES[self.chosen["state"]][1]
        of_year = not self.chosen["year"] or self.chosen["year"] == year_of(document)
        return in_state and of_year


def text_of(record: Record) -> str:
    """All words by which a record is found."""
    return "\n".join([record.title, facts_of(record), record.summary])


def year_of(document: Document) -> str:
    """The year of a document's date; nothing if it has none."""
    return str(document.day.year) if document.day else ""


def choices_of(records: Sequence[Record]) -> dict[str, Choices]:
    """What can be chosen in each filter so that something is found."""
    years = {year_of(document) for record in records for document in record.documents} - {""}
    topics = {topic.slug: topic.name for record in records for topic in record.topics}
    found = {document.state for record in records for document in record.documents}
    return {
        "type": [(kind, kind) for kind in sorted({record.kind for record in records})],
        "state": [(name, label) for name, (label, states) in STATES.items() if states & found],
        "topic": sorted(topics.items(), key=lambda topic: topic[1].casefold()),
        "year": [(year, year) for year in sorted(years, reverse=True)],
    }


def valid(value: str, choices: Choices) -> str:
    """The value if it can be chosen, else nothing."""
    return value if value in {choice for choice, _label in choices} else ""
