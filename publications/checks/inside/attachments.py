"""Files inside the file, however they hang on it: by name, by /AF, by a pin on a page (ISO 32000-1, 7.11.4)."""

from collections.abc import Iterator

from publications.checks.inside.walk import Node
from publications.checks.trace import Trace, trace

NAMES = ("/UF", "/F", "/Desc")


def attachments(node: Node) -> Iterator[Trace]:
    """The file that this dictionary attaches."""
    if "/EF" in node.items:
        yield trace("attachment", " ".join(filter(None, map(node.text, NAMES))), node.page)
    elif node.name("/Type") == "/EmbeddedFile" and node.key not in {"/F", "/UF", "/DOS", "/Mac", "/Unix"}:
        yield trace("attachment", "", node.page)


def private_data(node: Node) -> Iterator[Trace]:
    """What programs keep for themselves, often the whole drawing as it was before (ISO 32000-1, 14.5)."""
    if "/PieceInfo" in node.items:
        yield trace("private_data", "", node.page)
    if "/SpiderInfo" in node.items:
        yield trace("private_data", "", node.page)
