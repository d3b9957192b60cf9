"""Comments, marks and form fields on the pages (ISO 32000-1, 12.5 and 12.7)."""

import re
from collections.abc import Iterator

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


def annotations(node: Node, place: Place | None) -> Iterator[Trace]:
    """What this annotation is, if it is one."""
    subtype = node.name("/Subtype")
    if subtype == "/Redact":
        yield _trace("redaction_not_applied", node, place)
    elif subtype in MEDIA:
        yield _trace("media", node, place)
    elif subtype == "/FreeText" and node.name("/IT") == TYPED:
        yield _trace("text_typed_on", node, place)
    elif subtype in MARKS and words_of(node):
        yield _trace("comment", node, place)
    elif subtype in MARKS and subtype != "/Popup":
        yield _trace("mark", node, place)


def words_of(node: Node) -> str:
    """What a comment says and who wrote it."""
    said = [node.text(key) for key in ("/T", "/Subj", "/Contents")]
    rich = node.items.get("/RC")
    if isinstance(rich, pikepdf.Stream):
        rich = pikepdf.String(rich.read_bytes().decode("utf-8", "replace"))
    return " ".join(part for part in (*said, MARKUP.sub(" ", text_of(rich))) if part.strip())


def _trace(kind: str, node: Node, place: Place | None) -> Trace:
    return Trace(Finding(kind, node.page, place), words_of(node))
