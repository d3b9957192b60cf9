"""What a person would miss in what a file says: ways to a person, numbers, markings, notes (kinds_text.py)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from publications.checks import contacts, identifiers, markings
from publications.checks.findings import Finding, Place
from publications.checks.laid_out import LaidOut, first_line
from publications.checks.spans import Detector, Span, plain, without_overlaps

# What is surer comes first: of two that overlap, the later is left out.
DETECTORS: tuple[Detector, ...] = (
    contacts.emails,
    contacts.births,
    identifiers.pupil_numbers,
    identifiers.insurance_numbers,
    identifiers.nhs_numbers,
    contacts.phones,
    identifiers.references,
    contacts.addresses,
    contacts.postcodes,
    markings.editing,
    markings.notes,
    markings.protective,
    markings.drafts,
)


class Page(Protocol):
    """A page's text as a reader sees it: its number from 1, and its words in reading order with their places."""

    @property
    def number(self) -> int:
        """From 1."""

    @property
    def words(self) -> Sequence[tuple[str, Place]]:
        """In reading order."""


def spans(text: str) -> list[Span]:
    """Everything in a text, in its order; `text` is `plain`."""
    return without_overlaps([span for detect in DETECTORS for span in detect(text)])


def kinds_in(text: str) -> set[str]:
    """The kinds of what is in any text, such as a comment or a property."""
    return {span.kind for span in _without_layout(text)}


def typed_findings(texts: Mapping[int, str]) -> tuple[Finding, ...]:
    """What is in texts that somebody typed for pages, by number from 1: a finding for each kind on each page."""
    counts = Counter((number, span.kind) for number in sorted(texts) for span in _without_layout(texts[number]))
    return tuple(Finding(kind, number, count=count) for (number, kind), count in counts.items())


def _without_layout(text: str) -> list[Span]:
    return spans("\n".join(map(plain, text.splitlines())))


def text_findings(pages: Iterable[Page]) -> list[Finding]:
    """What is on the pages, one finding for each different thing; what stands on many pages is counted."""
    gathered = Gathered()
    for page in pages:
        gathered.look_at(page)
    return gathered.findings()


class Gathered:
    """What is on the pages looked at so far; of each different thing where it stands first, and how often."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.first: dict[tuple[str, str], tuple[int, Place | None]] = {}

    def look_at(self, page: Page) -> None:
        """Add a page."""
        for key, place in _on_page(page):
            self.counts[key] += 1
            self.first.setdefault(key, (page.number, place))

    def findings(self) -> list[Finding]:
        """In the order of their first places."""
        return [Finding(key[0], *self.first[key], count) for key, count in self.counts.items()]


def _on_page(page: Page) -> Iterator[tuple[tuple[str, str], Place | None]]:
    laid_out = LaidOut(page.words)
    for span in spans(laid_out.text):
        places = first_line(laid_out.places(span.start, span.end))
        words = " ".join(laid_out.text[span.start : span.end].split()).casefold()
        yield (span.kind, words), Place.around(places) if places else None
