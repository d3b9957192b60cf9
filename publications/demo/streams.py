"""Stored blocks as the values of stream fields."""

from typing import Any

from wagtail.blocks import StreamValue

from lscb_site.blocks.body import BodyBlock
from publications.demo.content import pages


def body(blocks: pages.Body) -> StreamValue:
    """The (name, stored value) pairs as a page's body."""
    return StreamValue(BodyBlock(), [{"type": name, "value": value} for name, value in blocks], is_lazy=True)


def section(field: str, model: Any, stored: list[dict[str, Any]]) -> StreamValue:
    """Stored blocks as the value of one of a page type's own sections."""
    return StreamValue(model._meta.get_field(field).stream_block, stored, is_lazy=True)
