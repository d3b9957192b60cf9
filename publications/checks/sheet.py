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

from publications.checks.findings import Place

DEEPEST = 12  # forms within forms: deeper ones are no honest drawing
MOST_OBJECTS = 200_000
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Drawn:
    """One drawn object of a page: its handle, its type as PDFium numbers them, and its turn in the drawing."""

    handle: Any
    type: int
    turn: int
    within: "Drawn | None" = None

    @property
    def is_text(self) -> bool:
        """Whether it shows letters."""
        return self.type == pdfium.FPDF_PAGEOBJ_TEXT

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top in the coordinates of the file; nothing at all if it has none."""
        sides = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(self.handle, *map(ctypes.byref, sides)):
            return (0, 0, 0, 0)
        return tuple(side.value for side in sides)  # type: ignore[return-value]


@dataclass(frozen=True)
class Letters:
    """All signs of a page in reading order, an array each: what they are and where.

    `codes` are Unicode; `boxes` are rows of left, top, right, bottom; `objects` is the address of the object that
    draws it, 0 for a space or line end that was not drawn but follows from the distance.
    """

    codes: NDArray[np.int64]
    boxes: Floats
    objects: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def text(self) -> str:
        """One sign for each, as a string of the same length."""
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in self.codes.tolist())


class Sheet:
    """One page of an open document."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        left, bottom, right, top = page.get_bbox()
        self.box = (left, bottom, right, top)
        self.rotation = page.get_rotation()
        self.width, self.height = page.get_width(), page.get_height()

    def seen(self, boxes: Floats) -> Floats:
        """Boxes of the file (left, bottom, right, top) as places on the page."""
        left, bottom, right, top = self.box
        x0, y0, x1, y1 = np.asarray(boxes, dtype=float).reshape(-1, 4).T
        turned = {
            0: (x0 - left, top - y1, x1 - left, top - y0),
            90: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
            180: (right - x1, y0 - bottom, right - x0, y1 - bottom),
            270: (top - y1, right - x1, top - y0, right - x0),
        }[self.rotation]
        return np.stack(turned, axis=1)

    def place(self, boxes: Floats) -> Place:
        """The place that holds these boxes of the page, cut to what is on it."""
        left, top = boxes[:, 0].min(), boxes[:, 1].min()
        right, bottom = boxes[:, 2].max(), boxes[:, 3].max()
        return Place(*(round(float(side), 1) for side in (left, top, right, bottom)))

    @cached_property
    def drawn(self) -> list[Drawn]:
        """Every drawn object, those inside forms after their form, in the order in which they are drawn."""
        found: list[Drawn] = []
        self._gather(found, None, 0)
        return found

    def _gather(self, found: list[Drawn], form: Drawn | None, depth: int) -> None:
        if form is None:
            count, get, holder = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, self.page.raw
        else:
            count, get, holder = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, form.handle
        for number in range(min(count(holder), MOST_OBJECTS - len(found))):
            handle = get(holder, number)
            each = Drawn(handle, pdfium.FPDFPageObj_GetType(handle), len(found), form)
            found.append(each)
            if each.type == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                self._gather(found, each, depth + 1)

    @cached_property
    def letters(self) -> Letters:
        """Every sign on the page, seen or not."""
        with contextlib.closing(self.page.get_textpage()) as text:
            raw, total = text.raw, text.count_chars()
            codes = [pdfium.FPDFText_GetUnicode(raw, number) for number in range(total)]
            boxes = np.array(list(_char_boxes(raw, total)), dtype=float).reshape(-1, 4)
            objects = [address(pdfium.FPDFText_GetTextObject(raw, number)) for number in range(total)]
        return Letters(np.array(codes, dtype=np.int64), self.seen(boxes), np.array(objects, dtype=np.int64))

    def picture(self, scale: float, *, without: Iterable[Drawn] = (), annotations: bool = True) -> NDArray[np.uint8]:
        """The page with these objects left out: rows of pixels of blue, green and red."""
        with _switched_off(without):
            bitmap = self.page.render(scale=scale, may_draw_forms=False, draw_annots=annotations)
            with contextlib.closing(bitmap):
                return np.array(bitmap.to_numpy()[:, :, :3])


def address(handle: Any) -> int:
    """Where an object of PDFium is: the same object has the same address."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _char_boxes(raw: Any, total: int) -> Iterator[tuple[float, float, float, float]]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    places = [ctypes.byref(side) for side in (left, right, bottom, top)]
    for number in range(total):
        known = pdfium.FPDFText_GetCharBox(raw, number, *places)
        yield (left.value, bottom.value, right.value, top.value) if known else (0, 0, 0, 0)


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
