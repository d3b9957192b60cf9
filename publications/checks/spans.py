"""Where in a page's words something was found."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u00b4`"), "'")
SAME = DASHES | QUOTES


@dataclass(frozen=True)
class Span:
    """Something of a kind, from one character of a text to before another."""

    kind: str
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end


Detector = Callable[[str], Iterator[Span]]


def plain(text: str) -> str:
    """A text with one form of each character: ligatures taken apart, one dash, one quote, nothing without width."""
    composed = unicodedata.normalize("NFKC", text.translate(SAME)).translate(SAME)
    return "".join(" " if char.isspace() else char for char in composed if unicodedata.category(char) != "Cf")


def without_overlaps(spans: list[Span]) -> list[Span]:
    """Spans in the order of the text; of those that overlap, the one that came first in the list."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
