"""Finds the letters of a page that nobody sees.

A letter is hidden if the page looks the same without it. That holds for every way to hide it: under a box or picture,
in the colour of the paper, not drawn at all, off the page, on a layer that is off.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from publications.checks.hidden.ink import Counted, changed
from publications.checks.hidden.runs import runs, telling
from publications.checks.hidden.view import View

SEEN = 0.12
"""A letter that changes this part of its box is seen; thin ones in small print change more."""


@dataclass(frozen=True)
class Hidden:
    """Letters in a row of one line that can't be seen: the kind of finding, and which of the page's letters."""

    kind: str
    letters: NDArray[np.int64]


def hidden(view: View) -> Iterator[Hidden]:
    """Every row of hidden letters on a page."""
    letters = view.sheet.letters
    if not len(letters):
        return
    difference = Counted(changed(view.whole, view.bare), view.scale)
    unseen = difference.share(letters.boxes) < SEEN
    for run in runs(letters, telling(letters, unseen & (letters.objects != 0))):
        yield Hidden("text_hidden", run)
