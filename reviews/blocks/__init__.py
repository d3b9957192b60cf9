"""The blocks that pages about reviews are made of; every page's body may hold them too."""

from wagtail.blocks import Block

from reviews.blocks.basis import LegislationBlock, StatutoryBasisBlock
from reviews.blocks.criteria import CriteriaBlock
from reviews.blocks.principles import PrinciplesBlock
from reviews.blocks.process import ProcessBlock
from reviews.blocks.purposes import PurposesBlock
from reviews.blocks.quotation import QuotationBlock


def body_blocks() -> list[tuple[str, Block]]:
    """The (name, block) pairs for the body of every page, so that one page can combine sections.

    A passing notice is not among them: the body has one already.
    """
    return [
        ("criteria", CriteriaBlock()),
        ("purposes", PurposesBlock()),
        ("principles", PrinciplesBlock()),
        ("process", ProcessBlock()),
        ("statutory_basis", StatutoryBasisBlock()),
        ("legislation", LegislationBlock()),
        ("quotation", QuotationBlock()),
    ]
