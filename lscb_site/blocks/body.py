"""The one body of every page type."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.module_loading import import_string
from wagtail import blocks

BlockPairs = Iterator[tuple[str, blocks.Block]]


def blocks_of_other_apps() -> BlockPairs:
    """The (name, block) pairs of the functions that `PAGE_BODY_BLOCKS` names."""
    for path in settings.PAGE_BODY_BLOCKS:
        yield from import_string(path)()


class BodyBlock(blocks.StreamBlock):
    """A page's body: our own blocks, then those of the other apps."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(local_blocks=list(blocks_of_other_apps()), **kwargs)
