"""All briefings of the site by topic: its pages, and what other apps add (the setting `BRIEFING_SOURCES`)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string
from wagtail.models import Site

from lscb_site.models.topics import Topic

OTHERS = "Other briefings"


@dataclass(frozen=True)
class Briefing:
    """A briefing as the list shows it: `facts` are such as "PDF, 2 MB"; `topics` are numbers."""

    title: str
    url: str
    summary: str = ""
    facts: str = ""
    topics: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Group:
    """The briefings on one topic, by title; the last group has no topic."""

    heading: str
    briefings: list[Briefing]


Source = Callable[[HttpRequest], Iterable[Briefing]]


def all_by_topic(request: HttpRequest) -> list[Group]:
    """Every briefing that anybody may read, under each of its topics; those without one at the end."""
    briefings = sorted(all_of(request), key=lambda briefing: briefing.title.casefold())
    by_topic: dict[int, list[Briefing]] = defaultdict(list)
    for briefing in briefings:
        for topic in briefing.topics:
            by_topic[topic].append(briefing)
    groups = [Group(topic.name, by_topic[topic.pk]) for topic in Topic.objects.filter(pk__in=by_topic)]
    rest = [briefing for briefing in briefings if not briefing.topics]
    return [*groups, Group(OTHERS, rest)] if rest else groups


def all_of(request: HttpRequest) -> Iterator[Briefing]:
    """Those of the pages, then those of the other apps."""
    yield from of_pages(request)
    for path in settings.BRIEFING_SOURCES:
        source: Source = import_string(path)
        yield from source(request)


def of_pages(request: HttpRequest) -> Iterator[Briefing]:
    """The briefing pages of this site that are live and not private; two queries."""
    from lscb_site.models import BriefingPage

    site = Site.find_for_request(request)
    if site is None:
        return
    pages = BriefingPage.objects.live().public().descendant_of(site.root_page)
    topics: dict[int, set[int]] = defaultdict(set)
    for page, topic in pages.filter(topics__isnull=False).order_by().values_list("pk", "topics"):
        topics[page].add(topic)
    for page in pages:
        yield Briefing(page.title, page.get_url(request) or "/", page.summary, topics=frozenset(topics[page.pk]))
