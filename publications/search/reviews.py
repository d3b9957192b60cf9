"""The reviews in whose record or files the words are, the best first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from publications.search.query import Group, Query, either, every
from publications.sql import rows

MOST_READ = 300  # files whose pages are looked through for the order of words, the newest first
REFINED = 50  # reviews that are ranked by the pages of their files as well
WEIGHTS = [0.1, 0.2, 0.4, 1.0]  # text, summary, facts, label and titles

RECORDS = """
told AS MATERIALIZED (
    SELECT s.review_id, ts_rank(%(weights)s::real[], s.record, %(any)s::tsquery) AS rank
    FROM search_records(%(strict)s::tsquery) s
    WHERE s.during @> %(at)s::timestamptz AND NOT s.is_neutral
)"""
FILES = """
inside AS (
    SELECT d.review_id FROM search_files(%(sure)s::tsquery) f
    JOIN publications_documentspan d ON d.version_id = f.version_id
    WHERE d.during @> %(at)s::timestamptz
)"""
NO_FILES = """
inside AS (SELECT NULL::bigint AS review_id WHERE false)"""
PHRASES = """
maybe AS MATERIALIZED (
    SELECT d.review_id, d.version_id, count(*) OVER () AS all_of_them FROM search_files(%(loose)s::tsquery) f
    JOIN publications_documentspan d ON d.version_id = f.version_id
    WHERE d.during @> %(at)s::timestamptz
        AND d.review_id NOT IN (SELECT review_id FROM inside UNION SELECT review_id FROM told)
    ORDER BY d.day DESC NULLS LAST, d.version_id DESC LIMIT %(most_read)s
), looked_through AS (
    SELECT m.review_id FROM maybe m WHERE {holds}
)"""
NO_PHRASES = """
maybe AS (SELECT NULL::bigint AS all_of_them WHERE false),
looked_through AS (SELECT NULL::bigint AS review_id WHERE false)"""
LEFT_OUT = """
left_out AS (
    SELECT s.review_id FROM search_records(%(without)s::tsquery) s
    WHERE s.during @> %(at)s::timestamptz
    UNION SELECT d.review_id FROM search_files(%(without_sure)s::tsquery) f
    JOIN publications_documentspan d ON d.version_id = f.version_id
    WHERE d.during @> %(at)s::timestamptz
    UNION SELECT t.review_id FROM (
        SELECT d.review_id, d.version_id FROM search_files(%(without_loose)s::tsquery) f
        JOIN publications_documentspan d ON d.version_id = f.version_id
        WHERE d.during @> %(at)s::timestamptz
        ORDER BY d.day DESC NULLS LAST, d.version_id DESC LIMIT %(most_read)s
    ) AS t
    WHERE EXISTS (
        SELECT FROM publications_pagetext p
        WHERE p.version_id = t.version_id AND p.vector @@ %(without_phrases)s::tsquery
    )
)"""
NOTHING_LEFT_OUT = """
left_out AS (SELECT NULL::bigint AS review_id WHERE false)"""
FOUND = """
WITH {records}, {files}, {phrases}, {left_out},
found AS (
    (SELECT review_id FROM told UNION SELECT review_id FROM inside UNION SELECT review_id FROM looked_through)
    EXCEPT SELECT review_id FROM left_out
), ranked AS (
    SELECT s.review_id, coalesce(told.rank, 0) AS rank, s.day, s.sort_label
    FROM found JOIN publications_reviewspan s USING (review_id) LEFT JOIN told USING (review_id)
    WHERE s.during @> %(at)s::timestamptz AND NOT s.is_neutral
)
SELECT coalesce(array_agg(review_id ORDER BY rank DESC, day DESC NULLS LAST, sort_label, review_id), '{{}}'),
    coalesce(array_agg(rank ORDER BY rank DESC, day DESC NULLS LAST, sort_label, review_id), '{{}}'),
    (SELECT max(all_of_them) FROM maybe)
