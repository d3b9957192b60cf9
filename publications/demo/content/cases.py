"""The invented reviews and what was published of each; dates are days before the day on which the demo is made."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from publications.listing import State
from publications.terms import DocumentKind, ReviewType

FIVE_RIVERS = "Five Rivers Regional Safeguarding Partnership"
WESTMERE = "Westmere Safeguarding Children Board"
AFON = "Glan Afon Regional Safeguarding Board"
NATIONAL = "National Learning Panel"
COMMUNITY_SAFETY = "Larkmoor Community Safety Partnership"
ADULTS = "Larkmoor Safeguarding Adults Board"


@dataclass(frozen=True)
class Document:
    """One document of a review and what becomes of it.

    `days` ago it was first public, known to the day, the month or the year (`precision`); None: it was not. `then`
    is what happened to it here afterwards (see `publications.demo.ledger`); `flaw` is what is wrong with its draft, of
    `publications.demo.bad`, everything if it is empty.
    """

    kind: DocumentKind
    days: int | None = None
    precision: str = "day"
    state: State | None = None
    title: str = ""
    reason: str = ""
    address: str = ""
    has_file: bool = True
    then: str = ""
    flaw: str = ""

    @property
    def is_imported(self) -> bool:
        """Whether it comes from before this site."""
        return self.days is not None or self.state is not None


@dataclass(frozen=True)
class Case:
    """One review: who did it under which edition, what it found, and its documents."""

    label: str
    review_type: ReviewType
    themes: Sequence[str]
    summary: str
    documents: Sequence[Document]
    edition: int | None = 2023
    published_by: str = ""
    completed: int | None = None
    story: Sequence[str] = ()
    events: Sequence[tuple[str, str]] = field(default_factory=tuple)
    well: Sequence[str] = ()
    no_trace: bool = False
