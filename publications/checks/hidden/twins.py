"""The same letter twice at one place: bold by double striking, a shadow, a halo. Nothing of it is hidden."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from publications.checks.sheet import Letters

NEAR = 0.35  # of the letter's height: how far apart two of one kind may be drawn
CELL = 8.0  # points


def has_twin(letters: Letters, some: NDArray[np.bool_], others: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of some letters stand where one of the others, drawn by another object, says the same."""
    result = np.zeros(len(letters), dtype=bool)
    if not some.any() or not others.any():
        return result
    middles = (letters.boxes[:, :2] + letters.boxes[:, 2:]) / 2
    heights = np.maximum(letters.boxes[:, 3] - letters.boxes[:, 1], 4)
    signs = letters.text.casefold() if len(letters.text.casefold()) == len(letters) else letters.text
    known: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for other in np.flatnonzero(others).tolist():
        known[_key(signs[other], middles[other])].append(other)
    for one in np.flatnonzero(some).tolist():
        result[one] = any(
            letters.objects[other] != letters.objects[one]
            and np.abs(middles[other] - middles[one]).max() <= NEAR * heights[one]
            for other in _around(known, signs[one], middles[one])
        )
    return result


def _key(sign: str, middle: NDArray[np.float64]) -> tuple[str, int, int]:
    return (sign, int(middle[0] // CELL), int(middle[1] // CELL))


def _around(known: dict[tuple[str, int, int], list[int]], sign: str, middle: NDArray[np.float64]) -> list[int]:
    _, column, row = _key(sign, middle)
    cells = [(sign, column + right, row + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
    return [other for cell in cells for other in known.get(cell, [])]
