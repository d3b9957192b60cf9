"""What is still in the file although nothing leads to it: removed pages, old objects, bytes round the file."""

import re
import zlib
from collections.abc import Iterator
from mmap import mmap

import pikepdf

from publications.checks.inside.shown import shows_text
from publications.checks.inside.walk import Node, Walk, name_of
from publications.checks.trace import Trace, trace

OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,8})[\x00\t\n\f\r ]+([0-9]{1,5})[\x00\t\n\f\r ]+obj\b")
STREAM = re.compile(rb"stream\r?\n")
OTHER_STREAMS = (b"/Image", b"/Length1", b"/XRef", b"/ObjStm", b"Type1C", b"Type0C", b"/OpenType")
HEAD = 4096
MOST_UNPACKED = 1 << 20
MOST_OBJECTS = 20_000
END = b"%%EOF"
SLACK = 64  # bytes before the header or after the end that mean nothing
PLUMBING = {"/ObjStm", "/XRef", "/Metadata"}
NO_DRAWING = {"/Image", "/Type1C", "/CIDFontType0C", "/OpenType"}


def removed_pages(node: Node, pages: dict[tuple[int, int], int]) -> Iterator[Trace]:
    """A page that was taken out of the document and that something still leads to."""
    if node.name("/Type") == "/Page" and node.value.objgen not in pages and "/Contents" in node.items:
        yield trace("removed_page", _shown(node.value))


def _shown(page: pikepdf.Object) -> str:
    try:
        contents = page.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        return " ".join(shows_text(part.read_bytes()) for part in parts if isinstance(part, pikepdf.Stream))
    except pikepdf.PdfError:
        return ""


def unreferenced(walk: Walk) -> Iterator[Trace]:
    """Objects that are listed in the file and that nothing leads to."""
    for each in walk.pdf.objects:
        if not isinstance(each, pikepdf.Stream) or each.objgen in walk.seen:
            continue
        if name_of(each.get("/Type")) in PLUMBING:
            continue
        words = _text_in(each)
        if words:
            yield trace("unreferenced_text", words)


def _text_in(each: pikepdf.Stream) -> str:
    """The words that a stream draws."""
    if name_of(each.get("/Subtype")) in NO_DRAWING or "/Length1" in each:
        return ""
    try:
        return shows_text(each.read_bytes())
    except pikepdf.PdfError:
        return ""


def superseded(content: mmap, pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """Objects that stand in the file's bytes and are not listed any more."""
    listed = {entry.offset for entry in pdf.get_xref_table().values() if entry.type == 1}
    for number, found in enumerate(OBJECT.finditer(content)):
        if number >= MOST_OBJECTS * 50:
            break
        if found.start() in listed:
            continue
        words = _text_at(content, found.end())
        if words:
            yield trace("unreferenced_text", words)


def _text_at(content: mmap, start: int) -> str:
    """The words that the stream of an object draws which begins here."""
    found = STREAM.search(content, start, start + HEAD)
    if not found or b"endobj" in content[start : found.start()]:
        return ""
    head = content[start : found.start()]
    if any(mark in head for mark in OTHER_STREAMS):
        return ""
    end = content.find(b"endstream", found.end())
    body = content[found.end() : min(end if end >= 0 else len(content), found.end() + MOST_UNPACKED)]
    if b"FlateDecode" in head or b"/Fl" in head:
        try:
            body = zlib.decompressobj().decompress(body, MOST_UNPACKED)
        except zlib.error:
            return ""
    return shows_text(body)


def outside(content: mmap) -> Iterator[Trace]:
    """Bytes before the file begins or after it ends: another file may hang there."""
    start, end = content.find(b"%PDF-"), content.rfind(END)
    if start > SLACK or (end >= 0 and len(content[end + len(END) :].strip(b"\x00\r\n\t ")) > SLACK):
        yield trace("bytes_outside")
