"""All reviews one after the other, for what is as long as they are many."""

from collections.abc import Iterator
from datetime import datetime

from publications import clock, queries
from publications.models import Review
from publications.presentation import record_of
from publications.records import Record

REVIEWS_AT_ONCE = 200


def each_review() -> Iterator[tuple[Review, Record, datetime]]:
    """Every review that the public may know of, with its record, in the order of entry.

    A lot at a time, each in the same few queries and as of its own instant, which comes with it: what goes dark while
    the first ones are read out is dark in those that follow.
    """
    last = 0
    while True:
        now = clock.now()
        known = queries.with_documents(queries.reviews_known(now)).filter(pk__gt=last).order_by("pk")
        reviews = list(known[:REVIEWS_AT_ONCE])
        yield from ((review, record_of(review, now), now) for review in reviews)
        if len(reviews) < REVIEWS_AT_ONCE:
            return
        last = reviews[-1].pk
