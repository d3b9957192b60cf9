"""Parts of pictures that can't be seen: under a shape, or cut off by their frame or by the edge of the page."""

from collections.abc import Iterator

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from publications.checks.drawn import Corners, Drawn
from publications.checks.findings import Place
from publications.checks.hidden.ink import FAINT, Counted, Picture, apart, pixels
from publications.checks.hidden.layers import SCANNED, pictured
from publications.checks.hidden.view import View
from publications.checks.hidden.writing import CONTRAST, GREY, strokes
from publications.checks.sheet import Floats, as_place

SMALLEST = 40.0  # square points: less of a picture shows nothing
CUT = 0.1  # of a picture: bleed at the edge of a page is less
PLAIN = 8.0  # the spread of grey (of 255) below which a part of a picture shows nothing
PAPER = 150  # the grey of most of a scanned page is lighter
FEWEST_PIXELS = 48  # a side: smaller pictures are signs and patterns
STEPS = 64


def covered(view: View) -> Iterator[tuple[str, Place]]:
    """Shapes of one colour with a part of a picture under them: a kind, and where."""
    pictures = [each for each in view.sheet.drawn if each.is_picture]
    if not pictures:
        return
    others = [each for each in view.sheet.drawn if not each.is_picture and not each.is_form]
    covers = _covers(view, pictures)
    if not len(covers):
        return
    alone = view.without(others, annotations=False)
    differs = Counted(apart(view.bare, alone) > FAINT, view.scale)
    scan = pictured(view) >= SCANNED and float(np.median(alone[::4, ::4] @ GREY)) > PAPER
    for box in covers[differs.share(covers) > 0.5]:
        kind = _kind(_cut(view.bare, box, view.scale), _cut(alone, box, view.scale), scan=scan)
        if kind:
            yield kind, as_place(box.reshape(1, 4))


def _covers(view: View, pictures: list[Drawn]) -> Floats:
    """The places of what is drawn after the first picture and lies on one, marks of comments included."""
    sheet = view.sheet
    places = sheet.seen(np.array([each.bounds for each in pictures]))
    later = [
        each.bounds for each in sheet.drawn if each.turn > pictures[0].turn and not each.is_text and not each.is_form
    ]
    boxes = sheet.seen(np.array([*later, *_marks(sheet.page)], dtype=float)).clip(0, [sheet.width, sheet.height] * 2)
    boxes = boxes[(boxes[:, 2:] - boxes[:, :2]).clip(0).prod(axis=1) > SMALLEST]
    common = np.minimum(boxes[:, None, 2:], places[None, :, 2:]) - np.maximum(boxes[:, None, :2], places[None, :, :2])
    return np.unique(boxes[(common > 2).all(axis=2).any(axis=1)], axis=0) if len(boxes) else boxes


def _marks(page: pypdfium2.PdfPage) -> Iterator[Corners]:
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark, box = pdfium.FPDFPage_GetAnnot(page.raw, number), pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetRect(mark, box):
            yield (box.left, box.bottom, box.right, box.top)
        pdfium.FPDFPage_CloseAnnot(mark)


def _kind(seen: Picture, under: Picture, *, scan: bool) -> str:
    """What it is to see such a patch where the picture has that one."""
    if not seen.size or seen.std() > PLAIN or under.std() < PLAIN:
        return ""
    middle = under[under.shape[0] // 4 : max(under.shape[0] // 4 + 1, under.shape[0] * 3 // 4)]
    if scan and strokes(under if under.shape[0] < 12 else middle) >= 2 and under.max() - under.min() > CONTRAST:
        return "scan_under_box"
    return "picture_under_box"


def _cut(picture: Picture, box: Floats, scale: float) -> Picture:
    """The inner part of a place in grey."""
    inset = np.minimum(1.5, (box[2:] - box[:2]) / 4)
    inner = np.concatenate([box[:2] + inset, box[2:] - inset]).reshape(1, 4)
    left, top, right, bottom = (int(side[0]) for side in pixels(inner, scale, picture.shape[1], picture.shape[0]))
    grey: Picture = picture[top:bottom, left:right] @ GREY
    return grey


def cut_off(view: View) -> Iterator[Place]:
    """Where pictures are of which a part is outside of their frame or of the page, and shows something there."""
    for each in view.sheet.drawn:
        if each.is_picture and _is_cut(view, each):
            yield as_place(view.sheet.seen(np.array([each.bounds])))


def _is_cut(view: View, picture: Drawn) -> bool:
    left, bottom, right, top = picture.bounds
    area = (right - left) * (top - bottom)
    frame = _frame(view, picture)
    shown = max(0.0, frame[2] - frame[0]) * max(0.0, frame[3] - frame[1])
    if area < SMALLEST or shown > area * (1 - CUT):
        return False
    wide, high = _size(picture)
    return min(wide, high) >= FEWEST_PIXELS and _shows_something_outside(picture, frame)


def _frame(view: View, picture: Drawn) -> Corners:
    """What the page and all clipping leave of a picture."""
    boxes, each = [picture.bounds, view.sheet.box], picture
    while True:
        if each.clip is not None:
            boxes.append(each.clip)
        if each.form is None:
            break
        each = each.form
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (max(lefts), max(bottoms), min(rights), min(tops))


def _size(picture: Drawn) -> tuple[int, int]:
    wide, high = pdfium.c_uint(), pdfium.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(picture.handle, wide, high)
    return wide.value, high.value


def _shows_something_outside(picture: Drawn, frame: Corners) -> bool:
    """Whether the part that is cut off is more than one even colour, looked at on a grid of points."""
    bitmap = pdfium.FPDFImageObj_GetBitmap(picture.handle)
    if not bitmap:
        return True
    values = pypdfium2.PdfBitmap.from_raw(bitmap).to_numpy()
    steps = (np.arange(STEPS) + 0.5) / STEPS
    rows, columns = (steps * values.shape[0]).astype(int), (steps * values.shape[1]).astype(int)
    points = values[rows][:, columns].reshape(STEPS * STEPS, -1)[:, :3]
    u, v = np.meshgrid(steps, 1 - steps)
    placed = np.stack([u.ravel(), v.ravel(), np.ones(u.size)], axis=1) @ picture.matrix
    left, bottom, right, top = frame
    x, y = placed[:, 0], placed[:, 1]
    outside = points[(x < left) | (x > right) | (y < bottom) | (y > top)]
    return len(outside) > 0 and float(outside.std(axis=0).max()) > PLAIN
