"""Where two pictures of a page differ, counted quickly for many boxes."""

import numpy as np
from numpy.typing import NDArray

from publications.checks.sheet import Floats

Picture = NDArray[np.uint8]
PAPER = np.array(255, dtype=np.uint8)
"""A picture of nothing, to be compared with any other."""
TALL = 20_000  # rows
FAINT = 16
"""A difference in the strongest of the three colours (of 255) that nobody sees in print of ordinary size."""
FAINTEST = 5
"""The same for large letters, such as a pale mark across the page."""


def apart(one: Picture, other: Picture) -> NDArray[np.uint8]:
    """How far each pixel differs, in the colour in which it differs most."""
    difference = np.maximum(one, other)
    difference -= np.minimum(one, other)
    strongest: NDArray[np.uint8] = np.maximum(np.maximum(difference[..., 0], difference[..., 1]), difference[..., 2])
    return strongest


class Counted:
    """A mask whose pixels are counted in any box at once (a summed-area table)."""

    def __init__(self, mask: NDArray[np.bool_], scale: float) -> None:
        self.scale = scale
        self.sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int32)
        self.sums[1:, 1:] = mask
        if mask.shape[0] > TALL:
            np.cumsum(self.sums, axis=0, out=self.sums)
        else:  # several times as fast, if there are not too many rows
            for row in range(1, len(self.sums)):
                self.sums[row] += self.sums[row - 1]
        np.cumsum(self.sums, axis=1, out=self.sums)

    def corners(self, boxes: Floats) -> tuple[NDArray[np.int64], ...]:
        """Boxes of the page as pixels, cut to the picture: left, top, right, bottom."""
        height, width = (side - 1 for side in self.sums.shape)
        return pixels(boxes, self.scale, width, height)

    def within(self, boxes: Floats) -> NDArray[np.int64]:
        """How many pixels of the mask are in each box."""
        left, top, right, bottom = self.corners(boxes)
        total = self.sums[bottom, right] - self.sums[top, right] - self.sums[bottom, left] + self.sums[top, left]
        return total.astype(np.int64)

    def share(self, boxes: Floats) -> Floats:
        """Which part of each box the mask fills; 0 for one that has no area in the picture."""
        left, top, right, bottom = self.corners(boxes)
        return parts(self.within(boxes), (right - left) * (bottom - top))


def pixels(boxes: Floats, scale: float, width: int, height: int) -> tuple[NDArray[np.int64], ...]:
    """Left, top, right and bottom of boxes in a picture of that size, cut to it; right and bottom are outside."""
    placed = np.nan_to_num(boxes * scale).clip(-1e6, 1e6)
    left, top = np.floor(placed[:, 0] + 0.01).clip(0, width), np.floor(placed[:, 1] + 0.01).clip(0, height)
    right, bottom = np.ceil(placed[:, 2] - 0.01).clip(0, width), np.ceil(placed[:, 3] - 0.01).clip(0, height)
    sides = (left, top, np.maximum(left, right), np.maximum(top, bottom))
    return tuple(side.astype(np.int64) for side in sides)


def parts(some: NDArray[np.int64], of: NDArray[np.int64]) -> Floats:
    """Some of each; 0 of nothing."""
    return np.divide(some, of, out=np.zeros(len(some)), where=of > 0)
