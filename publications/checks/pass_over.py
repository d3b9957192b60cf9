"""One pass over a PDF: everything that its detectors find, with the words, for the tasks that need them."""

import contextlib
import mmap
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2

from publications.checks.accessibility import lacks_text
from publications.checks.findings import Finding
from publications.checks.hidden import pictures
from publications.checks.hidden.look import Looked, look
from publications.checks.hidden.view import View
from publications.checks.inside import leftovers
from publications.checks.inside.earlier import earlier
from publications.checks.inside.look import Inside, look_inside
from publications.checks.inside.revisions import ends
from publications.checks.inside.size import Size
from publications.checks.opening import LARGEST_PAGE, MOST, Unreadable, objects_of, pages_of, refuse_unless_pdf
from publications.checks.page_text import PageText, page_text
from publications.checks.sheet import Sheet, as_place
from publications.checks.trace import Trace, trace

Progress = Callable[[int, int], None]


@dataclass
class Pass:
    """What one pass over a file found: traces, the text of each page that a reader sees, and which pages lack any."""

    traces: list[Trace] = field(default_factory=list)
    texts: list[PageText] = field(default_factory=list)
    pages: int = 0
    without_text: list[int] = field(default_factory=list)


def pass_over(file: Path, options: Mapping[str, Any], progress: Progress, only: Collection[int] | None = None) -> Pass:
    """Look at everything in a file; at its drawn pages only if `only` has none or names them."""
    found = Pass()
    with _bytes_of(file, options) as content:
        inside, states = _inside(file, options, content)
        found.traces += inside.traces
        with pages_of(file, options) as document:
            found.pages = len(document)
            found.traces += earlier((content[:end] for end in states), document, inside.traces)
            for number in range(1, len(document) + 1):
                if only is None or number in only:
                    found.texts.append(_on_page(found, document, number, inside))
                progress(number, len(document))
    return found


@contextlib.contextmanager
def _bytes_of(file: Path, options: Mapping[str, Any]) -> Iterator[mmap.mmap]:
    refuse_unless_pdf(file, options.get("bytes", MOST["bytes"]))
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        yield content


def _inside(file: Path, options: Mapping[str, Any], content: mmap.mmap) -> tuple[Inside, list[int]]:
    """What is inside of a file, and where its earlier states end."""
    with objects_of(file, options) as pdf:
        inside, states = look_inside(pdf, Size(options.get("expanded", MOST["expanded"]))), ends(content)
        inside.traces += leftovers.unreferenced(inside.walk)
        inside.traces += leftovers.outside(content)
    if not states:  # what those left is compared page by page
        with objects_of(file, options) as pdf:  # anew: what was read of it before is given back
            inside.traces += leftovers.superseded(content, pdf)
    return inside, states


def _on_page(found: Pass, document: pypdfium2.PdfDocument, number: int, inside: Inside) -> PageText:
    """Look at one drawn page."""
    sheet = Sheet(document, number)
    try:
        if max(sheet.width, sheet.height) > LARGEST_PAGE:
            raise Unreadable("page_too_large")
        view = View(sheet, has_layers_off=bool(inside.layers_off))
        looked = look(view)
        found.traces += words_on(sheet, looked)
        found.traces += [Trace(Finding(kind, number, place)) for kind, place in pictures.covered(view)]
        found.traces += [Trace(Finding("picture_cropped", number, place)) for place in pictures.cut_off(view)]
        text = page_text(sheet, looked.letters)
        if lacks_text(sheet, text.words):
            found.without_text.append(number)
        return text
    finally:
        sheet.close()


def words_on(sheet: Sheet, looked: Looked) -> Iterator[Trace]:
    """The hidden words of a page."""
    for each in looked.hidden:
        words = sheet.letters.text[each.letters[0] : each.letters[-1] + 1]
        yield trace(each.kind, words, sheet.number, as_place(sheet.letters.boxes[each.letters]))
    if looked.has_layer:
        yield trace("text_layer", page=sheet.number)
