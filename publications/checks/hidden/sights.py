"""What the picture of a scanned page shows where a word of its text layer stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from publications.checks.hidden.ink import Picture, pixels
from publications.checks.hidden.view import View
from publications.checks.hidden.writing import GREY, has_box, strokes
from publications.checks.sheet import Floats

CLOSE, WIDE = (0.0, -0.4, 0.4), (0.0, -0.4, 0.4, -0.8, 0.8)
"""Recognised words stand a little too high or low, by so many of their heights; further out is the next line."""
STROKES = 0.35
"""So many changes between dark and light for each letter, at least: writing has about two."""


class Sight(Enum):
    """What stands at a place of the picture."""

    WRITING = 1
    BOX = 2
    NOTHING = 3


@dataclass(frozen=True)
class Word:
    """A word of the layer: which of the page's letters, their boxes, its line, and what the picture shows there."""

    letters: NDArray[np.int64]
    boxes: Floats
    line: int
    sight: Sight = Sight.NOTHING

    def seen_as(self, sight: Sight) -> "Word":
        """The same word with another sight."""
        return replace(self, sight=sight)


def sight(view: View, word: Word, shifts: Sequence[float]) -> Sight:
    """What stands where a word is, or that much higher or lower.

    A box counts at its very place; where words may stand further off, also there.
    """
    found = list(bands(view, word.boxes, shifts))
    if any(has_box(band, len(word.boxes)) for band in (found if shifts is WIDE else found[:1])):
        return Sight.BOX
    is_written = any(strokes(band) >= STROKES * len(word.boxes) for band in found)
    return Sight.WRITING if is_written else Sight.NOTHING


def strokes_of(view: View, boxes: Floats, shifts: Sequence[float] = (0.0,)) -> float:
    """How many strokes a line through these letters crosses, at the height where they are most."""
    return max(map(strokes, bands(view, boxes, shifts)), default=0.0)


def bands(view: View, boxes: Floats, shifts: Sequence[float]) -> Iterator[Picture]:
    """The middle of the place of some letters in grey, their line from left to right, and that moved up and down."""
    left, top = boxes[:, 0].min(), boxes[:, 1].min()
    right, bottom = boxes[:, 2].max(), boxes[:, 3].max()
    across = len(boxes) > 1 and bottom - top > 1.5 * (right - left)
    depth = (right - left) if across else (bottom - top)
    height, width = view.bare.shape[:2]
    for shift in shifts:
        near, far = (0.25 + shift) * depth, (0.25 - shift) * depth
        wanted = [left + near, top, right - far, bottom] if across else [left, top + near, right, bottom - far]
        x0, y0, x1, y1 = (int(side[0]) for side in pixels(np.array([wanted]), view.scale, width, height))
        band = view.bare[y0:y1, x0:x1] @ GREY
        if band.size:
            yield band.T if across else band
