"""The body blocks of publications."""

from wagtail import blocks


def body_blocks() -> list[tuple[str, blocks.Block]]:
    """The (name, block) pairs that every page body may hold."""
    return []
