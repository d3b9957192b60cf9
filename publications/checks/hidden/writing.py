"""Tells writing in a picture from boxes and from empty paper."""

import numpy as np

from publications.checks.hidden.ink import Picture

GREY = np.array([0.114, 0.587, 0.299])
"""How light blue, green and red are."""
CONTRAST = 40  # of 255: writing and paper differ by more
WIDEST_STROKE = 1.6
"""Letters that one stroke is wide at most; a box is wider."""


def has_box(band: Picture, letters: int) -> bool:
    """Whether an even patch darker than paper, wider than any stroke, stands in a line's band from top to bottom."""
    even = (band.max(axis=0) - band.min(axis=0) < CONTRAST) & (band.mean(axis=0) < 255 - 2 * CONTRAST)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], even, [False])).astype(np.int8)))
    widest = int((edges[1::2] - edges[::2]).max(initial=0))
    return bool(widest > WIDEST_STROKE * band.shape[1] / letters and widest > band.shape[0])


def strokes(band: Picture) -> float:
    """How often a line through the band changes between dark and light; of all its lines, the upper quarter."""
    dark, light = np.percentile(band, [2, 98])
    if light - dark < CONTRAST:
        return 0
    crossings = np.abs(np.diff((band < (dark + light) / 2).astype(np.int8), axis=1)).sum(axis=1)
    return float(np.percentile(crossings, 75)) if len(crossings) else 0
