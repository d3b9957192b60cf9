"""The blocks that show reviews and publications on ordinary pages."""

from wagtail import blocks

from publications.blocks.publications import LatestPublicationsBlock, PublicationBlock
from publications.blocks.reviews import ReviewBlock, ReviewsBlock


def body_blocks() -> list[tuple[str, blocks.Block]]:
    """The (name, block) pairs that every page body may hold."""
    return [
        ("review", ReviewBlock()),
        ("reviews", ReviewsBlock()),
        ("latest_publications", LatestPublicationsBlock()),
        ("publication", PublicationBlock()),
    ]
