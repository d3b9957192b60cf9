"""Where two pictures of a page differ, counted quickly for many boxes."""

import numpy as np
from numpy.typing import NDArray

from publications.checks.sheet import Floats

Picture = NDArray[np.uint8]
FAINT = 20
"""A difference in the strongest of the three colours (of 255) that nobody sees."""


def changed(one: Picture, other: Picture, faint: int = FAINT) -> NDArray[np.bool_]:
    """The pixels that look different."""
    apart = np.where(one > other, one - other, other - one)
    return np.maximum(np.maximum(apart[..., 0], apart[..., 1]), apart[..., 2]) > faint


class Counted:
    """A mask whose pixels are counted in any box at once (a summed-area table)."""

    def __init__(self, mask: NDArray[np.bool_], scale: float) -> None:
        self.scale = scale
        self.sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int32)
        self.sums[1:, 1:] = mask.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)

    def corners(self, boxes: Floats) -> tuple[NDArray[np.int64], ...]:
        """Boxes of the page as pixels, cut to the picture: left, top, right, bottom."""
        height, width = (side - 1 for side in self.sums.shape)
        pixels = np.nan_to_num(boxes * self.scale).clip(-1e6, 1e6)
        left, top = np.floor(pixels[:, 0] + 0.01), np.floor(pixels[:, 1] + 0.01)
        right, bottom = np.ceil(pixels[:, 2] - 0.01), np.ceil(pixels[:, 3] - 0.01)
        cut = (left.clip(0, width), top.clip(0, height), right.clip(0, width), bottom.clip(0, height))
        return tuple(side.astype(np.int64) for side in cut)

    def within(self, boxes: Floats) -> NDArray[np.int64]:
        """How many pixels of the mask are in each box."""
        left, top, right, bottom = self.corners(boxes)
        right, bottom = np.maximum(left, right), np.maximum(top, bottom)
        total: NDArray[np.int64] = (
            self.sums[bottom, right] - self.sums[top, right] - self.sums[bottom, left] + self.sums[top, left]
        ).astype(np.int64)
        return total

    def share(self, boxes: Floats) -> Floats:
        """Which part of each box the mask fills; 0 for one that has no area in the picture."""
        left, top, right, bottom = self.corners(boxes)
        area = np.maximum(0, right - left) * np.maximum(0, bottom - top)
        filled: Floats = np.divide(self.within(boxes), area, out=np.zeros(len(boxes)), where=area > 0)
        return filled