FROM ranked
"""
HOLDS = """(
    EXISTS (SELECT FROM publications_filewords f WHERE f.version_id = m.version_id AND f.words @@ %(sure_{n})s::tsquery)
    OR EXISTS (SELECT FROM publications_pagetext p
        WHERE p.version_id = m.version_id AND p.vector @@ %(phrases_{n})s::tsquery)
    OR EXISTS (SELECT FROM publications_reviewspan s WHERE s.review_id = m.review_id
        AND s.during @> %(at)s::timestamptz AND s.record @@ %(strict_{n})s::tsquery)
)"""
KNOWN = """
SELECT wanted.place - 1 FROM unnest(%(groups)s::tsquery[]) WITH ORDINALITY AS wanted(query, place)
WHERE EXISTS (
    SELECT FROM search_records(wanted.query) s
    WHERE s.during @> %(at)s::timestamptz AND NOT s.is_neutral
) OR EXISTS (
    SELECT FROM search_files(wanted.query) f JOIN publications_documentspan d ON d.version_id = f.version_id
    WHERE d.during @> %(at)s::timestamptz
)
"""
RANKS = """
SELECT d.review_id, max(ts_rank(%(weights)s::real[], p.vector, %(any)s::tsquery))
FROM publications_documentspan d JOIN publications_pagetext p ON p.version_id = d.version_id
WHERE d.review_id = ANY (%(reviews)s) AND d.during @> %(at)s::timestamptz AND p.vector @@ %(any)s::tsquery
GROUP BY d.review_id
"""


@dataclass(frozen=True)
class Found:
    """The numbers of reviews, the best first; `unread` files were not looked through for the order of words."""

    reviews: list[int]
    unread: int = 0


def find_reviews(query: Query, at: datetime) -> Found:
    """The reviews that may be told at this instant and fit, by the words of their record or of a file served."""
    statement = FOUND.format(
        records=RECORDS,
        files=FILES if query.sure else NO_FILES,
        phrases=PHRASES.format(holds=holds(query)) if query.has_phrases else NO_PHRASES,
        left_out=LEFT_OUT if query.without else NOTHING_LEFT_OUT,
    )
    [(reviews, ranks, maybe)] = rows(statement, **dict(parameters(query, at)))
    by_pages = page_ranks(query, reviews[:REFINED], at)
    scores = {review: rank + by_pages.get(review, 0) for review, rank in zip(reviews[:REFINED], ranks, strict=False)}
    best = sorted(scores, key=lambda review: -scores[review])
    return Found([*best, *reviews[REFINED:]], max(0, (maybe or 0) - MOST_READ))


def known_groups(query: Query, at: datetime) -> list[int]:
    """Which groups of a question are in anything that may be told at this instant, the order of words aside."""
    return [place for (place,) in rows(KNOWN, groups=[group.loose for group in query.groups], at=at)]


def page_ranks(query: Query, reviews: list[int], at: datetime) -> dict[int, float]:
    """How well the best page of each review's files fits."""
    found = rows(RANKS, weights=WEIGHTS, any=query.any, reviews=reviews, at=at)
    return {review: rank for review, rank in found}  # noqa: C416 - pairs, for mypy


def holds(query: Query) -> str:
    """The condition that a file which has all the words has them as asked."""
    conditions = [HOLDS.format(n=number) for number in range(len(query.groups))]
    if query.enough:
        return either((every((conditions[place] for place in some), " AND ") for some in query.enough), " OR ")
    return every(conditions, " AND ")


def parameters(query: Query, at: datetime) -> Iterator[tuple[str, Any]]:
    """Everything that the statement may name; what it does not is not sent."""
    yield from {"at": at, "weights": WEIGHTS, "most_read": MOST_READ}.items()
    yield from {"any": query.any, "strict": query.strict, "sure": query.sure, "loose": query.loose}.items()
    for number, group in enumerate(query.groups):
        yield f"strict_{number}", group.strict
        yield f"sure_{number}", group.sure
        yield f"phrases_{number}", group.phrases
    without = query.without or Group(())
    yield "without", without.strict
    yield "without_sure", without.sure
    yield "without_loose", either(part.loose for part in without.parts if not part.is_sure)
    yield "without_phrases", without.phrases
