"""The public list as data: what its fields mean, and the values of one record. docs/open-data.md says the same.

It is made of records alone (presentation.py), so nothing dark is in it. What is withdrawn keeps its identifier, so that
whoever keeps a copy can see what to take out of it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from lscb_site.addresses import absolute
from publications.listing import State
from publications.lots import each_review
from publications.records import Document, Record

Values = dict[str, Any]

REVIEW_FIELDS = {
    "id": "stays the same for ever, whatever the label or the address becomes",
    "address": "the permanent record page; empty while nothing of the review is available",
    "label": "the name by which the public knows the review; empty while nothing of it is available",
    "type": "a code of the kind of review, such as `lcspr`",
    "type_name": "the same in words, as the guidance of its time calls it",
    "published_by": "the board or other body that published it",
    "guidance": "the edition of statutory guidance it was done under",
    "summary": "what it is about, in the board's words",
    "commissioned": "when it was commissioned: YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known",
    "completed": "when it was completed, likewise",
    "topics": "what it is about, as a list of topics",
    "changed": "the day of its latest document, announcement or correction",
}
DOCUMENT_FIELDS = {
    "id": "stays the same for ever",
    "kind": "a code of the kind of document, such as `overview_report`",
    "kind_name": "the same in words",
    "title": "its title; the kind of document if it has none, or none that may be told",
    "state": "a code of what has become of it; the table below explains each",
    "reason": "why it is delayed or not published",
    "elsewhere": "the address at which another body published it",
    "announced": "the day it was announced, for a document that is not published here",
    "first_public": "when it was first public: YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known",
    "first_public_source": "how that is known, if it was public before this site",
    "corrections": "a list of `day` and `sentence`, one for each later version",
    "file": "the address of its file, or of its text as a page; it stays the same when that is corrected",
    "file_type": "`application/pdf` for a file, `text/html` for a page",
    "file_size": "in bytes; empty for a page",
    "file_sha256": "the SHA-256 of the file, to compare a copy with; empty for a page",
    "file_released": "the instant at which this very file was released",
}
STATES = {
    State.PROTECTED: "on this site, inside its minimum listing period",
    State.LISTED: "on this site, its minimum listing period being over",
    State.ON_REQUEST: "no longer on this site; the board gives it to whoever asks",
    State.SUSPENDED: "not available at present; nothing more may be told. Take it out of your copy",
    State.WITHDRAWN: "withdrawn; nothing more may be told. Take it out of your copy",
    State.UNDER_WAY: "announced as being written",
    State.DELAYED: "announced as delayed",
    State.NOT_PUBLISHED: "announced as not to be published",
    State.PUBLISHED_ELSEWHERE: "published by another body",
}


def records() -> Iterator[Record]:
    """Every record, some at a time."""
    return (record for _review, record, _instant in each_review())


def begun(lots: Iterator[Record]) -> Iterator[Record]:
    """The same, with the first asked for at once: a database that doesn't answer is an error page, not half a file."""
    return chain([first], lots) if (first := next(lots, None)) else iter(())


def review_values(record: Record, board: str) -> Values:
    """The fields of a review; what is unknown, or may not be told, is None. `board` is who publishes its own."""
    known = not record.is_neutral
    return {
        "id": record.identifier.urn if record.identifier else None,
        "address": absolute(record.url) if known else None,
        "label": record.title if known else None,
        "type": record.type_code or None,
        "type_name": record.kind or None,
        "published_by": (record.published_by or board) if known else None,
        "guidance": record.guidance or None,
        "summary": record.summary or None,
        "commissioned": _text(record.commissioned),
        "completed": _text(record.completed),
        "topics": [topic.name for topic in record.topics],
        "changed": _text(record.changed),
    }


def document_values(document: Document) -> Values:
    """The fields of a document; what is unknown, or may not be told, is None."""
    file = document.file
    return {
        "id": document.identifier.urn if document.identifier else None,
        "kind": document.kind_code,
        "kind_name": document.kind,
        "title": document.name,
        "state": document.state.value,
        "reason": document.reason or None,
        "elsewhere": document.address or None,
        "announced": _text(document.announced_on),
        "first_public": _text(document.first_public),
        "first_public_source": document.source or None,
        "corrections": [{"day": each.day.isoformat(), "sentence": each.sentence} for each in document.corrections],
        "file": absolute(file.url) if file else None,
        "file_type": file.media_type if file else None,
        "file_size": file.size if file else None,
        "file_sha256": (file.sha256 or None) if file else None,
        "file_released": file.released.isoformat() if file else None,
    }


def columns() -> list[str]:
    """The columns of the table: a line a document, with its review's fields before it."""
    return [*(f"review_{name}" for name in REVIEW_FIELDS), *(f"document_{name}" for name in DOCUMENT_FIELDS)]


def rows(shown: Iterable[Record], board: str) -> Iterator[list[object]]:
    """The lines of the table."""
    for record in shown:
        review = [_cell(value) for value in review_values(record, board).values()]
        for document in record.documents:
            yield [*review, *(_cell(value) for value in document_values(document).values())]


def _cell(value: object) -> object:
    """A value for one cell: a list is written with bars between its parts."""
    if isinstance(value, list):
        return " | ".join(": ".join(part.values()) if isinstance(part, dict) else str(part) for part in value)
    return "" if value is None else value


def _text(value: object) -> str | None:
    return str(value) if value else None
