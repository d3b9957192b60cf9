"""The checks of a frozen text: what a person would miss in its words and in the addresses of its links."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from publications.checks.findings import Finding, Report
from publications.checks.inside.actions import links
from publications.checks.opening import Unreadable
from publications.checks.spans import plain
from publications.checks.texts import spans
from publications.web.frozen import Document, Malformed, read
from publications.web.html import addresses

Progress = Callable[[int, int], None]


def examine_text(file: Path, _options: Mapping[str, Any], _progress: Progress) -> dict[str, Any]:
    """The task "examine_text": the `Report` on a frozen text, as plain values. Its findings have no page."""
    try:
        return Report(tuple(findings(opened(file))), pages=1).as_json()
    except Unreadable as error:
        return Report((Finding(error.kind),), pages=0).as_json()


def words_of_text(file: Path, _options: Mapping[str, Any], _progress: Progress) -> list[str]:
    """The task "words_of_text": all that a reader reads of it, as one page."""
    return ["\n".join(opened(file).texts())]


def opened(file: Path) -> Document:
    """The text in a file; Unreadable if it is none."""
    try:
        return read(file.read_bytes())
    except OSError:
        raise Unreadable("missing") from None
    except Malformed:
        raise Unreadable("not_a_text") from None


def findings(document: Document) -> Iterator[Finding]:
    """What is in it, each kind of thing once with its count."""
    led_to = addresses_in(document)
    different = Counter((kind, words.casefold()) for kind, words in found_in(document))
    for (kind, _words), count in different.items():
        yield Finding(kind, count=count)
    for trace in (trace for address in led_to for trace in links(address, None)):
        yield trace.finding
    if document.pictures:
        yield Finding("text_pictures", count=len(document.pictures))


def found_in(document: Document) -> Iterator[tuple[str, str]]:
    """The kind and the words of everything in its text, and in where its links lead."""
    said = (*document.texts(), *addresses_in(document))
    even = "\n".join(plain(line) for text in said for line in text.splitlines())
    yield from ((span.kind, " ".join(even[span.start : span.end].split())) for span in spans(even))


def addresses_in(document: Document) -> list[str]:
    """Where its links lead."""
    return [address for html in document.html() for address in addresses(html)]
