"""Everything in a PDF that can be read and is not on its pages, as words with what they are part of."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from publications.checks.attached import files_in
from publications.checks.inside.walk import Node, Walk, is_container, text_of
from publications.checks.opening import Unreadable, objects_of
from publications.checks.pass_over import pass_over

COMMENT, PROPERTY, OUTLINE, ALTERNATIVE = "comment", "properties", "outline", "alternative_text"
FIELD, ATTACHMENT, EARLIER, OTHER = "form", "attachment", "earlier", "other"
OF_TRACES = {
    "earlier_words": EARLIER,
    "removed_page": EARLIER,
    "unreferenced_text": EARLIER,
    "bytes_outside": EARLIER,
    "comment": COMMENT,
    "mark": COMMENT,
    "form_value": FIELD,
    "form_field": FIELD,
    "attachment": ATTACHMENT,
    "author": PROPERTY,
    "description": PROPERTY,
    "property": PROPERTY,
    "editing_history": PROPERTY,
    "producer": PROPERTY,
    "title_is_file_name": PROPERTY,
    "path": PROPERTY,
    "bookmark": OUTLINE,
    "alternative_text": ALTERNATIVE,
}
MOST_TEXT = 2_000_000  # characters of one attachment


def elsewhere(
    file: Path, options: Mapping[str, Any], progress: Callable[[int, int], None]
) -> Iterator[tuple[str, int | None, str]]:
    """What it is part of, its page (from 1) if it has one, and its words."""
    for trace in pass_over(file, options, progress, only=()).traces:
        yield OF_TRACES.get(trace.finding.kind, OTHER), trace.finding.page, trace.words
    with objects_of(file, options) as pdf:
        information = pdf.trailer.get("/Info")
        for node in Walk(pdf):
            where = PROPERTY if information is not None and _same(node.value, information) else part_of(node)
            yield where, node.page, " \n ".join(strings(node.items.values()))
            if isinstance(node.value, pikepdf.Stream) and node.key == "/Metadata":
                yield PROPERTY, node.page, _decoded(_bytes_of(node.value))
        yield from ((ATTACHMENT, None, _read(content)) for content in _attachments(pdf))


def part_of(node: Node) -> str:
    """What the strings of a dictionary are part of."""
    if "/Rect" in node.items or node.name("/Type") == "/Annot":
        return FIELD if "/FT" in node.items else COMMENT
    if "/FT" in node.items or "/V" in node.items:
        return FIELD
    if "/EF" in node.items or node.key == "/EmbeddedFiles":
        return ATTACHMENT
    if "/Title" in node.items and ({"/Parent", "/Dest", "/A", "/Next", "/Prev"} & {*node.items}):
        return OUTLINE
    return ALTERNATIVE if {"/Alt", "/ActualText", "/S"} & {*node.items} else OTHER


def strings(values: Any, depth: int = 0) -> Iterator[str]:
    """Every string among some values, also in arrays among them."""
    for value in values:
        if text := text_of(value):
            yield text
        elif isinstance(value, pikepdf.Array) and depth < 3:
            yield from strings((each for each in value if depth < 2 or not is_container(each)), depth + 1)


def _same(one: pikepdf.Object, other: Any) -> bool:
    return bool(isinstance(other, pikepdf.Dictionary) and one.objgen == other.objgen and one.objgen != (0, 0))


def _attachments(pdf: pikepdf.Pdf) -> list[bytes]:
    try:
        return list(files_in(pdf))
    except Unreadable:
        return []  # too large or encrypted: the checks say so by themselves


def _read(content: bytes) -> str:
    """The words of an attached file, as far as they can be read without its program."""
    if b"%PDF-" not in content[:1024]:
        return _decoded(content)
    try:
        document = pypdfium2.PdfDocument(content)
        return " ".join(page.get_textpage().get_text_range() for page in document)[:MOST_TEXT]
    except pypdfium2.PdfiumError:
        return ""


def _decoded(content: bytes) -> str:
    start = content[: 2 * MOST_TEXT]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return start.decode("utf-16", "replace")[:MOST_TEXT]
    return start.decode("utf-8", "replace")[:MOST_TEXT]


def _bytes_of(stream: pikepdf.Stream) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return b""
