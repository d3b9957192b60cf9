"""Reports with what must never get out, for the checks to find. They are only ever uploaded as drafts."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFResourceDictionary,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

HIDDEN_NAME = "Jamie Invented-Example"
WRITER = "S. Caseworker"
LEFT, TOP = 72, 720
LAYER = "HiddenLayer"


@dataclass(frozen=True)
class Bad:
    """One thing that is wrong: what a person would call it, and what draws it on a page of its own."""

    what: str
    draw: Callable[[Canvas], None]


def drawn(*flaws: str) -> bytes:
    """A file with these flaws of `BAD`, a page each and in this order; the same bytes on every run."""
    return _file(BAD[flaw] for flaw in flaws)


def everything() -> bytes:
    """One file with all of `BAD` in it, a page each and in that order."""
    return _file(BAD.values())


def _file(flaws: Iterable[Bad]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, lang="en-GB")
    canvas.setTitle("Draft")
    for flaw in flaws:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(LEFT, 760, "DRAFT. Invented for demonstration; the child does not exist.")
        flaw.draw(canvas)
    canvas.save()
    return buffer.getvalue()


def under_a_box(canvas: Canvas) -> None:
    """The name is still text below the black box."""
    canvas.drawString(LEFT, TOP, f"The child's name is {HIDDEN_NAME}.")
    canvas.rect(174, TOP - 5, 160, 16, fill=1)
    canvas.showPage()


def white_on_white(canvas: Canvas) -> None:
    """The address can't be seen, but selected and copied."""
    canvas.setFillGray(1)
    canvas.drawString(LEFT, TOP, f"{HIDDEN_NAME}, 4 Invented Close")
    canvas.showPage()


def not_drawn(canvas: Canvas) -> None:
    """Letters in the text mode that draws nothing (ISO 32000-1, 9.3.6)."""
    text = canvas.beginText(LEFT, TOP)
    text.setTextRenderMode(3)
    text.textLine(f"{HIDDEN_NAME} lives with an aunt.")
    text.setTextRenderMode(0)
    canvas.drawText(text)
    canvas.showPage()


def on_a_hidden_layer(canvas: Canvas) -> None:
    """A layer that is switched off when the file is opened (ISO 32000-1, 8.11)."""
    document, layer = canvas._doc, PDFObjectReference(LAYER)  # noqa: SLF001 - reportlab has no layers of its own
    canvas._code.append("/OC /Notes BDC")  # noqa: SLF001
    canvas.drawString(LEFT, TOP, f"Note for the panel: {HIDDEN_NAME} goes to the second school.")
    canvas._code.append("EMC")  # noqa: SLF001
    canvas.showPage()
    document.Reference(PDFDictionary({"Type": PDFName("OCG"), "Name": PDFString("Notes")}), LAYER)
    resources = PDFResourceDictionary()
    resources.basicFonts()
    resources.Properties = {"Notes": layer}  # type: ignore[attr-defined]
    document.Pages.pages[-1].Resources = resources
    switched_off = PDFDictionary({"OFF": PDFArray([layer]), "Order": PDFArray([layer])})
    layers = PDFDictionary({"OCGs": PDFArray([layer]), "D": switched_off})
    document.Catalog.__Defaults__ = {**document.Catalog.__Defaults__, "OCProperties": layers}


def commented(canvas: Canvas) -> None:
    """A comment that was never taken out."""
    canvas.drawString(LEFT, TOP, "The child went to a school nearby.")
    canvas.textAnnotation(f"Is this the right school? {WRITER}", Rect=(400, 700, 420, 720), addtopage=1)
    canvas.showPage()


def with_an_attachment(canvas: Canvas) -> None:
    """A spreadsheet of names travels inside the file (ISO 32000-1, 7.11.4)."""
    canvas.drawString(LEFT, TOP, "The chronology is kept by the panel.")
    canvas.showPage()
    document = canvas._doc  # noqa: SLF001 - reportlab attaches nothing by itself
    content = PDFStream(PDFDictionary({"Type": PDFName("EmbeddedFile")}), f"name,born\n{HIDDEN_NAME},never\n")
    stream = document.Reference(content, "AttachedBytes")
    entries = {
        "Type": PDFName("Filespec"),
        "F": PDFString("chronology.csv"),
        "EF": PDFDictionary({"F": stream}),
    }
    attached = document.Reference(PDFDictionary(entries), "Attached")
    names = PDFDictionary({"Names": PDFArray([PDFString("chronology.csv"), attached])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": names})  # type: ignore[attr-defined]


def scanned(canvas: Canvas) -> None:
    """A page that is a picture: nobody's screen reader and no search finds a word in it."""
    picture = Image.new("L", (600, 200), color=255)
    ImageDraw.Draw(picture).text((20, 80), "A letter that was scanned.", fill=0)
    canvas.drawImage(ImageReader(picture), LEFT, 560, width=400, height=133)
    canvas.showPage()


def in_the_properties(canvas: Canvas) -> None:
    """Who wrote it, and a path that names the child."""
    canvas.setAuthor(WRITER)
    canvas.setTitle(r"C:\Users\scaseworker\Invented-Example\final v3.docx")
    canvas.drawString(LEFT, TOP, "Nothing is wrong with this page; look at the file's properties.")
    canvas.showPage()


BAD = {
    "box": Bad("a name under a black box", under_a_box),
    "white": Bad("a name in white on white", white_on_white),
    "invisible": Bad("a name in letters that are not drawn", not_drawn),
    "layer": Bad("a name on a layer that is switched off", on_a_hidden_layer),
    "comment": Bad("a comment that names its author", commented),
    "attachment": Bad("an attached list of names", with_an_attachment),
    "scan": Bad("a page that is a picture without text", scanned),
    "properties": Bad("an author and a path in the file's properties", in_the_properties),
}
