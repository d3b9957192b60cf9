"""Letters under other letters: a name with a dash, a block sign or another name drawn over it."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from publications.checks.drawn import Drawn
from publications.checks.hidden.ink import FAINT, Counted, apart, parts
from publications.checks.hidden.runs import telling
from publications.checks.hidden.twins import has_twin
from publications.checks.hidden.unseen import LEGIBLE, expected_ink
from publications.checks.hidden.view import View
from publications.checks.sheet import Letters

MOST_GROUPS = 6
"""Objects whose letters lie on each other are taken away in turn, in so many groups at most."""
PART = 0.15
"""Letters lie on each other if they share more of their boxes than slanted or kerned neighbours do."""
GRID = 3000  # points: what is further out is not looked at for this


def covered(view: View, seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of the letters that would be missed if all letters went, those that nobody misses if they go alone."""
    letters = view.sheet.letters
    crowded = seen & letters.able & _crowded(letters)
    result = np.zeros(len(letters), dtype=bool)
    if not telling(letters, crowded).any():
        return result
    for group in _groups(letters, crowded):
        members = crowded & np.isin(letters.objects, group)
        without = view.without(_objects(view, group))
        changed = Counted(apart(view.whole, without) > FAINT, view.scale).within(letters.boxes)
        result |= members & (parts(changed, expected_ink(view)) < LEGIBLE)
    return result & ~has_twin(letters, result, letters.able)


def _objects(view: View, addresses: list[int]) -> Iterator[Drawn]:
    return (view.texts[address] for address in addresses if address in view.texts)


def _crowded(letters: Letters) -> NDArray[np.bool_]:
    """The letters on a part of which letters of another object stand.

    Found on a grid of points, on which each box adds one to every point inside it; then measured exactly.
    """
    drawn = letters.objects != 0
    left, top, right, bottom = np.round(letters.boxes[drawn]).clip(0, GRID).astype(np.int64).T
    grid = np.zeros((bottom.max(initial=0) + 2, right.max(initial=0) + 2), dtype=np.int16)
    for ys, xs, sign in ((top, left, 1), (bottom, right, 1), (top, right, -1), (bottom, left, -1)):
        np.add.at(grid, (ys, xs), sign)
    counts = grid.cumsum(axis=0, dtype=np.int16).cumsum(axis=1, dtype=np.int16)
    near = np.flatnonzero(drawn & (Counted(counts >= 2, 1).share(letters.boxes) >= PART / 2))
    crowded = np.zeros(len(letters), dtype=bool)
    crowded[near] = [bool(_on(letters, one, near, PART)) for one in near.tolist()]
    return crowded & letters.able


def _on(letters: Letters, one: int, others: NDArray[np.int64], part: float = 0) -> set[int]:
    """The other objects of which letters cover more than a part of this one."""
    boxes, box = letters.boxes[others], letters.boxes[one]
    common = (np.minimum(boxes[:, 2:], box[2:]) - np.maximum(boxes[:, :2], box[:2])).clip(0).prod(axis=1)
    over = others[common > part * np.prod(box[2:] - box[:2])]
    return set(letters.objects[over].tolist()) - {int(letters.objects[one])}


def _groups(letters: Letters, crowded: NDArray[np.bool_]) -> list[list[int]]:
    """The objects of these letters, parted so that in one group none lies on another of it."""
    touching = _touching(letters, np.flatnonzero(crowded))
    groups: dict[int, int] = {}
    for one in touching:
        taken = {groups[other] for other in touching[one] if other in groups}
        groups[one] = next((number for number in range(MOST_GROUPS) if number not in taken), MOST_GROUPS - 1)
    return [[one for one, number in groups.items() if number == group] for group in sorted(set(groups.values()))]


def _touching(letters: Letters, crowded: NDArray[np.int64]) -> dict[int, set[int]]:
    """For each object with such letters, the others with such letters on them."""
    touching: dict[int, set[int]] = {int(one): set() for one in letters.objects[crowded]}
    for one in crowded.tolist():
        touching[int(letters.objects[one])] |= _on(letters, one, crowded)
    return touching
