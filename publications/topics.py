"""Which topics the public may know of, and what is said on them: only public pages and reviews count."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, Site, get_page_models

from lscb_site.models import Topic
from publications.folding import fold
from publications.models import Review, ReviewSpan


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


def page_topics(pages: QuerySet[Page]) -> list[tuple[int, int]]:
    """(page, topic) numbers of these pages, in one query."""
    models = [model for model in get_page_models() if hasattr(model, "topics")]
    links = [
        model.objects.filter(pk__in=pages.values("pk"), topics__isnull=False).order_by().values_list("pk", "topics")
        for model in models
    ]
    return list(links[0].union(*links[1:])) if links else []


def used_topics(pages: QuerySet[Page], at: datetime) -> list[Topic]:
    """The topics of these public pages, and of the reviews that are told of at this instant, by name."""
    links = Review.topics.through.objects.filter(topic=OuterRef("pk"))
    on_reviews = Exists(links.filter(review__in=ReviewSpan.objects.at(at).told().values("review")))
    return list(Topic.objects.filter(on_reviews | Q(pk__in={topic for _page, topic in page_topics(pages)})))


def on_topic(pages: QuerySet[Page], topic: Topic) -> list[Page]:
    """The public pages on a topic, by title."""
    numbers = {page for page, number in page_topics(pages) if number == topic.pk}
    return list(pages.filter(pk__in=numbers).order_by("title"))


def a_to_z(topics: Iterable[Topic]) -> dict[str, list[Entry]]:
    """The entries under each letter that has any, in order."""
    entries = [Entry(text, topic) for topic in topics for text in dict.fromkeys([topic.name, *topic.synonyms])]
    letters: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.letter, fold(entry.text))):
        letters[entry.letter].append(entry)
    return dict(letters)
