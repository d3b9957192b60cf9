"""Small PDFs for the tests of the checks, drawn here and changed with pikepdf where reportlab can't."""

import io
import re
from collections.abc import Callable

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

LEFT, TOP = 72, 700
NAME = "Jamie Invented-Example"
BEFORE = "The child is called "
Draw = Callable[[Canvas], None]
Change = Callable[[pikepdf.Pdf], None]


def pdf(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A file with a page for each of these; the same bytes on every run."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1, lang="en-GB")
    for draw in pages:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(LEFT, 760, "What everybody may read.")
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def changed(content: bytes, change: Change, **options: object) -> bytes:
    """The file after a change to its objects."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        change(opened)
        same = {"deterministic_id": True} if "encryption" not in options else {}
        opened.save(written, fix_metadata_version=False, **same, **options)  # type: ignore[arg-type]
    return written.getvalue()


def name(canvas: Canvas, y: float = TOP) -> float:
    """A line with a name in it; where the name begins."""
    canvas.setFillGray(0)
    canvas.drawString(LEFT, y, BEFORE + NAME + " and is nine.")
    return LEFT + canvas.stringWidth(BEFORE, "Helvetica", 12)


def name_width(canvas: Canvas) -> float:
    """How wide the name is."""
    return float(canvas.stringWidth(NAME, "Helvetica", 12))


def image(picture: Image.Image) -> ImageReader:
    """As reportlab draws it."""
    return ImageReader(picture)


def scan(lines: list[str], out: str = "", ink: int = 0, size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """A page as a scanner sees it, 150 dots to the inch, some words painted over in the picture."""
    page = Image.new("L", size, color=250)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(size=25)
    for number, line in enumerate(lines):
        left, top = 150, 150 + 60 * number
        pen.text((left, top), line, fill=20, font=font)
        if out and out in line:
            start = left + pen.textlength(line[: line.index(out)], font=font)
            pen.rectangle((start - 4, top - 4, start + pen.textlength(out, font=font) + 4, top + 32), fill=ink)
    return page


def text_layer(canvas: Canvas, lines: list[str], mode: int = 3) -> None:
    """The words of such a scan where its picture shows them."""
    font, pen = ImageFont.load_default(size=25), ImageDraw.Draw(Image.new("L", (1, 1)))
    for number, line in enumerate(lines):
        text = canvas.beginText()
        text.setTextRenderMode(mode)
        text.setFont("Helvetica", 12)
        for found in re.finditer(r"\S+", line):  # each word by itself, as programs that recognise words do
            start, wide = (
                pen.textlength(part, font=font) * 72 / 150 for part in (line[: found.start()], found.group())
            )
            text.setTextOrigin(72 + start, A4[1] - (150 + 60 * number + 25) * 72 / 150)
            text.setHorizScale(100 * wide / canvas.stringWidth(found.group(), "Helvetica", 12))
            text.textOut(found.group())
        text.setTextRenderMode(0)
        canvas.drawText(text)
