"""The one body of every page type."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from wagtail import blocks

from lscb_site.blocks.documents import DocumentsBlock
from lscb_site.blocks.links import LinksBlock, QuickLinksBlock
from lscb_site.blocks.notices import NoticeBlock
from lscb_site.blocks.people import ConcernPanelBlock, ContactBlock, ContactsByRoleBlock, PartnersBlock
from lscb_site.blocks.pictures import PictureBlock
from lscb_site.blocks.streams import WholeStreamBlock
from lscb_site.blocks.tables import TableBlock
from lscb_site.blocks.texts import AccordionBlock, CallOutBlock, HeadingBlock, TextBlock

BlockPairs = Iterator[tuple[str, blocks.Block]]


def blocks_of_other_apps() -> BlockPairs:
    """The (name, block) pairs of the functions that `PAGE_BODY_BLOCKS` names."""
    for path in settings.PAGE_BODY_BLOCKS:
        yield from import_string(path)()


class BodyBlock(WholeStreamBlock):
    """A page's body: our own blocks, then those of the other apps."""

    heading = HeadingBlock()
    text = TextBlock()
    notice = NoticeBlock()
    call_out = CallOutBlock()
    accordion = AccordionBlock()
    contact = ContactBlock()
    contacts_by_role = ContactsByRoleBlock()
    concern_panel = ConcernPanelBlock()
    partners = PartnersBlock()
    quick_links = QuickLinksBlock()
    links = LinksBlock()
    documents = DocumentsBlock()
    image = PictureBlock()
    table = TableBlock()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(local_blocks=list(blocks_of_other_apps()), **kwargs)

    def get_searchable_content(self, value: Any) -> list[str]:
        """What search finds and shows of the body; Wagtail's blocks say "None" of what is empty."""
        return [text for text in super().get_searchable_content(value) if text and text != "None"]
