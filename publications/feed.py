"""The Atom feed of releases: an entry for each release and each correction of what is on the site now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Exists, Func, OuterRef, Value
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.html import escape

from lscb_site.addresses import absolute
from lscb_site.jinja2 import written_date
from lscb_site.models import BoardSettings
from publications import queries
from publications.listing import SERVED
from publications.models import Release
from publications.presentation import record_of
from publications.records import Document, Record

MOST_ENTRIES = 50
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 can't hold
PDF = "application/pdf"


@dataclass(frozen=True)
class Entry:
    """One release, with what the public may know of its document."""

    release: Release
    record: Record
    document: Document

    @property
    def is_newest(self) -> bool:
        """Whether the file released then is the one that stands."""
        return bool(self.document.file and self.document.file.released == self.release.at)

    @property
    def is_correction(self) -> bool:
        """Whether another file stood there before."""
        return bool(self.release.is_correction)  # type: ignore[attr-defined]  # by latest_releases

    @property
    def title(self) -> str:
        """The review and its document."""
        corrected = " (corrected)" if self.is_correction else ""
        as_page = ", as a web page" if self.document.is_page else ""
        return readable(f"{self.record.title}: {self.document.name}{as_page}{corrected}")

    @property
    def summary(self) -> str:
        """What it is, and for a correction what was corrected; nothing of the case."""
        said = [f"{self.document.kind}. {self.record.kind}."]
        if self.is_correction:
            said.append(f"Corrected on {written_date(self.release.at)}. {self.release.correction}")
        return readable(" ".join(said))


def feed_of(board: BoardSettings, now: datetime) -> bytes:
    """The feed's text at an instant."""
    feed = Atom1Feed(
        title=readable(f"Reviews published by {board.title}"),
        link=absolute(reverse("publications:list")),
        description=None,
        language="en-GB",
        author_name=readable(board.title),
        feed_url=absolute(reverse("publications:feed")),
        feed_guid=board.identifier.urn,
        feed_copyright=readable(board.data_licence) or None,
    )
    for entry in entries(now):
        add(feed, entry, board)
    return feed.writeString("utf-8").encode()


def add(feed: Atom1Feed, entry: Entry, board: BoardSettings) -> None:
    """One entry of the feed; it leads to the record page, and to the file that stands."""
    file = entry.document.file
    is_file = file is not None and not file.is_page and entry.is_newest
    enclosures = [Enclosure(absolute(file.url), str(file.size), PDF)] if file and is_file else []
    feed.add_item(
        title=entry.title,
        link=absolute(entry.record.url),
        description=escape(entry.summary),
        author_name=readable(entry.record.published_by or board.title),
        unique_id=entry.release.identifier.urn,
        pubdate=entry.release.at,
        updateddate=entry.release.at,
        categories=[readable(topic.name) for topic in entry.record.topics],
        enclosures=enclosures,
    )


def entries(now: datetime) -> Iterator[Entry]:
    """The latest releases of documents whose files are served at an instant, the newest first."""
    releases = list(latest_releases(now))
    reviews = queries.reviews_known(now).filter(publications__in=[release.publication_id for release in releases])
    shown = {
        document.number: (record, document)
        for record in (record_of(review, now) for review in queries.with_documents(reviews.distinct()))
        for document in record.documents
        if document.file
    }
    for release in releases:
        if release.publication_id in shown:
            yield Entry(release, *shown[release.publication_id])


def latest_releases(now: datetime) -> Iterator[Release]:
    """The releases, as the listing rule inside the database has it; `entries` looks again."""
    state = Func("publication_id", Value(now), function="ledger_state", output_field=CharField())
    standing = Release.objects.filter(cancelled_at=None, at__lte=now)
    before = standing.filter(publication=OuterRef("publication"), at__lt=OuterRef("at"))
    traced = standing.filter(publication__review__no_trace=False).annotate(state=state, is_correction=Exists(before))
    served = traced.filter(state__in=[state.value for state in SERVED])
    yield from served.order_by("-at", "-id")[:MOST_ENTRIES]


def readable(text: str) -> str:
    """The text without the signs that no XML file can hold, one of which would break the whole feed."""
    return UNWRITABLE.sub("", text)
