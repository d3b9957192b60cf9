"""The objects that a page is drawn of, in their order: letters, paths, pictures, shadings, and forms of these."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

DEEPEST = 12  # forms within forms: deeper ones are no honest drawing
MOST_OBJECTS = 200_000
Corners = tuple[float, float, float, float]


def address(handle: Any) -> int:
    """Where an object of PDFium is: the same object has the same address."""
    return ctypes.addressof(handle.contents) if handle else 0


@dataclass(frozen=True, eq=False)
class Drawn:
    """One drawn object of a page: its handle, its type as PDFium numbers them, and its turn in the drawing."""

    handle: Any
    type: int
    turn: int
    form: "Drawn | None" = None
    """The form it is part of."""

    @property
    def is_text(self) -> bool:
        """Whether it shows letters."""
        return self.type == pdfium.FPDF_PAGEOBJ_TEXT

    @property
    def is_picture(self) -> bool:
        """Whether it is made of pixels."""
        return self.type == pdfium.FPDF_PAGEOBJ_IMAGE

    @property
    def is_form(self) -> bool:
        """Whether it is only a bundle of others."""
        return self.type == pdfium.FPDF_PAGEOBJ_FORM

    @property
    def address(self) -> int:
        """Which object of PDFium it is."""
        return address(self.handle)

    @cached_property
    def matrix(self) -> NDArray[np.float64]:
        """From its own coordinates to those of the page's content, through all forms round it."""
        held = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(self.handle, ctypes.byref(held))
        own = np.array([[held.a, held.b, 0], [held.c, held.d, 0], [held.e, held.f, 1]])
        return own @ self.form.matrix if self.form else own

    @cached_property
    def bounds(self) -> Corners:
        """Left, bottom, right, top in the coordinates of the page's content."""
        sides = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(self.handle, *map(ctypes.byref, sides)):
            return (0, 0, 0, 0)
        left, bottom, right, top = (side.value for side in sides)
        return moved((left, bottom, right, top), self.form.matrix) if self.form else (left, bottom, right, top)

    @cached_property
    def clip(self) -> Corners | None:
        """The box round what its own clipping leaves of it, in the same coordinates; None where nothing is clipped."""
        path = pdfium.FPDFPageObj_GetClipPath(self.handle)
        boxes = [_clip_box(path, number) for number in range(max(0, pdfium.FPDFClipPath_CountPaths(path)))]
        known = [box for box in boxes if box is not None]
        if not known:
            return None
        lefts, bottoms, rights, tops = zip(*known, strict=True)
        box = (max(lefts), max(bottoms), min(rights), min(tops))
        return moved(box, self.form.matrix) if self.form else box

    def marks(self) -> list[str]:
        """The names of the marked content that it is in, its forms' included, such as "OC" or "Artifact"."""
        own = [_mark_name(self.handle, number) for number in range(pdfium.FPDFPageObj_CountMarks(self.handle))]
        return own + (self.form.marks() if self.form else [])


def moved(box: Corners, matrix: NDArray[np.float64]) -> Corners:
    """The upright box round a box that a matrix turns, moves and stretches."""
    left, bottom, right, top = box
    corners = np.array([[left, bottom, 1], [right, bottom, 1], [right, top, 1], [left, top, 1]]) @ matrix
    return (*corners[:, :2].min(axis=0).tolist(), *corners[:, :2].max(axis=0).tolist())


def gathered(page: pypdfium2.PdfPage) -> list[Drawn]:
    """Every object of a page, those inside a form after it, in the order in which they are drawn."""
    found: list[Drawn] = []
    for handle in _members(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject):
        _gather(found, handle, None)
    return found


def _gather(found: list[Drawn], handle: Any, form: Drawn | None, depth: int = 0) -> None:
    if len(found) >= MOST_OBJECTS:
        return
    each = Drawn(handle, pdfium.FPDFPageObj_GetType(handle), len(found), form)
    found.append(each)
    if each.is_form and depth < DEEPEST:
        for member in _members(handle, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject):
            _gather(found, member, each, depth + 1)


def _members(holder: Any, count: Callable[..., int], get: Callable[..., Any]) -> Iterator[Any]:
    return (get(holder, number) for number in range(max(0, count(holder))))


def _clip_box(clip: Any, number: int) -> Corners | None:
    points = []
    for place in range(pdfium.FPDFClipPath_CountPathSegments(clip, number)):
        x, y = ctypes.c_float(), ctypes.c_float()
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, number, place)
        if pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            points.append((x.value, y.value))
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _mark_name(handle: Any, number: int) -> str:
    mark, size = pdfium.FPDFPageObj_GetMark(handle, number), ctypes.c_ulong()
    buffer = ctypes.create_string_buffer(128)
    held = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    if not pdfium.FPDFPageObjMark_GetName(mark, held, len(buffer), ctypes.byref(size)):
        return ""
    return buffer.raw[: min(size.value, len(buffer))].decode("utf-16-le", "replace").rstrip("\x00")
