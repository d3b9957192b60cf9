"""Where on a page, as a reader sees it, a box of the file is."""

import math

import numpy as np
import pikepdf

from publications.checks.findings import Place
from publications.checks.sheet import as_place, turned

DEEPEST = 64


def place_on(page: pikepdf.Page, box: object) -> Place | None:
    """The place of a box of the file, such as an annotation's; None if it makes no sense."""
    corners, crop, media = (_corners(each) for each in (box, page.cropbox, page.mediabox))
    if corners is None or media is None:
        return None
    crop = crop or media
    shown = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    return as_place(turned(np.array([corners]), shown, _rotation(page)))


def _corners(box: object) -> tuple[float, float, float, float] | None:
    try:
        x0, y0, x1, y1 = (float(side) for side in box)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return None
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        return None
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _rotation(page: pikepdf.Page) -> int:
    each: object = page.obj
    for _ in range(DEEPEST):
        if not isinstance(each, pikepdf.Dictionary):
            break
        value: object = each.get("/Rotate")
        if value is not None:
            return value % 360 // 90 * 90 if isinstance(value, int) else 0
        each = each.get("/Parent")
    return 0
