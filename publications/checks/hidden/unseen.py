"""Which letters of a page change nothing that could be seen."""

import numpy as np
from numpy.typing import NDArray

from publications.checks.hidden.ink import FAINT, FAINTEST, PAPER, Counted, apart, parts
from publications.checks.hidden.runs import telling
from publications.checks.hidden.twins import has_twin
from publications.checks.hidden.view import View

DOUBTFUL, LEGIBLE = 0.2, 0.3
"""A letter is seen if it changes more than a doubtful part of its box, or else a legible part of what it would change
in black on empty paper."""
LARGE = 24  # points: letters of this height are seen in the palest grey


def unseen(view: View) -> NDArray[np.bool_]:
    """The letters without which the page looks the same."""
    letters = view.sheet.letters
    differs = apart(view.whole, view.bare)
    changed = Counted(differs > FAINT, view.scale)
    flagged = letters.able & (changed.share(letters.boxes) < DOUBTFUL)
    if not telling(letters, flagged).any():
        return np.zeros(len(letters), dtype=bool)
    flagged &= ~_legible(view, changed)
    large = flagged & (letters.boxes[:, 3] - letters.boxes[:, 1] > LARGE)
    if large.any():
        flagged &= ~(large & _legible(view, Counted(differs > FAINTEST, view.scale)))
    return flagged & ~has_twin(letters, flagged, letters.able & ~flagged)


def _legible(view: View, changed: Counted) -> NDArray[np.bool_]:
    expected = expected_ink(view)
    boxes = view.sheet.letters.boxes
    return (expected > 0) & (parts(changed.within(boxes), expected) >= LEGIBLE)


def expected_ink(view: View) -> NDArray[np.int64]:
    """How many pixels each letter would change in black on empty paper; 0 if it has no shape there at all."""
    return Counted(apart(view.letters_alone, PAPER) > FAINT, view.scale).within(view.sheet.letters.boxes)
