"""A page as a picture, with a frame round the place that a finding is about."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from publications.checks.findings import Place
from publications.checks.opening import pages_of
from publications.checks.sheet import Sheet

MOST_PIXELS = 16_000_000
FRAME = (212, 53, 28)
LINE, ROOM = 3, 4  # pixels: the frame's line, and what it leaves free round the place


def picture(file: Path, options: Mapping[str, Any], progress: Callable[[int, int], None]) -> bytes:
    """The task "picture": page `page` (from 1) as PNG, `width` pixels wide; `frame` is a `Place` as plain values."""
    with pages_of(file, options) as document:
        sheet = Sheet(document, options["page"])
        area = max(1.0, sheet.width * sheet.height)
        scale = min(options["width"] / max(1.0, sheet.width), (MOST_PIXELS / area) ** 0.5)
        image = Image.fromarray(sheet.picture(scale)[:, :, ::-1])
    if options.get("frame"):
        draw_frame(image, Place(**options["frame"]), scale)
    written = io.BytesIO()
    image.save(written, "PNG")
    progress(1, 1)
    return written.getvalue()


def draw_frame(image: Image.Image, place: Place, scale: float) -> None:
    """Draw a frame round a place; one that lies off the page is drawn at its edge."""
    left, right = (min(max(side * scale, 0), image.width - 1) for side in (place.left, place.right))
    top, bottom = (min(max(side * scale, 0), image.height - 1) for side in (place.top, place.bottom))
    room = ROOM + LINE
    ImageDraw.Draw(image).rectangle((left - room, top - room, right + room, bottom + room), outline=FRAME, width=LINE)
