"""Words that only programs and screen readers show: bookmarks, names of places, alternative texts, page labels."""

import re
from collections.abc import Iterator

import pikepdf

from publications.checks.inside.walk import Node
from publications.checks.trace import Trace, quote

TELLING = ("/ActualText", "/Alt", "/E", "/T", "/TU")
GENERATED = frozenset({
    "anchor", "appendix", "bib", "bookmark", "chapter", "cite", "doc", "equation", "figure", "footnote", "goback",
    "heading", "hlk", "item", "link", "msocom", "ole", "page", "paragraph", "part", "ref", "section", "start",
    "subsection", "subsubsection", "table", "toc", "top", "xyz",
})  # fmt: skip
"""Of such words, of numbers and of one or two letters are the names of places that programs make up."""
LETTERS = re.compile(r"[^\W\d_]{3,}")


def outlines(node: Node) -> Iterator[Trace]:
    """A bookmark that says what no page says."""
    if "/Title" in node.items and ("/Parent" in node.items or "/Dest" in node.items or "/A" in node.items):
        yield quote("bookmark", node.text("/Title"))


def alternatives(node: Node, page: int | None) -> Iterator[Trace]:
    """What a tag says instead of, or besides, the words on the page (ISO 32000-1, 14.9)."""
    if node.name("/Type") == "/StructElem" or ("/S" in node.items and "/P" in node.items):
        said = " ".join(filter(None, map(node.text, TELLING)))
        if said.strip():
            yield quote("alternative_text", said, page)


def labels(node: Node) -> Iterator[Trace]:
    """A page label with words in it, such as a name before the number."""
    if node.name("/Type") == "/PageLabel" or node.key == "/Nums":
        prefix = node.text("/P")
        if sum(map(str.isalpha, prefix)) >= 2:
            yield quote("page_label", prefix)


def destinations(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """The names of places in the document that somebody thought of."""
    named = pdf.Root.get("/Dests")
    found = list(named.keys()) if isinstance(named, pikepdf.Dictionary) else []
    tree = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if isinstance(tree, pikepdf.Dictionary):
        found += _names_in(tree)
    own = [name.strip("/") for name in found if not GENERATED.issuperset(LETTERS.findall(name.lower()))]
    if own:
        yield quote("destination_name", " ".join(own))


def _names_in(tree: pikepdf.Dictionary) -> list[str]:
    try:
        return [str(name) for name, _ in pikepdf.NameTree(tree).items()]
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return []
