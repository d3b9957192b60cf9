"""A small PDF that everybody can read, to be spoilt in one thing at a time."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Spoil = Callable[[pikepdf.Pdf], Any]


def accessible(spoil: Spoil = lambda _pdf: None, *, pages: int = 1) -> pikepdf.Pdf:
    """Tagged, with a title that is shown, a language, bookmarks, and a described figure on each page; then spoilt."""
    pdf = pikepdf.new()
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Bild=Name.Figure)))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    kids = Array()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Contents = pdf.make_stream(b"/Figure <</MCID 0>> BDC 10 10 50 50 re f EMC")
        described = Dictionary(Type=Name.StructElem, S=Name.Bild, P=document, Pg=page.obj, K=0, Alt=String("A square"))
        kids.append(pdf.make_indirect(described))
    document.K = kids
    root.K = document
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Beginning", 0))
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "An overview"
        metadata["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"
    spoil(pdf)
    return reopened(pdf)


def reopened(pdf: pikepdf.Pdf) -> pikepdf.Pdf:
    """As it is read from its bytes."""
    written = io.BytesIO()
    pdf.save(written)
    return pikepdf.open(written)


def figure(pdf: pikepdf.Pdf, number: int) -> Any:
    """The figure of a page (from 0)."""
    return pdf.Root.StructTreeRoot.K.K[number]
