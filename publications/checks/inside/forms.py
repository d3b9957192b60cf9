"""Form fields, what was filled into them, and signatures (ISO 32000-1, 12.7 and 12.8)."""

from collections.abc import Iterator

import pikepdf

from publications.checks.inside.walk import Node, is_container, name_of, text_of
from publications.checks.trace import Trace, trace

VALUES = ("/V", "/DV", "/RV", "/Opt")
SIGNER = ("/Name", "/Reason", "/Location", "/ContactInfo")


def fields(node: Node) -> Iterator[Trace]:
    """What this dictionary holds, if it is a form field or a signature."""
    kind = _field_type(node)
    if node.name("/Type") in {"/Sig", "/DocTimeStamp"} or "/ByteRange" in node.items:
        yield trace("signature", " ".join(filter(None, map(node.text, SIGNER))), node.page)
    elif kind in {"/Tx", "/Ch"}:
        said = " ".join(filter(None, (words(node.items.get(key)) for key in VALUES)))
        yield trace("form_value" if said.strip() else "form_field", said or node.text("/T"), node.page)
    elif kind == "/Btn":
        yield trace("form_value" if _is_ticked(node) else "form_field", node.text("/T") + node.text("/TU"), node.page)
    if "/XFA" in node.items:
        yield trace("xfa_form", "", node.page)


def _field_type(node: Node) -> str:
    """The type of a field, inherited from those above it; only fields that hold a value or are seen count."""
    found, each = node.name("/FT"), node.value
    for _ in range(8):
        parent = each.get("/Parent")
        if found or not isinstance(parent, pikepdf.Dictionary) or "/T" not in parent:
            break
        each, found = parent, name_of(parent.get("/FT"))
    return found if "/FT" in node.items or "/V" in node.items else ""


def _is_ticked(node: Node) -> bool:
    value = node.name("/V") or node.name("/AS")
    return value not in {"", "/Off"}


def words(value: object, depth: int = 0) -> str:
    """The words of a value: a string, a stream, or a list of these."""
    if isinstance(value, pikepdf.Stream):
        try:
            return value.read_bytes().decode("utf-8", "replace")
        except pikepdf.PdfError:
            return "?"
    if isinstance(value, pikepdf.Array) and is_container(value) and depth < 4:
        return " ".join(filter(None, (words(each, depth + 1) for each in value)))
    return text_of(value)
