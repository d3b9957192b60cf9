"""A page as it is drawn: its letters and drawn objects, and pictures of it with some of them left out.

Places are points from the top left corner of the page as a reader sees it (cropped and turned).
"""

import contextlib
import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from publications.checks.drawn import Corners, Drawn, address, gathered
from publications.checks.findings import Place

Floats = NDArray[np.float64]
BLANKS = (9, 10, 13, 32, 160)
FLAT = 0.03  # points: a box as low or narrow is none
HIGHEST = 200.0  # points: what a font says of its size is not believed beyond
SMALL = 2.0  # points: a letter whose box is as low or as narrow


def is_letter(sign: str) -> bool:
    """Whether it could be part of a word: also a sign that the font does not name."""
    return sign.isalnum() or sign == "\ufffd" or 0xE000 <= ord(sign) <= 0xF8FF


@dataclass(frozen=True)
class Letters:
    """All signs of a page in reading order, an array each: what they are and where.

    `codes` are Unicode; `boxes` are rows of left, top, right, bottom; `objects` is the address of the object that
    draws it, 0 for a space or line end that was not drawn but follows from the distance. `sizes` are points of type,
    the smaller of upright and across; they are known only where a box is small (`SMALL`), and endless elsewhere.
    `shaped` ones have a shape in their font; for others `boxes` says where it would stand.
    """

    codes: NDArray[np.int64]
    boxes: Floats
    objects: NDArray[np.int64]
    sizes: Floats
    shaped: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def able(self) -> NDArray[np.bool_]:
        """Which signs are drawn and could be part of a word."""
        could: NDArray[np.bool_] = np.fromiter(map(is_letter, self.text), dtype=bool, count=len(self))
        could &= self.objects != 0
        return could

    @cached_property
    def text(self) -> str:
        """One sign for each, as a string of the same length."""
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in self.codes.tolist())


def turned(boxes: Floats, page: Corners, rotation: int) -> Floats:
    """Boxes of a file (left, bottom, right, top) as places on a page that shows that box of it, turned clockwise."""
    left, bottom, right, top = page
    x0, y0, x1, y1 = np.asarray(boxes, dtype=float).reshape(-1, 4).T
    sides = {
        0: (x0 - left, top - y1, x1 - left, top - y0),
        90: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
        180: (right - x1, y0 - bottom, right - x0, y1 - bottom),
        270: (top - y1, right - x1, top - y0, right - x0),
    }[rotation]
    return np.stack(sides, axis=1)


def as_place(boxes: Floats) -> Place:
    """The place that holds these boxes of a page."""
    sides = (boxes[:, 0].min(), boxes[:, 1].min(), boxes[:, 2].max(), boxes[:, 3].max())
    return Place(*(round(float(side), 1) for side in sides))


class Sheet:
    """One page of an open document, its `number` from 1."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int) -> None:
        self.document, self.number = document, number
        self.page = page = document[number - 1]
        left, bottom, right, top = page.get_bbox()
        self.box = (left, bottom, right, top)
        self.rotation = page.get_rotation()
        self.width, self.height = page.get_width(), page.get_height()

    def seen(self, boxes: Floats) -> Floats:
        """Boxes of the file (left, bottom, right, top) as places on the page."""
        return turned(boxes, self.box, self.rotation)

    def again(self) -> "Sheet":
        """The same page read anew, for changes that are not undone; to be closed by whoever asks."""
        return Sheet(self.document, self.number)

    def close(self) -> None:
        """Give back its memory. Nothing may be asked of it afterwards."""
        self.page.close()

    @cached_property
    def drawn(self) -> list[Drawn]:
        """Every drawn object, those inside forms after their form, in the order in which they are drawn."""
        return gathered(self.page)

    @cached_property
    def letters(self) -> Letters:
        """Every sign on the page, seen or not."""
        with contextlib.closing(self.page.get_textpage()) as text:
            raw, total = text.raw, text.count_chars()
            codes = [pdfium.FPDFText_GetUnicode(raw, number) for number in range(total)]
            boxes = np.array(list(_char_boxes(raw, total)), dtype=float).reshape(-1, 4)
            shaped = (boxes[:, 2:] - boxes[:, :2]).min(axis=1, initial=np.inf) > FLAT
            shaped |= np.isin(codes, BLANKS)
            for number in np.flatnonzero(~shaped).tolist():
                boxes[number] = _nominal_box(raw, number)
            objects = [address(pdfium.FPDFText_GetTextObject(raw, number)) for number in range(total)]
            sizes = _type_sizes(raw, boxes, objects)
        return Letters(
            np.array(codes, dtype=np.int64), self.seen(boxes), np.array(objects, dtype=np.int64), sizes, shaped
        )

    def picture(self, scale: float, *, without: Iterable[Drawn] = (), annotations: bool = True) -> NDArray[np.uint8]:
        """The page with these objects left out: rows of pixels of blue, green and red."""
        if min(self.width, self.height) * scale < 1:
            return np.full((1, 1, 3), 255, dtype=np.uint8)
        with _switched_off(without):
            bitmap = self.page.render(scale=scale, may_draw_forms=False, draw_annots=annotations)
            with contextlib.closing(bitmap):
                return np.array(bitmap.to_numpy()[:, :, :3])


def _char_boxes(raw: Any, total: int) -> Iterator[tuple[float, float, float, float]]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    places = [ctypes.byref(side) for side in (left, right, bottom, top)]
    for number in range(total):
        known = pdfium.FPDFText_GetCharBox(raw, number, *places)
        yield (left.value, bottom.value, right.value, top.value) if known else (0, 0, 0, 0)


def _nominal_box(raw: Any, number: int) -> tuple[float, float, float, float]:
    """Where a letter without a shape of its own would stand: as wide as the font says, and as high as its type."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(raw, number, ctypes.byref(box)):
        return (0, 0, 0, 0)
    size = min(_type_size(raw, number), HIGHEST)
    wide, high = max(box.right - box.left, size / 2), max(box.top - box.bottom, size * 0.7)
    return (box.left, box.bottom, box.left + wide, box.bottom + high)


def _type_sizes(raw: Any, boxes: Floats, objects: list[int]) -> Floats:
    """The size of type of each letter with a small box; all of one object have the same."""
    sizes, known = np.full(len(boxes), np.inf), dict[int, float]()
    for number in np.flatnonzero((boxes[:, 2:] - boxes[:, :2]).min(axis=1, initial=np.inf) < SMALL).tolist():
        if objects[number] not in known:
            known[objects[number]] = _type_size(raw, number)
        sizes[number] = known[objects[number]]
    return sizes


def _type_size(raw: Any, number: int) -> float:
    """Points of type as drawn, upright or across, whichever is less."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(raw, number, ctypes.byref(matrix)):
        return math.inf
    stretch = min(math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d))
    return float(pdfium.FPDFText_GetFontSize(raw, number) * stretch)


@contextlib.contextmanager
def _switched_off(objects: Iterable[Drawn]) -> Iterator[None]:
    switched = list(objects)
    for each in switched:
        pdfium.FPDFPageObj_SetIsActive(each.handle, 0)
    try:
        yield
    finally:
        for each in switched:
            pdfium.FPDFPageObj_SetIsActive(each.handle, 1)


def fair_scale(sheet: Sheet, wanted: float, most_pixels: int) -> float:
    """The scale that is wanted, or the largest at which the picture has no more pixels than that."""
    area = max(1.0, sheet.width * sheet.height)
    return min(wanted, math.sqrt(most_pixels / area))
