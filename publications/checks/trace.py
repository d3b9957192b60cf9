"""What a detector hands over: a finding, and the words that it found. The words never leave the process whole."""

from dataclasses import dataclass

from publications.checks.findings import Finding, Place


@dataclass(frozen=True)
class Trace:
    """A finding with its `words`. One that is `quoting` is dropped if a reader sees all of its words on the pages."""

    finding: Finding
    words: str = ""
    quoting: bool = False


def trace(kind: str, words: str = "", page: int | None = None, place: Place | None = None) -> Trace:
    """A finding of a kind, with what was found."""
    return Trace(Finding(kind, page, place), words)


def quote(kind: str, words: str, page: int | None = None) -> Trace:
    """A finding of words that are harmless where a reader sees them on the pages as well."""
    return Trace(Finding(kind, page), words, quoting=True)
