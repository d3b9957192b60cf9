"""Finding topics, records and pages by words. What is dark is in no text that is searched (rule R8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db import connection
from django.db.models import CharField, Func, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page, get_page_models
from wagtail.search.models import IndexEntry

from lscb_site.models import Topic
from publications import queries
from publications.folding import fold
from publications.presentation import records_of
from publications.records import Record
from publications.topics import public_pages, used_topics

MOST_SIGNS = 300
MOST_WORDS = 32
MOST_PAGES = 500
LONGEST_TEXT = 100_000  # PostgreSQL takes a little more than a million bytes

# The texts are given to the database rather than looked up there: exactly what a record shows can be found.
# English endings don't count; the plain words are asked for as well, so that "Child A" is found by its A.
BEST = """
SELECT place
FROM unnest(%s::integer[], %s::text[], %s::text[], %s::text[]) AS t(place, names, facts, texts),
LATERAL (SELECT setweight(to_tsvector('simple', names) || to_tsvector('english', names), 'A')
    || setweight(to_tsvector('english', facts), 'B') || setweight(to_tsvector('english', texts), 'C') AS vector) AS v,
LATERAL (SELECT websearch_to_tsquery('english', %s) || websearch_to_tsquery('simple', %s) AS query) AS q
WHERE vector @@ query
ORDER BY ts_rank(vector, query) DESC, place
"""


@dataclass(frozen=True)
class Hit:
    """One thing that may be found."""

    what: str
    title: str
    url: str
    text: str = ""
    facts: str = ""
    """Other words by which it is found."""


def readable(asked: str) -> str:
    """What was asked, as far as a person would have typed it: no control signs, and not a whole book."""
    words = "".join(sign if sign.isprintable() else " " for sign in asked[:MOST_SIGNS]).split()
    return " ".join(words[:MOST_WORDS])


def find(request: HttpRequest, asked: str, now: datetime) -> list[Hit]:
    """Topics, then reviews, then pages, the best of each first; nothing for nothing."""
    words = fold(readable(asked))
    if not words:
        return []
    records = records_of(queries.with_documents(queries.reviews_known(now)), now)
    pages = public_pages(request)
    topics = topic_hits(used_topics(pages, records))
    return [*best(topics, words), *best(record_hits(records), words), *pages_found(request, pages, words)]


def topic_hits(topics: Iterable[Topic]) -> list[Hit]:
    """Topics, to be found by their other words too."""
    return [
        Hit("Topic", topic.name, topic.get_absolute_url(), topic.description, " ".join(topic.synonyms))
        for topic in topics
    ]


def record_hits(records: Iterable[Record]) -> list[Hit]:
    """The records of which anything may be told."""
    return [
        Hit("Review", record.title, record.url, record.summary, facts_of(record))
        for record in records
        if not record.is_neutral
    ]


def facts_of(record: Record) -> str:
    """The words of a record beside its label and summary."""
    topics = [topic.name for topic in record.topics]
    documents = [words for document in record.documents for words in (document.name, document.kind)]
    return "\n".join([record.kind, record.published_by, *topics, *documents])


def best(hits: list[Hit], words: str) -> list[Hit]:
    """Those in which the words are, as PostgreSQL ranks them."""
    if not hits:
        return []
    columns = zip(*((fold(hit.title), fold(hit.facts), fold(hit.text)[:LONGEST_TEXT]) for hit in hits), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(BEST, [list(range(len(hits))), *map(list, columns), words, words])
        return [hits[place] for (place,) in cursor.fetchall()]


def pages_found(request: HttpRequest, public: QuerySet[Page], words: str) -> list[Hit]:
    """Those of the public pages in whose searchable text the words are."""
    query = SearchQuery(words, search_type="websearch", config="english") | SearchQuery(
        words, search_type="websearch", config="simple"
    )
    vector = searched("title_text", "A") + searched("body_text", "C")
    types = ContentType.objects.get_for_models(*get_page_models()).values()
    entries = (
        IndexEntry.objects.filter(  # type: ignore[attr-defined]
            content_type__in=types, object_id__in=public.values(text_id=Cast("pk", CharField()))
        )
        .annotate(vector=vector, rank=SearchRank(vector, query))
        .filter(vector=query)
        .order_by("-rank", "pk")
    )
    numbers = [int(number) for number in entries.values_list("object_id", flat=True)[:MOST_PAGES]]
    pages = public.in_bulk(numbers)
    found = [pages[number] for number in dict.fromkeys(numbers) if number in pages]
    return [Hit("Page", page.title, page.get_url(request) or "/", page.search_description) for page in found]


def searched(field: str, weight: str) -> SearchVector:
    """A text of the pages' index, without accents."""
    return SearchVector(Func(field, function="unaccent"), weight=weight, config="english")
