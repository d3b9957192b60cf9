"""The ledger: reviews, their publications and what was decided about them.

The public list, record pages, downloads, feeds and search read these tables and no others.
"""

from publications.models.accounts import AccountHandled
from publications.models.checks import Check, CheckFinding, CheckOutcome, Overruling, Returned, with_checks
from publications.models.decisions import (
    Announcement,
    Destruction,
    ListingDecision,
    Release,
    SignOff,
    Suspension,
)
from publications.models.downloads import DownloadCount
from publications.models.files import FileVersion
from publications.models.imports import ImportBatch, ImportLine
from publications.models.learning import ReviewAction, ReviewFinding
from publications.models.publication import Publication
from publications.models.record import RecordDigest, RecordEntry
from publications.models.review import FormerSlug, Review
from publications.models.settings import SignOffSettings
from publications.models.spans import DocumentSpan, ReviewSpan
from publications.models.texts import FileText, FileWords, PageText, Word
from publications.models.web import DraftPicture, FrozenPicture, WebDraft

__all__ = [
    "AccountHandled",
    "Announcement",
    "Check",
    "CheckFinding",
    "CheckOutcome",
    "Destruction",
    "DocumentSpan",
    "DownloadCount",
    "DraftPicture",
    "FileText",
    "FileVersion",
    "FileWords",
    "FormerSlug",
    "FrozenPicture",
    "ImportBatch",
    "ImportLine",
    "ListingDecision",
    "Overruling",
    "PageText",
    "Publication",
    "RecordDigest",
    "RecordEntry",
    "Release",
    "Returned",
    "Review",
    "ReviewAction",
    "ReviewFinding",
    "ReviewSpan",
    "SignOff",
    "SignOffSettings",
    "Suspension",
    "WebDraft",
    "Word",
    "with_checks",
]
