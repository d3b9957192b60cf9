"""From the ledger to what the public may know of it at an instant.

A suspended or withdrawn document keeps its kind and a neutral notice (rule R8), and a review of which nothing else
is left has no label either (R10).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.urls import reverse
from django.utils.text import capfirst

from lscb_site.partial_dates import PartialDate
from publications import history, words
from publications.history import Event
from publications.listing import State, local_day
from publications.models import Announcement, FileVersion, Publication, Release, Review
from publications.records import DARK, Correction, Document, Record, Served
from publications.terms import DocumentKind, ReviewType

STATUTORY = {ReviewType.SCR, ReviewType.LCSPR}
KIND_ORDER = {kind: place for place, kind in enumerate(DocumentKind.values)}


def record_of(review: Review, instant: datetime) -> Record:
    """A review from `queries.with_documents`, as the public may know it at `instant`."""
    in_order = sorted(review.publications.all(), key=lambda each: (KIND_ORDER.get(each.kind, 99), each.pk))
    shown = [document_of(publication, instant) for publication in in_order]
    neutral = Record(
        review.pk,
        review.get_absolute_url(),
        tuple(document for document in shown if document),
        identifier=review.identifier,
    )
    if neutral.is_neutral:
        return neutral
    return Record(
        number=review.pk,
        url=neutral.url,
        documents=neutral.documents,
        title=review.label,
        kind=type_of(review),
        published_by=review.published_by,
        summary=review.summary,
        guidance=str(review.guidance or ""),
        guidance_address=web_address(review.guidance.address if review.guidance else ""),
        commissioned=review.commissioned_on,
        completed=review.completed_on,
        topics=tuple(review.topics.all()),
        type_code=review.review_type,
        search_engines=review.search_engines,
        identifier=review.identifier,
    )


def events_of(review: Review, record: Record, instant: datetime) -> list[tuple[Document, Event]]:
    """What happened to its documents, the oldest first; of dark ones nothing is told."""
    told = {document.number: document for document in record.documents if not document.is_dark}
    pairs = [
        (told[publication.pk], event)
        for publication in review.publications.all()
        if publication.pk in told
        for event in history.of(publication, instant)
    ]
    return sorted(pairs, key=lambda pair: pair[1].sort_key)


def last_event(review: Review, record: Record, instant: datetime) -> date | None:
    """The day of the last event that its record page tells of; events of which only the year is known came earlier."""
    days = [event.on for _document, event in events_of(review, record, instant) if event.on.precision == "day"]
    return max(days).first_day() if days else None


def records_of(reviews: Iterable[Review], instant: datetime) -> list[Record]:
    """Reviews from `queries.with_documents`, the newest first; those of which nothing may be told at the end."""
    records = [record_of(review, instant) for review in reviews]
    return sorted(records, key=lambda record: record.day or date.min, reverse=True)


def document_of(publication: Publication, instant: datetime) -> Document | None:
    """A publication fetched `with_facts`, as the public may know it at `instant`; None if it may not at all."""
    state = public_state(publication, instant)
    if state is None:
        return None
    if state in DARK:
        return _bare(publication, state)
    if state.is_announced:
        return _announced(publication, state, instant)
    return _released(publication, state, instant)


def _bare(publication: Publication, state: State) -> Document:
    """Its kind and state: all that is told of a dark one."""
    kind = publication.get_kind_display()
    return Document(
        publication.pk,
        kind,
        kind,
        state,
        words.PUBLIC[state],
        kind_code=publication.kind,
        identifier=publication.identifier,
    )


def public_state(publication: Publication, instant: datetime) -> State | None:
    """Its state, or what was announced while nobody may know of a draft or a scheduled release; None for nothing."""
    state = publication.state_at(instant)
    if state in {State.DRAFT, State.SCHEDULED}:
        said = last_announcement(publication, instant)
        return State(said.state) if said else None
    return state


def last_announcement(publication: Publication, instant: datetime) -> Announcement | None:
    """What was last said of it by `instant`."""
    said = [announcement for announcement in publication.announcements.all() if announcement.at <= instant]
    return max(said, key=lambda announcement: announcement.at, default=None)


def _announced(publication: Publication, state: State, instant: datetime) -> Document:
    """Its kind, state and public reason, no more: a title may wait for the release (R6)."""
    said = last_announcement(publication, instant)
    return replace(
        _bare(publication, state),
        reason=said.reason if said else "",
        address=web_address(said.address) if said and state is State.PUBLISHED_ELSEWHERE else "",
        announced_on=local_day(said.at) if said else None,
    )


def _released(publication: Publication, state: State, instant: datetime) -> Document:
    releases = history.releases_by(publication, instant)
    version = publication.version_at(instant)
    return replace(
        _bare(publication, state),
        name=publication.name,
        is_page=publication.is_web,
        status=status_of(publication, state, instant),
        first_public=publication.first_public or _first_day_here(releases),
        source=publication.first_public_source if publication.first_public else "",
        file=_served(publication, version, releases) if version and state.serves_file else None,
        corrections=tuple(Correction(local_day(later.at), later.correction) for later in releases[1:]),
    )


def _served(publication: Publication, version: FileVersion, releases: list[Release]) -> Served:
    url, released = publication.get_absolute_url(), releases[-1].at
    if publication.is_web:
        return Served(url, None, released, is_page=True)
    return Served(url, version.size, released, version.sha256)


def _first_day_here(releases: list[Release]) -> PartialDate | None:
    return PartialDate(local_day(releases[0].at).isoformat()) if releases else None


def status_of(publication: Publication, state: State, instant: datetime) -> str:
    """The state of a released publication in a sentence with its date."""
    through = publication.protected_through_at(instant)
    if state is State.PROTECTED and through:
        return f"On this site until at least {words.day(through)}"
    releases = history.releases_by(publication, instant)
    if state is State.LISTED and releases:
        return f"On this site since {words.day(local_day(releases[0].at))}"
    return words.PUBLIC[state]


def type_of(review: Review) -> str:
    """What kind of review it is: in its edition's own term, as the law changed that; else its type."""
    if review.guidance and review.review_type in STATUTORY:
        return capfirst(review.guidance.review_term)
    return review.get_review_type_display()


def web_address(address: str) -> str:
    """The address if it is one of the web, whatever way it got into the database; else nothing."""
    return address if address.startswith(("https://", "http://")) else ""


def record_address(slug: str) -> str:
    """The record page of a slug."""
    return reverse("publications:record", args=[slug])
