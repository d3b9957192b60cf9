"""The pages of files on which the words are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from publications.models import Review
from publications.records import Record, Served
from publications.search.marks import Parts, excerpt
from publications.search.query import Query
from publications.search.reviews import WEIGHTS
from publications.sql import rows

PAGES_OF_A_REVIEW = 3

# Which of the things looked for stand in the label and titles of each review.
IN_NAMES = """
SELECT s.review_id, ARRAY(
    SELECT ts_filter(s.record, '{a}') @@ wanted.query FROM unnest(%(groups)s::tsquery[]) WITH ORDINALITY
        AS wanted(query, place) ORDER BY wanted.place
)
FROM publications_reviewspan s WHERE s.review_id = ANY (%(reviews)s) AND s.during @> %(at)s::timestamptz
"""
# Of each review the best pages: those that have all that is looked for in it, or else any of it.
PAGES = """
WITH hit AS (
    SELECT d.review_id, d.publication_id, d.version_id, p.id, p.number,
        p.vector @@ wanted.strict AS is_whole, ts_rank(%(weights)s::real[], p.vector, wanted.either) AS rank
    FROM unnest(%(reviews)s::bigint[], %(strict)s::tsquery[], %(any)s::tsquery[]) AS wanted(review_id, strict, either)
    JOIN publications_documentspan d ON d.review_id = wanted.review_id
    JOIN publications_pagetext p ON p.version_id = d.version_id
    WHERE d.during @> %(at)s::timestamptz AND p.vector @@ wanted.either
), page AS (
    SELECT DISTINCT ON (publication_id, number) hit.*, bool_or(is_whole) OVER (PARTITION BY review_id) AS some_are_whole
    FROM hit ORDER BY publication_id, number, is_whole DESC, rank DESC
), best AS (
    SELECT page.*, row_number() OVER (PARTITION BY review_id ORDER BY rank DESC, publication_id, number) AS place,
        count(*) OVER (PARTITION BY review_id) AS all_of_them
    FROM page WHERE is_whole OR NOT some_are_whole
)
SELECT b.review_id, b.publication_id, b.version_id, b.number, b.all_of_them, p.text, ARRAY(
    SELECT DISTINCT position FROM unnest(p.vector) AS word, unnest(word.positions) AS position
    WHERE word.lexeme = ANY (%(words)s)
)
FROM best b JOIN publications_pagetext p ON p.id = b.id
WHERE b.place <= %(most)s ORDER BY b.review_id, b.place
"""


@dataclass(frozen=True)
class PageFound:
    """A page of a file, with a link that opens it there; a text that is a web page has no numbers."""

    number: int | None
    document: str
    url: str
    parts: Parts


@dataclass(frozen=True)
class PagesFound:
    """The best pages of one review, and how many there are beside them."""

    best: tuple[PageFound, ...] = ()
    more: int = 0


def pages_of(query: Query, shown: Sequence[tuple[Review, Record]], at: datetime) -> Mapping[int, PagesFound]:
    """The pages found in the files of these reviews, by the reviews' numbers; only of files that the ledger serves."""
    served = served_files(shown, at)
    found: dict[int, list[PageFound]] = defaultdict(list)
    counts: dict[int, int] = {}
    wanted = {review: query.but(named) for review, named in in_names(query, shown, at)}
    lines = rows(
        PAGES, at=at, weights=WEIGHTS, words=query.words, most=PAGES_OF_A_REVIEW, reviews=list(wanted),
        strict=[each.strict for each in wanted.values()], any=[each.any for each in wanted.values()],
    )  # fmt: skip
    for review, publication, version, number, all_of_them, text, marked in lines:
        if (publication, version) in served:
            name, file = served[publication, version]
            url = file.url if file.is_page else f"{file.url}#page={number}"
            found[review].append(PageFound(None if file.is_page else number, name, url, excerpt(text, marked)))
            counts[review] = all_of_them
    return {
        review: PagesFound(tuple(pages), max(0, counts[review] - PAGES_OF_A_REVIEW)) for review, pages in found.items()
    }


def in_names(query: Query, shown: Sequence[tuple[Review, Record]], at: datetime) -> list[tuple[int, list[bool]]]:
    """Of each review, which of the groups its label and titles answer already: its pages are not found by those."""
    groups = [group.strict for group in query.groups]
    found = rows(IN_NAMES, groups=groups, reviews=[review.pk for review, _record in shown], at=at)
    return [(review, named) for review, named in found]


def served_files(shown: Sequence[tuple[Review, Record]], at: datetime) -> dict[tuple[int, int], tuple[str, Served]]:
    """(publication, version) -> the document's name and its file, of what the ledger itself serves at this instant."""
    served = {}
    for review, record in shown:
        files = {document.number: document for document in record.documents if document.file}
        for publication in review.publications.all():
            version = publication.version_at(at)
            document = files.get(publication.pk)
            if version and document and document.file:
                served[publication.pk, version.pk] = (document.name, document.file)
    return served
