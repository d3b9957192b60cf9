"""What keeps readers out of a file, each told alone, and nothing told of a file that all can read."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from publications.checks.accessibility import accessibility_findings, lacks_text
from publications.checks.findings import Finding
from publications.checks.sheet import Sheet
from publications.demo import bad
from tests.publications.checks.accessible import Spoil, accessible, figure


def found(pdf: pikepdf.Pdf) -> list[Finding]:
    """Without the note on PDF/UA."""
    return [each for each in accessibility_findings(pdf) if each.kind != "claims_pdf_ua"]


def untitled(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


def blank_title(pdf: pikepdf.Pdf) -> None:
    untitled(pdf)
    pdf.docinfo["/Title"] = String("  ")


def undescribed(pdf: pikepdf.Pdf) -> None:
    del figure(pdf, 0)["/Alt"]


def page_known_by_its_content(pdf: pikepdf.Pdf) -> None:
    spoilt = figure(pdf, 1)
    del spoilt["/Alt"], spoilt["/Pg"]
    spoilt.K = Dictionary(Type=Name.MCR, Pg=pdf.pages[1].obj, MCID=0)


def in_circles(pdf: pikepdf.Pdf) -> None:
    undescribed(pdf)
    figure(pdf, 0).K = pdf.Root.StructTreeRoot.K
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Bild=Name.Figure, Document=Name.Part, Part=Name.Document)
    tied = pdf.make_indirect(Array([]))
    tied.append(tied)
    pdf.Root.StructTreeRoot.K.K.append(tied)


@pytest.mark.parametrize(
    ("spoil", "pages", "expected"),
    [
        (lambda _: None, 1, []),
        (lambda _: None, 30, []),
        (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), 1, [Finding("not_tagged")]),
        (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), 1, [Finding("not_tagged")]),
        (lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/K"), 1, [Finding("not_tagged")]),
        (untitled, 1, [Finding("no_title")]),
        (blank_title, 1, [Finding("no_title")]),
        (lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), 1, [Finding("title_not_shown")]),
        (lambda pdf: pdf.Root.__delitem__("/Lang"), 1, [Finding("no_language")]),
        (lambda pdf: setattr(pdf.Root, "Lang", String("")), 1, [Finding("no_language")]),
        (lambda pdf: pdf.Root.__delitem__("/Outlines"), 20, []),
        (lambda pdf: pdf.Root.__delitem__("/Outlines"), 21, [Finding("no_bookmarks")]),
        (undescribed, 2, [Finding("figure_without_text", 1)]),
        (page_known_by_its_content, 2, [Finding("figure_without_text", 2)]),
        (in_circles, 1, [Finding("figure_without_text", 1)]),
        (lambda pdf: setattr(figure(pdf, 0), "S", Name.P), 1, []),
        (lambda pdf: setattr(pdf.Root, "ViewerPreferences", Array([])), 1, [Finding("title_not_shown")]),
        (lambda pdf: setattr(pdf.Root, "Metadata", pdf.make_stream(b"<x")), 1, [Finding("no_pdf_ua")]),
    ],
)  # fmt: skip
def test_one_thing_at_a_time(spoil: Spoil, pages: int, expected: list[Finding]) -> None:
    assert found(accessible(spoil, pages=pages)) == expected


def test_the_claim_of_pdf_ua_is_told() -> None:
    assert accessibility_findings(accessible()) == [Finding("claims_pdf_ua")]


def test_pages_without_text_are_counted() -> None:
    told = accessibility_findings(accessible(pages=3), without_text=(2, 3))
    assert Finding("no_text_layer", 2, count=2) in told


def with_a_picture(width: float) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800))
    canvas.drawImage(ImageReader(Image.new("L", (100, 100), color=99)), 50, 50, width=width, height=width)
    canvas.save()
    return buffer.getvalue()


def as_shapes() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800))
    for number in range(300):
        canvas.circle(10 + number, 300, 3)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("file", "words", "expected"),
    [
        (bad.drawn("scan"), [], True),
        (bad.drawn("scan"), ["a word"], False),
        (with_a_picture(500), [], True),
        (with_a_picture(50), [], False),
        (as_shapes(), [], True),
    ],
)
def test_pages_that_are_pictures(file: bytes, words: list[str], expected: bool) -> None:
    assert lacks_text(Sheet(pypdfium2.PdfDocument(file), 1), words) is expected
