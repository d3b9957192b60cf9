"""A report with what must never get out, for the checks to find. It is only ever uploaded as a draft."""

import io

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HIDDEN_NAME = "Jamie Invented-Example"

# What is wrong, and on which page (counted from 1); page 0 is the file as a whole.
BAD = {
    "a name under a black box": 1,
    "a name in white on white": 1,
    "a name in letters that are not drawn": 2,
    "a comment that names its author": 2,
    "a page that is a picture without text": 3,
    "an author and a path in the file's properties": 0,
}


def everything() -> bytes:
    """One file with all of `BAD` in it; the same bytes on every run."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setAuthor("S. Caseworker")
    canvas.setTitle(r"C:\\Users\\scaseworker\\Thistle\\final v3.docx")
    _under_a_box(canvas)
    _not_drawn(canvas)
    _scanned(canvas)
    canvas.save()
    return buffer.getvalue()


def _under_a_box(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 760, "DRAFT. Report about Child Thistle. Invented for demonstration.")
    canvas.drawString(72, 720, f"The child's name is {HIDDEN_NAME}.")
    canvas.rect(174, 715, 160, 16, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(72, 680, f"{HIDDEN_NAME}, 4 Invented Close")
    canvas.showPage()


def _not_drawn(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 760, "Page two.")
    text = canvas.beginText(72, 720)
    text.setTextRenderMode(3)
    text.textLine(f"{HIDDEN_NAME} lives with an aunt.")
    text.setTextRenderMode(0)
    canvas.drawText(text)
    canvas.textAnnotation("Is this the right school? S. Caseworker", Rect=(400, 700, 420, 720), addtopage=1)
    canvas.showPage()


def _scanned(canvas: Canvas) -> None:
    picture = Image.new("L", (600, 200), color=255)
    ImageDraw.Draw(picture).text((20, 80), "A letter that was scanned.", fill=0)
    canvas.drawImage(ImageReader(picture), 72, 560, width=400, height=133)
    canvas.showPage()
