"""Which topics the public may know of, and what is said on them: only public pages and reviews count."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page, Site, get_page_models

from lscb_site.models import Topic
from publications.folding import fold
from publications.sql import rows

OF_PAGES = "SELECT {page}, {topic} FROM {table} WHERE {page} = ANY (%(pages)s::bigint[])"
# The limit makes PostgreSQL stop at the first review of a topic, whatever it takes the others for.
USED = """
SELECT t.* FROM lscb_site_topic t LEFT JOIN LATERAL (
    SELECT true AS is_told FROM publications_review_topics l JOIN publications_reviewspan s USING (review_id)
    WHERE l.topic_id = t.id AND s.during @> %(at)s::timestamptz AND NOT s.is_neutral LIMIT 1
) AS review ON true
WHERE review.is_told OR t.id = ANY (%(of_pages)s::bigint[]) ORDER BY t.name
"""


@dataclass(frozen=True)
class Entry:
    """A line of the A to Z: a topic by its name, or by another word for it."""

    text: str
    topic: Topic

    @property
    def is_synonym(self) -> bool:
        """Whether the line says where to look instead."""
        return self.text != self.topic.name

    @property
    def letter(self) -> str:
        """The letter it stands under; figures and signs share one."""
        first = fold(self.text)[:1].upper()
        return first if "A" <= first <= "Z" else "0 to 9"


def public_pages(request: HttpRequest) -> QuerySet[Page]:
    """The live pages of this site that anybody may see."""
    site = Site.find_for_request(request)
    if site is None:
        return Page.objects.none()
    pages: QuerySet[Page] = Page.objects.live().public().descendant_of(site.root_page, inclusive=True)
    return pages


def numbers_of(pages: QuerySet[Page]) -> list[int]:
    """The numbers of these pages."""
    return list(pages.order_by().values_list("pk", flat=True))


def page_topics(pages: Sequence[int]) -> list[tuple[int, int]]:
    """(page, topic) numbers of the pages of these numbers, in one query."""
    fields = [model.topics.field for model in get_page_models() if hasattr(model, "topics")]
    links = [
        OF_PAGES.format(table=field.m2m_db_table(), page=field.m2m_column_name(), topic=field.m2m_reverse_name())
        for field in fields
    ]
    return rows(" UNION ALL ".join(links), pages=pages)


def used_topics(pages: Sequence[int], at: datetime) -> list[Topic]:
    """The topics of the public pages of these numbers, and of the reviews told of at this instant, by name."""
    of_pages = [topic for _page, topic in page_topics(pages)]
    return list(Topic.objects.raw(USED, {"of_pages": of_pages, "at": at}))


def on_topic(pages: QuerySet[Page], topic: Topic) -> list[Page]:
    """The public pages on a topic, by title."""
    numbers = {page for page, number in page_topics(numbers_of(pages)) if number == topic.pk}
    return list(pages.filter(pk__in=numbers).order_by("title"))


def a_to_z(topics: Iterable[Topic]) -> dict[str, list[Entry]]:
    """The entries under each letter that has any, in order."""
    entries = [Entry(text, topic) for topic in topics for text in dict.fromkeys([topic.name, *topic.synonyms])]
    letters: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.letter, fold(entry.text))):
        letters[entry.letter].append(entry)
    return dict(letters)
