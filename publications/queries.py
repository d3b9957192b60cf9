"""What the public pages need from the database, by name.

Every function takes the instant; what was not public by then is left out by the database itself, so that asking
for it costs the same queries as asking for a name that never existed (rule R8).
"""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from lscb_site.models import BoardSettings
from publications.models import FormerSlug, ListingDecision, Publication, Release, Review
from publications.presentation import record_of
from publications.records import Record
from publications.sql import rows
from publications.terms import Medium

RELATED = """
SELECT s.review_id FROM publications_reviewspan s
WHERE s.topics && %(topics)s::bigint[] AND s.during @> %(at)s::timestamptz AND NOT s.is_neutral
    AND s.review_id <> %(itself)s
ORDER BY (SELECT count(*) FROM unnest(s.topics) AS topic WHERE topic = ANY (%(topics)s::bigint[])) DESC,
    s.day DESC NULLS LAST, s.sort_label, s.review_id
LIMIT %(most)s
"""


def reviews_known(instant: datetime, among: Sequence[int] | None = None) -> QuerySet[Review]:
    """The reviews, all or those `among` these numbers, that have a public record page (R1)."""
    return Review.objects.known_at(instant, among)


def with_documents(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """The same, fetched with all that a record shows, in a fixed number of queries."""
    return reviews.select_related("guidance").prefetch_related(
        "topics", Prefetch("publications", Publication.objects.with_facts())
    )


def shown_reviews(numbers: Sequence[int], instant: datetime) -> list[tuple[Review, Record]]:
    """These reviews with their records, in this order; without those that the ledger does not know at `instant`."""
    known = {review.pk: review for review in with_documents(reviews_known(instant, numbers))}
    return [(known[number], record_of(known[number], instant)) for number in numbers if number in known]


def related_reviews(record: Record, instant: datetime, count: int) -> list[Record]:
    """So many other reviews on its topics, those first that share most of them; none for a neutral one."""
    topics = [topic.pk for topic in record.topics]
    related = rows(RELATED, at=instant, topics=topics, itself=record.number, most=count) if topics else []
    found = shown_reviews([number for (number,) in related], instant)
    return [other for _review, other in found if not other.is_neutral]


def released_publication(
    review: str, document: str, instant: datetime, *, medium: Medium = Medium.PDF
) -> Publication | None:
    """The publication that was at this address, as a file or a page, at some time until `instant`; None if none was."""
    of_publication = Q(publication=OuterRef("pk"), at__lte=instant)
    was_here = Exists(Release.objects.filter(of_publication, cancelled_at=None)) | Exists(
        ListingDecision.objects.filter(of_publication, moves_now=True)
    )
    by_default = Coalesce(Subquery(BoardSettings.objects.values("keep_files_from_search")[:1]), Value(False))  # noqa: FBT003
    found = Publication.objects.with_facts().filter(
        was_here, review__slug=review, slug=document, medium=medium, review__no_trace=False
    )
    return found.annotate(kept_out_by_default=by_default).first()


def review_moved_from(slug: str, instant: datetime) -> Review | None:
    """The review that had this slug once, if it is public."""
    of_slug = FormerSlug.objects.filter(review=OuterRef("pk"), slug=slug)
    return reviews_known(instant).filter(Exists(of_slug)).first()
