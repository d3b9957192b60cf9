"""What the public may know of a review and its documents: small values for templates.

Whatever must not be shown is not in them, so that no template can show it (presentation.py makes them).
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.utils.text import Truncator

from lscb_site.models import Topic
from lscb_site.partial_dates import PartialDate
from publications import words
from publications.listing import State

NEUTRAL_TITLE = "A review that is not available"
DARK = frozenset({State.SUSPENDED, State.WITHDRAWN})
LONGEST_REASON_IN_A_LIST = 110


@dataclass(frozen=True)
class Correction:
    """A later version that stands, and what the public was told of it."""

    day: date
    sentence: str


@dataclass(frozen=True)
class Served:
    """A file that can be downloaded, or a page of this site; a page has neither size nor hash of its own."""

    url: str
    size: int | None
    released: datetime
    sha256: str = ""
    is_page: bool = False

    @property
    def media_type(self) -> str:
        """What a browser gets at the address."""
        return "text/html" if self.is_page else "application/pdf"

    @property
    def facts(self) -> str:
        """What one gets, in words: "PDF, 42.1 KB"."""
        return "web page" if self.is_page else f"PDF, {filesizeformat(self.size or 0)}".replace("\xa0", " ")


@dataclass(frozen=True)
class Document:
    """One document of a review, as the public may know it."""

    number: int
    kind: str
    name: str
    state: State
    status: str
    first_public: PartialDate | None = None
    source: str = ""
    reason: str = ""
    address: str = ""
    file: Served | None = None
    corrections: tuple[Correction, ...] = ()
    announced_on: date | None = None
    kind_code: str = ""
    identifier: UUID | None = None
    is_page: bool = False
    """Whether it is, or was, a page of this site; not told of what is announced or dark."""

    @property
    def is_dark(self) -> bool:
        """Whether no more than its kind may be said."""
        return self.state in DARK

    @property
    def is_on_request(self) -> bool:
        """Whether it is given out by request."""
        return self.state is State.ON_REQUEST

    @property
    def day(self) -> date | None:
        """The day by which it is sorted: when it was first public, at the latest, or announced."""
        return self.first_public.last_day() if self.first_public else self.announced_on

    @property
    def short_status(self) -> str:
        """The status with as much of the reason as a list has room for."""
        if not self.reason or self.state not in words.WITH_REASON:
            return self.status
        return f"{self.status}: {Truncator(self.reason).chars(LONGEST_REASON_IN_A_LIST)}"


@dataclass(frozen=True)
class Record:
    """A review, as the public may know it."""

    number: int
    url: str
    documents: tuple[Document, ...]
    title: str = NEUTRAL_TITLE
    kind: str = ""
    published_by: str = ""
    summary: str = ""
    guidance: str = ""
    guidance_address: str = ""
    commissioned: PartialDate | None = None
    completed: PartialDate | None = None
    topics: tuple[Topic, ...] = ()
    type_code: str = ""
    search_engines: str = ""
    identifier: UUID | None = None

    @property
    def is_neutral(self) -> bool:
        """Whether nothing of it may be told apart from any other (R10)."""
        return all(document.is_dark for document in self.documents)

    @property
    def has_left(self) -> bool:
        """Whether what was on this site of it is given out by request only."""
        on_request = any(document.is_on_request for document in self.documents)
        return on_request and not any(document.file for document in self.documents)

    @property
    def is_own(self) -> bool:
        """Whether this board published it."""
        return not self.published_by

    @property
    def day(self) -> date | None:
        """The day of its latest document."""
        return max((document.day for document in self.documents if document.day), default=None)

    @property
    def changed(self) -> date | None:
        """The day of the latest document or correction."""
        corrected = [correction.day for document in self.documents for correction in document.corrections]
        return max([*corrected, *([self.day] if self.day else [])], default=None)
