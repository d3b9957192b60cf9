"""What blocks ask of the ledger, each once and at this instant. Neutral and unknown things are not there at all."""

from publications import clock, queries
from publications.blocks.reviews import OTHERS, OWN
from publications.presentation import record_of, records_of
from publications.records import Document, Record


def record_now(number: int) -> Record | None:
    """One review, if anything of it may be told."""
    now = clock.now()
    review = queries.with_documents(queries.reviews_known(now)).filter(pk=number).first()
    record = record_of(review, now) if review else None
    return record if record and not record.is_neutral else None


def records_now(*, by: str = "", review_type: str = "") -> list[Record]:
    """The reviews of a type ("": all), of this board, of others or of both (""), the newest first."""
    now = clock.now()
    reviews = queries.reviews_known(now)
    if by == OWN:
        reviews = reviews.filter(published_by="")
    elif by == OTHERS:
        reviews = reviews.exclude(published_by="")
    if review_type:
        reviews = reviews.filter(review_type=review_type)
    return [record for record in records_of(queries.with_documents(reviews), now) if not record.is_neutral]


def document_now(number: int) -> tuple[Record, Document] | tuple[None, None]:
    """One document and its review, if anything of it may be told."""
    now = clock.now()
    review = queries.with_documents(queries.reviews_known(now)).filter(publications=number).first()
    record = record_of(review, now) if review else None
    for document in record.documents if record else ():
        if record and document.number == number and not document.is_dark:
            return record, document
    return None, None
