"""The A to Z of topics, and what this site has on each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lscb_site.breadcrumbs import Crumb
from lscb_site.models import Topic
from publications import clock
from publications.topics import a_to_z, on_topic, public_pages, records_with_topics, used_topics
from publications.views.trail import TOPICS, trail


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Every topic that something public is about."""
    letters = a_to_z(used_topics(public_pages(request), records_with_topics(clock.now())))
    context = {"title": TOPICS.text, "letters": letters, "breadcrumbs": trail(TOPICS)}
    return render(request, "publications/topics.html", context)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Reviews and pages on one topic; 404 if there are none that anybody may see."""
    found = Topic.objects.filter(slug=slug).first()
    records, pages = on_topic(request, found or Topic(pk=0), clock.now())
    if found is None or not (records or pages):
        raise Http404
    context = {
        "topic": found,
        "records": sorted(records, key=lambda record: record.title.casefold()),
        "pages": [
            {"title": page.title, "url": page.get_url(request), "description": page.search_description}
            for page in pages
        ],
        "breadcrumbs": trail(TOPICS, Crumb(found.name)),
    }
    return render(request, "publications/topic.html", context)
