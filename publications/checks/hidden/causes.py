"""Why a letter can't be seen."""

import ctypes
from collections.abc import Iterator

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from publications.checks.drawn import Drawn
from publications.checks.hidden.ink import FAINT, Counted, apart, parts
from publications.checks.hidden.unseen import LEGIBLE, expected_ink
from publications.checks.hidden.view import View
from publications.checks.sheet import Floats

NOT_DRAWN = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
CLEAR = 8  # of 255: ink that is clearer leaves no trace
LATIN = 0x24F  # the last letter of those that every program can draw
OUTSIDE = 0.3  # a letter with less of itself on the page is off it


def of(view: View, flagged: NDArray[np.bool_]) -> NDArray[np.object_]:
    """The kind of finding for every flagged letter, and nothing for the others."""
    kinds = np.full(len(flagged), "", dtype=object)
    if not flagged.any():
        return kinds
    for kind, meant in _reasons(view, flagged):
        kinds[flagged & meant & (kinds == "")] = kind
    return kinds


def _reasons(view: View, flagged: NDArray[np.bool_]) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Kinds and the letters that they could be said of; the first that fits is told."""
    letters = view.sheet.letters
    shapeless = expected_ink(view) == 0
    objects = {address: view.texts[address] for address in set(letters.objects[flagged].tolist()) & set(view.texts)}
    yield "text_off_page", _off_page(view)
    yield "text_not_drawn", _drawn_by(view, [each for each in objects.values() if not_drawn(each)])
    layered = [each for each in objects.values() if "OC" in each.marks() or (view.has_layers_off and each.form)]
    yield "text_on_hidden_layer", shapeless & _drawn_by(view, layered)
    yield "text_clipped", _clipped(view, objects)
    strange = [each for each in objects.values() if font_is_missing(each)]
    yield "text_without_font", shapeless & (~letters.shaped | (letters.codes > LATIN)) & _drawn_by(view, strange)
    yield "text_not_drawn", shapeless
    if pdfium.FPDFPage_GetAnnotCount(view.sheet.page.raw):
        yield "text_under_annotation", _seen_without_annotations(view)
    covers = list(_covers(view, letters.boxes, flagged))
    for kind in ("text_under_picture", "text_under_box"):
        yield kind, np.array([cover == kind for cover in covers])
    yield "text_in_background_colour", flagged


def not_drawn(text: Drawn) -> bool:
    """Whether its letters leave no ink, by their mode or because the ink is clear."""
    if pdfium.FPDFTextObj_GetTextRenderMode(text.handle) in NOT_DRAWN:
        return True
    colour = [ctypes.c_uint() for _ in range(4)]
    known = pdfium.FPDFPageObj_GetFillColor(text.handle, *map(ctypes.byref, colour))
    return bool(known) and colour[3].value < CLEAR


def font_is_missing(text: Drawn) -> bool:
    """Whether its font is not in the file, so that every reader's program takes another one."""
    font = pdfium.FPDFTextObj_GetFont(text.handle)
    return bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) == 0


def _drawn_by(view: View, objects: list[Drawn]) -> NDArray[np.bool_]:
    return np.isin(view.sheet.letters.objects, [each.address for each in objects])


def _off_page(view: View) -> NDArray[np.bool_]:
    boxes, sheet = view.sheet.letters.boxes, view.sheet
    size = np.maximum(boxes[:, 2:] - boxes[:, :2], 0.01)
    inside = np.minimum(boxes[:, 2:], [sheet.width, sheet.height]) - np.maximum(boxes[:, :2], 0)
    off: NDArray[np.bool_] = np.prod(inside.clip(0) / size, axis=1) < OUTSIDE
    return off


def _clipped(view: View, objects: dict[int, Drawn]) -> NDArray[np.bool_]:
    """The letters whose middle is outside of what their clipping leaves."""
    letters = view.sheet.letters
    middles = (letters.boxes[:, :2] + letters.boxes[:, 2:]) / 2
    clipped = np.zeros(len(letters), dtype=bool)
    for address, each in objects.items():
        for clip in _clips(each):
            left, top, right, bottom = view.sheet.seen(np.array([clip]))[0]
            outside = (middles < [left, top]).any(axis=1) | (middles > [right, bottom]).any(axis=1)
            clipped |= outside & (letters.objects == address)
    return clipped


def _clips(each: Drawn | None) -> Iterator[tuple[float, float, float, float]]:
    while each is not None:
        if each.clip is not None:
            yield each.clip
        each = each.form


def _seen_without_annotations(view: View) -> NDArray[np.bool_]:
    without = apart(view.without([], annotations=False), view.without(view.texts.values(), annotations=False))
    changed = Counted(without > FAINT, view.scale).within(view.sheet.letters.boxes)
    return parts(changed, expected_ink(view)) >= LEGIBLE


def _covers(view: View, boxes: Floats, flagged: NDArray[np.bool_]) -> Iterator[str]:
    """For each letter the kind of what is drawn over its middle later than itself: of several, the last."""
    later = [each for each in view.sheet.drawn if not each.is_text and not each.is_form]
    places = view.sheet.seen(np.array([each.bounds for each in later]))
    turns = np.array([each.turn for each in later], dtype=np.int64)
    for box, address, wanted in zip(boxes, view.sheet.letters.objects.tolist(), flagged, strict=True):
        if not wanted or not later or address not in view.texts:
            yield ""
            continue
        middle = (box[:2] + box[2:]) / 2
        over = (places[:, :2] <= middle + 1).all(axis=1) & (places[:, 2:] >= middle - 1).all(axis=1)
        found = np.flatnonzero(over & (turns > view.texts[address].turn))
        yield "" if not len(found) else "text_under_picture" if later[found[-1]].is_picture else "text_under_box"
