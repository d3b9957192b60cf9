"""Text layers: words behind the picture of a scanned page, put there so that it can be searched and read out.

Such words are not drawn, or lie under the picture, and are honest where the picture shows writing at their place. Where
it shows a box or nothing, they tell what somebody took out of the picture only. Which words the writing is can't be
told without reading it: only where there is writing, and how much.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from publications.checks.hidden.ink import FAINT, PAPER, apart
from publications.checks.hidden.runs import words
from publications.checks.hidden.sights import CLOSE, WIDE, Sight, Word, sight, strokes_of
from publications.checks.hidden.unseen import expected_ink
from publications.checks.hidden.view import View

SCANNED = 0.5
"""Words under pictures are taken for a text layer only where pictures fill at least so much of the page."""
WELL, BADLY = 0.8, 0.3
"""Words are well placed if so many of them stand where there is writing, and badly if fewer than that do."""
WHOLE_LINE, USUAL = 0.65, 1.3
"""A word that stands aside of its writing is in a line that has so much of the strokes that its letters should have;
they have this many each where the page tells nothing better."""
AMOUNT = (0.4, 2.5)
"""A page whose words stand elsewhere than its writing has about as much ink as its words would have."""


def shown_by_picture(view: View, kinds: NDArray[np.object_]) -> NDArray[np.bool_]:
    """The letters that a picture shows too: their kinds are emptied. Those that it should show and does not get theirs.

    Changes `kinds`, in which every hidden letter has its kind.
    """
    is_scan = pictured(view) >= SCANNED
    candidates = kinds == "text_not_drawn"
    if is_scan:
        candidates |= kinds == "text_under_picture"
    shown = np.zeros(len(kinds), dtype=bool)
    if not candidates.any():
        return shown
    found = _words(view, candidates)
    placed = sum(each.sight is Sight.WRITING for each in found) / max(1, len(found))
    if placed < WELL:
        found = [each.seen_as(sight(view, each, WIDE)) for each in found]
    for each in found:
        shown[each.letters] = each.sight is Sight.WRITING
    kinds[shown] = ""
    if is_scan or shown.any():
        kinds[candidates & ~shown] = "text_layer_differs"
        for each in _elsewhere(view, found, badly=placed < BADLY):
            kinds[each.letters] = "text_layer_elsewhere"
    return shown


def _words(view: View, candidates: NDArray[np.bool_]) -> list[Word]:
    """Each word of the layer with what the picture shows at its place."""
    letters = view.sheet.letters
    lines = np.cumsum(np.isin(letters.codes, (10, 13)))
    found = []
    for word in words(letters.text):
        members = np.flatnonzero(candidates[word] & letters.able[word]) + word.start
        if len(members):
            each = Word(members, letters.boxes[members], int(lines[members[0]]))
            found.append(each.seen_as(sight(view, each, CLOSE)))
    return found


def _elsewhere(view: View, found: list[Word], *, badly: bool) -> Iterator[Word]:
    """The words that stand over empty paper, while the writing of their line, or of the page, is all there."""
    if badly and _about_as_much(view, found):
        yield from (each for each in found if each.sight is Sight.NOTHING)
        return
    known = [strokes_of(view, each.boxes) / len(each.letters) for each in found if each.sight is Sight.WRITING]
    usual = float(np.median(known)) if len(known) >= 5 else USUAL
    for line in {each.line for each in found if each.sight is Sight.NOTHING}:
        own = [each for each in found if each.line == line]
        if _is_whole(view, own, usual):
            yield from (each for each in own if each.sight is Sight.NOTHING)


def _is_whole(view: View, line: list[Word], usual: float) -> bool:
    """Whether all the writing of a line is somewhere in it, and no box."""
    boxes = np.concatenate([each.boxes for each in line])
    room = (boxes[:, 2].max() - boxes[:, 0].min()) / 4
    wide = np.array([[boxes[:, 0].min() - room, boxes[:, 1].min(), boxes[:, 2].max() + room, boxes[:, 3].max()]])
    no_box = all(each.sight is not Sight.BOX for each in line)
    return no_box and strokes_of(view, wide, WIDE) >= WHOLE_LINE * usual * len(boxes)


def _about_as_much(view: View, found: list[Word]) -> bool:
    """Whether the picture has no box over these words, and about as much ink as they would have."""
    letters = np.concatenate([each.letters for each in found])
    expected = int(expected_ink(view)[letters].sum())
    ink = int((apart(view.bare, PAPER) > 4 * FAINT).sum())
    as_much = expected > 0 and AMOUNT[0] * expected <= ink <= AMOUNT[1] * expected
    return as_much and all(each.sight is not Sight.BOX for each in found)


def pictured(view: View) -> float:
    """Which part of the page pictures fill."""
    sheet = view.sheet
    grid = np.zeros((50, 50), dtype=bool)
    steps = np.array([50 / max(sheet.width, 1), 50 / max(sheet.height, 1)] * 2)
    boxes = [each.bounds for each in sheet.drawn if each.is_picture]
    for left, top, right, bottom in np.round(sheet.seen(np.array(boxes)) * steps).clip(0, 50).astype(int):
        grid[top:bottom, left:right] = True
    return float(grid.mean())
