"""Text layers: words behind the picture of a scanned page, put there so that it can be searched and read out.

Such words are not drawn, or lie under the picture, and are honest where the picture shows writing at their place. Where
it shows a dark box or nothing, they tell what somebody took out of the picture only.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from publications.checks.hidden.ink import Picture, pixels
from publications.checks.hidden.runs import words
from publications.checks.hidden.view import View

SCANNED = 0.5
"""Words under pictures are taken for a text layer only where pictures fill at least so much of the page."""
GREY = np.array([0.114, 0.587, 0.299])
CONTRAST = 40  # of 255: writing and paper differ by more
STROKES = 0.35
"""So many changes between dark and light for each letter, at least: writing has about two."""
WIDEST_STROKE = 1.6
"""Letters that one dark stroke is wide at most; a box is wider."""


def shown_by_picture(view: View, kinds: NDArray[np.object_]) -> NDArray[np.bool_]:
    """The letters that a picture shows too: their kinds are emptied. Those that it should show and does not get theirs.

    Changes `kinds`, in which every hidden letter has its kind.
    """
    letters = view.sheet.letters
    candidates = kinds == "text_not_drawn"
    if pictured(view) >= SCANNED:
        candidates |= kinds == "text_under_picture"
    shown = np.zeros(len(letters), dtype=bool)
    if not candidates.any():
        return shown
    for word in words(letters.text):
        members = np.flatnonzero(candidates[word] & letters.able[word]) + word.start
        if len(members) and _shows_writing(view, letters.boxes[members]):
            shown[members] = True
    kinds[shown] = ""
    if shown.any():
        kinds[candidates & ~shown] = "text_layer_differs"
    return shown


def pictured(view: View) -> float:
    """Which part of the page pictures fill."""
    sheet = view.sheet
    grid = np.zeros((50, 50), dtype=bool)
    steps = np.array([50 / max(sheet.width, 1), 50 / max(sheet.height, 1)] * 2)
    boxes = [each.bounds for each in sheet.drawn if each.is_picture]
    for left, top, right, bottom in np.round(sheet.seen(np.array(boxes)) * steps).clip(0, 50).astype(int):
        grid[top:bottom, left:right] = True
    return float(grid.mean())


def _shows_writing(view: View, boxes: NDArray[np.float64]) -> bool:
    """Whether the picture has writing where a word of these letters stands, or a little above or below."""
    left, top = boxes[:, 0].min(), boxes[:, 1].min()
    right, bottom = boxes[:, 2].max(), boxes[:, 3].max()
    high = bottom - top
    if len(boxes) > 1 and high > 1.5 * (right - left):
        bands = list(_bands(view, (left, top, right, bottom), across=True))
    else:
        bands = list(_bands(view, (left, top, right, bottom), across=False))
    if not bands or _has_box(bands[0], len(boxes)):
        return False
    return any(strokes(band) >= STROKES * len(boxes) for band in bands)


def _bands(view: View, box: tuple[float, float, float, float], *, across: bool) -> Iterator[Picture]:
    """The middle of a word's place in grey, its writing from left to right; then the same a little up and down."""
    left, top, right, bottom = box
    depth = (right - left) if across else (bottom - top)
    for shift in (0.0, -0.4 * depth, 0.4 * depth):
        if across:
            wanted = np.array([[left + 0.25 * depth + shift, top, right - 0.25 * depth + shift, bottom]])
        else:
            wanted = np.array([[left, top + 0.25 * depth + shift, right, bottom - 0.25 * depth + shift]])
        height, width = view.bare.shape[:2]
        x0, y0, x1, y1 = (int(side[0]) for side in pixels(wanted, view.scale, width, height))
        band = view.bare[y0:y1, x0:x1] @ GREY
        if band.size:
            yield band.T if across else band


def _has_box(band: Picture, letters: int) -> bool:
    """Whether a dark or even patch wider than any stroke stands in the band, from its top to its bottom."""
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
