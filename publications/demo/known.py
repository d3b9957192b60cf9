"""Words of which it is known where they stand, so that a search inside the reports can be tried."""

from dataclasses import dataclass

from publications.terms import DocumentKind as Kind


@dataclass(frozen=True)
class Known:
    """Words that stand in one report only, and there on one page only (counted from 1)."""

    words: str
    review: str
    kind: Kind
    page: int
    is_listed: bool = True
    """Whether the demo shows the report; in one that is dark nobody may find the words."""


KNOWN = [
    Known("kingfisher cushion", "Child Alder", Kind.OVERVIEW_REPORT, 4),
    Known("upholstery", "Child Alder", Kind.OVERVIEW_REPORT, 4),
    Known("swimming certificate", "Child Birch", Kind.OVERVIEW_REPORT, 4),
    Known("hopscotch", "Children Juniper and Larch", Kind.OVERVIEW_REPORT, 4),
    Known("encyclopaedia", "Children Juniper and Larch", Kind.OVERVIEW_REPORT, 4),
    Known("wheelbarrow", "Family Maple", Kind.OVERVIEW_REPORT, 4),
    Known("accordion lessons", "Young Person Oak", Kind.OVERVIEW_REPORT, 4),
    Known("tree surgeon", "Young Person Oak", Kind.OVERVIEW_REPORT, 4),
    Known("allotment", "Child Sorrel", Kind.OVERVIEW_REPORT, 4),
    Known("night watchman", "Child Linden", Kind.OVERVIEW_REPORT, 4),
    Known("lavender", "Child Poplar", Kind.OVERVIEW_REPORT, 4, is_listed=False),
    Known("second-hand pram", "Child Quince", Kind.OVERVIEW_REPORT, 4, is_listed=False),
]
