"""The words of the pages as a reader sees them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from publications.checks.findings import Place
from publications.checks.hidden.look import look
from publications.checks.hidden.runs import words
from publications.checks.hidden.view import View
from publications.checks.opening import pages_of
from publications.checks.sheet import Sheet, as_place


@dataclass(frozen=True)
class PageText:
    """What a reader sees on page `number` (from 1): its text with line ends, and each word with its place, in order."""

    number: int
    text: str
    words: tuple[tuple[str, Place], ...]


def page_text(sheet: Sheet, unseen: NDArray[np.int64]) -> PageText:
    """The text of a page without the letters that are not seen."""
    letters = sheet.letters
    signs = np.array(list(letters.text), dtype=object)
    signs[unseen] = " "
    text = "".join(signs).replace("\r\n", "\n").replace("\x00", "")
    found = [("".join(signs[word]), as_place(letters.boxes[word])) for word in words("".join(signs))]
    return PageText(sheet.number, text, tuple(found))


def text(file: Path, options: Mapping[str, Any], progress: Callable[[int, int], None]) -> list[str]:
    """The task "text": the text of every page, hidden words left out."""
    texts = []
    with pages_of(file, options) as document:
        for number in range(1, len(document) + 1):
            sheet = Sheet(document, number)
            texts.append(page_text(sheet, look(View(sheet)).letters).text)
            sheet.close()
            progress(number, len(document))
    return texts
