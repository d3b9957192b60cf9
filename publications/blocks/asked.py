"""What blocks ask of the ledger, each once and at this instant. Neutral and unknown things are not there at all."""

from django.db.models import F

from publications import clock, queries
from publications.blocks.reviews import OWN
from publications.models import DocumentSpan, ReviewSpan
from publications.presentation import record_of
from publications.records import Document, Record


def record_now(number: int) -> Record | None:
    """One review, if anything of it may be told."""
    now = clock.now()
    review = queries.with_documents(queries.reviews_known(now)).filter(pk=number).first()
    record = record_of(review, now) if review else None
    return record if record and not record.is_neutral else None


def records_now(*, by: str = "", review_type: str = "", count: int) -> list[Record]:
    """So many of the reviews of a type ("": all), of this board, of others or of both (""), the newest first."""
    now = clock.now()
    told = ReviewSpan.objects.at(now).told().filter(**{"review_type": review_type} if review_type else {})
    if by:
        told = told.filter(is_own=by == OWN)
    newest = told.order_by(F("day").desc(nulls_last=True), "sort_label", "review").values_list("review", flat=True)
    return [record for _review, record in queries.shown_reviews(list(newest[:count]), now) if not record.is_neutral]


def latest_now(count: int) -> list[tuple[Record, Document]]:
    """So many of the newest documents on the site, of this board and of others, with their reviews."""
    now = clock.now()
    newest = DocumentSpan.objects.at(now).served().order_by(F("day").desc(), "-publication")
    numbers = dict(newest.values_list("publication", "review")[:count])
    records = {review.pk: record for review, record in queries.shown_reviews(list(numbers.values()), now)}
    documents = {document.number: document for record in records.values() for document in record.documents}
    found = [(records.get(review), documents.get(number)) for number, review in numbers.items()]
    return [(record, document) for record, document in found if record and document and document.file]


def document_now(number: int) -> tuple[Record, Document] | tuple[None, None]:
    """One document and its review, if anything of it may be told."""
    now = clock.now()
    review = queries.with_documents(queries.reviews_known(now)).filter(publications=number).first()
    record = record_of(review, now) if review else None
    for document in record.documents if record else ():
        if record and document.number == number and not document.is_dark:
            return record, document
    return None, None
