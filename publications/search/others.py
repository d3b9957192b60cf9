"""Topics, contacts and pages of the site, found by their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page, get_page_models

from lscb_site.models import Contact, ContactPage, Topic
from publications.search.marks import LONGEST_TEXT, Parts
from publications.search.pages import PagesFound
from publications.search.query import Query
from publications.search.reviews import WEIGHTS
from publications.sql import rows

MOST_PAGES = 200
CONCERN = "/#worried"  # where every page says whom to call now

# A few texts that are at hand: given to the database, which ranks them as it ranks everything.
GIVEN = """
SELECT place FROM unnest(%(places)s::integer[], %(names)s::text[], %(texts)s::text[]) AS t(place, names, texts),
    LATERAL (SELECT search_record(names, '', texts) AS vector) AS v
WHERE vector @@ %(strict)s::tsquery
ORDER BY ts_rank(%(weights)s::real[], vector, %(any)s::tsquery) DESC, place
"""
# Wagtail's own index of pages, by an index of ours on it (0006_site_pages.sql).
SITE_PAGES = """
SELECT e.object_id::bigint FROM wagtailsearch_indexentry e
WHERE search_page(e.title_text, e.body_text) @@ %(strict)s::tsquery AND e.content_type_id = ANY (%(types)s)
    AND e.object_id = ANY (%(public)s)
ORDER BY ts_rank(%(weights)s::real[], search_page(e.title_text, e.body_text), %(any)s::tsquery) DESC, e.object_id
LIMIT %(most)s
"""
BODIES = """
SELECT object_id::bigint, left(body_text, %(longest)s) FROM wagtailsearch_indexentry
WHERE content_type_id = ANY (%(types)s) AND object_id = ANY (%(pages)s)
"""


@dataclass(frozen=True)
class Thing:
    """Something that is found by its words; those of its title count most."""

    what: str
    title: str
    url: str
    text: str = ""
    other_words: str = ""
    findings: tuple[str, ...] = ()
    """The texts of its findings and actions."""
    parts: Parts = field(default_factory=list)
    """Some of the text, with the words marked."""
    in_findings: Parts = field(default_factory=list)
    """The same of that of its findings and actions in which most of the words are; empty if none are there."""
    pages: PagesFound | None = None


def fitting(query: Query, things: Sequence[Thing]) -> list[Thing]:
    """Those in which the words are, the best first."""
    if not things:
        return []
    names = [f"{thing.title}\n{thing.other_words}" for thing in things]
    found = rows(
        GIVEN, places=list(range(len(things))), names=names, texts=[thing.text for thing in things],
        strict=query.strict, any=query.any, weights=WEIGHTS,
    )  # fmt: skip
    return [things[place] for (place,) in found]


def topics(found: Iterable[Topic]) -> list[Thing]:
    """Topics, found by their other words too."""
    return [
        Thing("Topic", topic.name, topic.get_absolute_url(), topic.description, "\n".join(topic.synonyms))
        for topic in found
    ]


def contacts(request: HttpRequest, public: QuerySet[Page]) -> list[Thing]:
    """Whom to call: all of them where a page lists them, else those whom every page names."""
    page = ContactPage.objects.filter(pk__in=public.values("pk")).first()
    everybody = Contact.objects.all() if page else Contact.objects.urgent()
    url = (page.get_url(request) if page else "") or CONCERN
    return [contact_thing(contact, url) for contact in everybody]


def contact_thing(contact: Contact, url: str) -> Thing:
    """A contact with what is said of it."""
    numbers = ", ".join(number.number for number in contact.phone_numbers.all())
    said = [contact.when_to_call, contact.what_it_does, numbers]
    return Thing("Contact", str(contact), url, ". ".join(text.strip(" .") for text in said if text.strip()))


def site_pages(query: Query, public: Sequence[int]) -> list[int]:
    """The numbers of those of the public pages in whose text the words are, the best first."""
    found = rows(
        SITE_PAGES, strict=query.strict, any=query.any, weights=WEIGHTS, types=page_types(),
        public=[str(number) for number in public], most=MOST_PAGES,
    )  # fmt: skip
    return [number for (number,) in found]


def page_things(request: HttpRequest, numbers: Sequence[int]) -> list[Thing]:
    """These pages with their texts."""
    if not numbers:
        return []
    pages = Page.objects.in_bulk(numbers)
    lines = rows(BODIES, types=page_types(), pages=[str(number) for number in numbers], longest=LONGEST_TEXT)
    bodies = {page: body for page, body in lines}  # noqa: C416 - pairs, for mypy
    found = [pages[number] for number in numbers if number in pages]
    return [
        Thing("Page", page.title, page.get_url(request) or "/", bodies.get(page.pk) or page.search_description)
        for page in found
    ]


def page_types() -> list[int]:
    """The numbers of the content types of pages."""
    return [kind.pk for kind in ContentType.objects.get_for_models(*get_page_models()).values()]
