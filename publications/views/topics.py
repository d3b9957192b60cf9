"""The A to Z of topics, and what this site has on each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from lscb_site.breadcrumbs import Crumb
from lscb_site.models import BriefingPage, Topic
from publications import clock
from publications.queries import shown_reviews
from publications.shelf import LABEL, Shelf, Wanted
from publications.terms import ReviewType
from publications.topics import a_to_z, numbers_of, on_topic, public_pages, used_topics
from publications.views.trail import TOPICS, trail

MOST_REVIEWS = 50


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Every topic that something public is about."""
    letters = a_to_z(used_topics(numbers_of(public_pages(request)), clock.now()))
    context = {"title": TOPICS.text, "letters": letters, "breadcrumbs": trail(TOPICS)}
    return render(request, "publications/topics.html", context)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Reviews, briefings, guidance and other pages on one topic; 404 if there are none that anybody may see."""
    now = clock.now()
    found = Topic.objects.filter(slug=slug).first()
    reviews = Shelf(Wanted(now, {"topic": slug}, LABEL))
    pages = on_topic(public_pages(request), found or Topic(pk=0))
    if found is None or not (reviews or pages):
        raise Http404
    records = [record for _review, record in shown_reviews(reviews[:MOST_REVIEWS], now) if not record.is_neutral]
    briefings = [page for page in pages if issubclass(page.specific_class, BriefingPage)]
    context = {
        "topic": found,
        "records": [record for record in records if record.type_code != ReviewType.NATIONAL],
        "national": [record for record in records if record.type_code == ReviewType.NATIONAL],
        "more": max(0, len(reviews) - MOST_REVIEWS),
        "briefings": [as_link(page, request) for page in briefings],
        "pages": [as_link(page, request) for page in pages if page not in briefings],
        "breadcrumbs": trail(TOPICS, Crumb(found.name)),
    }
    return render(request, "publications/topic.html", context)


def as_link(page: Page, request: HttpRequest) -> dict[str, str]:
    """A page as a link with a sentence."""
    return {"title": page.title, "url": page.get_url(request) or "/", "description": page.search_description}
