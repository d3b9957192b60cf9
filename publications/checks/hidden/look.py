"""Finds the letters of a page that nobody sees.

A letter is hidden if the page looks the same without it. That holds for every way to hide it: under a box or picture,
in the colour of the paper, not drawn at all, off the page, on a layer that is off.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from publications.checks.hidden import causes, layers, overlaps, small
from publications.checks.hidden.labels import labels
from publications.checks.hidden.runs import runs, telling
from publications.checks.hidden.unseen import unseen
from publications.checks.hidden.view import View
from publications.checks.sheet import Floats, Letters

SEEN = frozenset({"text_without_font", "text_layer_elsewhere"})
"""Kinds of words that a reader may well see, in another font or at another place."""
BESIDE = 0.6  # of a line's height: rows that are nearer in it are one


@dataclass(frozen=True)
class Hidden:
    """Letters in a row of one line that can't be seen: the kind of finding, and which of the page's letters."""

    kind: str
    letters: NDArray[np.int64]


@dataclass(frozen=True)
class Looked:
    """What is hidden on a page, and whether it has a text layer: words behind a picture that shows the same."""

    hidden: tuple[Hidden, ...] = ()
    has_layer: bool = False

    @property
    def letters(self) -> NDArray[np.int64]:
        """Every letter that a reader does not see."""
        unseen = (each.letters for each in self.hidden if each.kind not in SEEN)
        return np.concatenate([np.zeros(0, dtype=np.int64), *unseen])


def look(view: View) -> Looked:
    """Every row of hidden letters on a page."""
    letters = view.sheet.letters
    if not view.texts or not len(letters):
        return Looked()
    flagged = unseen(view)
    kinds = causes.of(view, flagged)
    layer = layers.shown_by_picture(view, kinds)
    kinds[overlaps.covered(view, ~flagged)] = "text_under_text"
    kinds[small.too_small(view) & (kinds == "")] = "text_too_small"
    found = list(runs(letters, telling(letters, kinds != "")))
    harmless = labels(letters, found)
    rows = [
        Hidden("label_under_box" if number in harmless else _most_common(kinds[run]), run)
        for number, run in enumerate(found)
    ]
    return Looked(tuple(joined(rows, letters)), bool(layer.any()))


def joined(rows: list[Hidden], letters: Letters) -> list[Hidden]:
    """The rows, those that lie on or beside each other in one line as one; its kind is that of most of its letters."""
    result: list[tuple[Hidden, Floats]] = []
    for each in rows:
        box = _reach(letters, each.letters)
        near = [number for number, (_, other) in enumerate(result) if _meet(box, other)]
        parts = [each, *(result.pop(number)[0] for number in reversed(near))]
        run = np.sort(np.concatenate([part.letters for part in parts]))
        kind = max(parts, key=lambda part: len(part.letters)).kind
        result.append((Hidden(kind, run), _reach(letters, run)))
    return [each for each, _ in result]


def _reach(letters: Letters, run: NDArray[np.int64]) -> Floats:
    """The box round a row and a little before and after it, or above and below where it runs that way."""
    boxes = letters.boxes[run]
    left, top = boxes[:, 0].min(), boxes[:, 1].min()
    right, bottom = boxes[:, 2].max(), boxes[:, 3].max()
    wide, high = right - left, bottom - top
    across, down = (BESIDE * high, 0) if wide >= high else (0, BESIDE * wide)
    return np.array([left - across, top - down, right + across, bottom + down])


def _meet(one: Floats, other: Floats) -> bool:
    return bool((one[:2] < other[2:]).all() and (other[:2] < one[2:]).all())


def _most_common(kinds: NDArray[np.object_]) -> str:
    return str(Counter(kinds.tolist()).most_common(1)[0][0])
