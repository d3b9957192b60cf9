"""All checks of a PDF in one pass over its pages."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pypdfium2

from publications.checks.findings import Finding, Report
from publications.checks.hidden.look import look
from publications.checks.hidden.view import View
from publications.checks.opening import Unreadable, objects_of, pages_of
from publications.checks.sheet import Sheet

Progress = Callable[[int, int], None]


def examine(file: Path, options: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """The task "examine": the `Report` on a file, as plain values."""
    return examined(file, options, progress).as_json()


def examined(file: Path, options: Mapping[str, Any], progress: Progress) -> Report:
    """The report on a file."""
    try:
        with objects_of(file, options), pages_of(file, options) as document:
            return Report(tuple(_on_pages(document, progress)), pages=len(document))
    except Unreadable as error:
        return Report((Finding(error.kind),), pages=0)


def _on_pages(document: pypdfium2.PdfDocument, progress: Progress) -> Iterator[Finding]:
    for number in range(1, len(document) + 1):
        sheet = Sheet(document, number)
        looked = look(View(sheet))
        for each in looked.hidden:
            yield Finding(each.kind, number, sheet.place(sheet.letters.boxes[each.letters]))
        if looked.has_layer:
            yield Finding("text_layer", number)
        sheet.close()
        progress(number, len(document))
