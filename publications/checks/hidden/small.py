"""Letters so small that a reader takes them for a line or a speck."""

import numpy as np
from numpy.typing import NDArray

from publications.checks.hidden.view import View

SMALLEST = 2.1
"""Points of type, upright or across. Print of 2 points can't be read without a glass; 4 is the smallest in use."""


def too_small(view: View) -> NDArray[np.bool_]:
    """The letters of type smaller than can be read."""
    letters = view.sheet.letters
    spans = letters.boxes[:, 2:] - letters.boxes[:, :2]
    flagged: NDArray[np.bool_] = letters.able & (letters.sizes < SMALLEST) & (spans.min(axis=1) < SMALLEST)
    for one in set(letters.objects[flagged].tolist()):  # some fonts count in units of their own: measure what is drawn
        members = letters.able & (letters.objects == one)
        if spans[members].max(axis=0).min() >= SMALLEST:
            flagged &= ~members
    return flagged
