"""The task "watch": where in a file something of the officer's list is."""

import contextlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from publications.checks.findings import Place
from publications.checks.hidden.look import look
from publications.checks.hidden.runs import words
from publications.checks.hidden.view import View
from publications.checks.laid_out import first_line
from publications.checks.opening import Unreadable, pages_of
from publications.checks.sheet import Sheet, as_place
from publications.checks.watch.elsewhere import elsewhere
from publications.checks.watch.entries import entries
from publications.checks.watch.matching import How, Watch

ON_PAGE, HIDDEN, FILE_NAME, TITLE, GIVEN = "page", "hidden", "file_name", "title", "given"
MOST_FRAMED = 40  # pages with hits of which it is told where they stand, and whether a reader sees them
PARTED = re.compile(r"[\s_]+|(?<=[a-z])(?=[A-Z])|[<>]+")


@dataclass(frozen=True)
class Hit:
    """Something of the list: its line there, how much of it was found, in what, and where. No word of it."""

    line: int
    how: How
    where: str
    page: int | None = None
    place: Place | None = None


def watch(file: Path, options: Mapping[str, Any], progress: Callable[[int, int], None]) -> dict[str, Any]:
    """Where something of `options["list"]` is: `hits` as plain values, each with its `count`, and the number of pages.

    Looked through are the pages, what is hidden there, everything else in the file that can be read, what the file
    and the publication are called (`name`, `title`), and what was typed for pages without a text (`given`, as pairs of
    a page's number and its text). `unreadable` is a kind if the file can't be read.
    """
    wanted = Watch(entries(str(options["list"])))
    sizes = {key: value for key, value in options.items() if key in {"bytes", "pages", "expanded"}}
    try:
        hits = Counter([*in_names(wanted, options), *_given(wanted, options), *_elsewhere(wanted, file, sizes)])
        with pages_of(file, sizes) as document:
            hits.update(_on_pages(wanted, document, progress))
            return {"unreadable": "", "pages": len(document), "hits": plain_hits(hits)}
    except Unreadable as error:
        return {"unreadable": error.kind, "pages": 0, "hits": []}


def plain_hits(hits: Counter[Hit]) -> list[dict[str, Any]]:
    """Hits as plain values with their counts, the surest first."""
    order = sorted(hits, key=lambda hit: (list(How).index(hit.how), hit.page or 0, hit.line))
    return [asdict(hit) | {"how": hit.how.value, "count": hits[hit]} for hit in order]


def in_names(wanted: Watch, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits in what the file and the publication are called."""
    for where, key in ((FILE_NAME, "name"), (TITLE, "title")):
        for match in wanted.matches(PARTED.split(str(options.get(key, "")))):
            yield Hit(match.line, match.how, where)


def _given(wanted: Watch, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits in what somebody typed for pages that hold no text."""
    for number, text in options.get("given", ()):
        for match in wanted.matches(text.split()):
            yield Hit(match.line, match.how, GIVEN, number)


def _elsewhere(wanted: Watch, file: Path, sizes: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits in what is not on the pages; the same words may be found there by more than one way, and are told once."""
    found = {
        Hit(match.line, match.how, where, page)
        for where, page, text in elsewhere(file, sizes, lambda _done, _of: None)
        for match in wanted.matches(PARTED.split(text))
    }
    yield from found


def _on_pages(wanted: Watch, document: pypdfium2.PdfDocument, progress: Callable[[int, int], None]) -> Iterator[Hit]:
    """Hits on the pages. Where each stands is worked out for the first pages with hits only: that takes far longer."""
    framed = 0
    for number in range(1, len(document) + 1):
        sheet = Sheet(document, number)
        with contextlib.closing(sheet.page.get_textpage()) as text:
            matches = wanted.matches(text.get_text_range(errors="ignore").split())
        framed += bool(matches)
        if matches and framed <= MOST_FRAMED:
            yield from _on_page(wanted, sheet)
        else:
            yield from (Hit(match.line, match.how, ON_PAGE, number) for match in matches)
        sheet.close()
        progress(number, len(document))


def _on_page(wanted: Watch, sheet: Sheet) -> Iterator[Hit]:
    """Hits among the words of a page, those included that nobody sees, with their places."""
    letters = sheet.letters
    slices = list(words(letters.text))
    unseen = {*look(View(sheet)).letters.tolist()}
    for match in wanted.matches([letters.text[each] for each in slices]):
        stretch = slices[match.first : match.after]
        places = first_line([as_place(letters.boxes[each]) for each in stretch])
        hidden = any(letter in unseen for each in stretch for letter in range(each.start, each.stop))
        yield Hit(match.line, match.how, HIDDEN if hidden else ON_PAGE, sheet.number, Place.around(places))
