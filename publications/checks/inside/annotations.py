"""Comments, marks and form fields on the pages (ISO 32000-1, 12.5 and 12.7)."""

import re
from collections.abc import Callable, Iterator

import pikepdf

from publications.checks.findings import Finding, Place
from publications.checks.inside.walk import Node, text_of
from publications.checks.trace import Trace

NOTES = frozenset({"/Text", "/FreeText", "/Stamp", "/Caret", "/Popup", "/FileAttachment", "/Projection"})
DRAWN = frozenset({"/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Ink"})
OVER_WORDS = frozenset({"/Highlight", "/Underline", "/Squiggly", "/StrikeOut"})
MARKS = NOTES | DRAWN | OVER_WORDS
MEDIA = frozenset({"/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"})
TYPED = "/FreeTextTypewriter"
"""The intent of text that is meant to stand on the page, such as a number typed onto a scan."""
MARKUP = re.compile(r"<[^>]*>")


def annotations(node: Node, place: Callable[[], Place | None]) -> Iterator[Trace]:
    """What this annotation is, if it is one; `place` says where it stands."""
    kind = _kind(node)
    if kind:
        yield Trace(Finding(kind, node.page, place()), words_of(node))


def _kind(node: Node) -> str:
    subtype = node.name("/Subtype")
    if subtype == "/Redact":
        return "redaction_not_applied"
    if subtype in MEDIA:
        return "media"
    if subtype == "/FreeText" and node.name("/IT") == TYPED:
        return "text_typed_on"
    if subtype in MARKS and words_of(node):
        return "comment"
    return "mark" if subtype in MARKS and subtype != "/Popup" else ""


def words_of(node: Node) -> str:
    """What a comment says and who wrote it."""
    said = [node.text(key) for key in ("/T", "/Subj", "/Contents")]
    rich = node.items.get("/RC")
    if isinstance(rich, pikepdf.Stream):
        rich = pikepdf.String(rich.read_bytes().decode("utf-8", "replace"))
    return " ".join(part for part in (*said, MARKUP.sub(" ", text_of(rich))) if part.strip())
