"""The permanent page of a review (rule R1)."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lscb_site.breadcrumbs import Crumb
from lscb_site.models import BoardSettings
from publications import clock, queries
from publications.citing import Citation, citation_of, citation_tags, linked_data
from publications.learning.told import learning_of
from publications.listing import local_day
from publications.presentation import events_of, record_of
from publications.records import Record
from publications.views.trail import PUBLICATIONS, trail

MOST_RELATED = 5


@require_safe
def record(request: HttpRequest, review: str) -> HttpResponse:
    """What the review is, its state and why; a former address leads to the present one for ever."""
    now = clock.now()
    found = queries.with_documents(queries.reviews_known(now)).filter(slug=review).first()
    if found is None:
        moved = queries.review_moved_from(review, now)
        if moved is None:
            raise Http404
        return HttpResponsePermanentRedirect(moved.get_absolute_url())
    shown, board = record_of(found, now), BoardSettings.load(request_or_site=request)
    context = {
        "record": shown,
        "citations": citations(shown, board, now),
        "citation_tags": citation_tags(shown, board),
        "linked_data": linked_data(shown, board),
        "events": events_of(found, shown, now),
        "related": [related(other, shown) for other in queries.related_reviews(shown, now, MOST_RELATED)],
        "learning": learning_of(found, shown),
        "breadcrumbs": trail(PUBLICATIONS, Crumb(shown.title)),
    }
    return render(request, "publications/record.html", context)


def related(other: Record, to: Record) -> dict[str, str]:
    """Another review as a link that says which topics both are about."""
    shared = [topic.name for topic in other.topics if topic in to.topics]
    return {"title": other.title, "url": other.url, "description": f"{other.kind}. Also about: {', '.join(shared)}"}


def citations(shown: Record, board: BoardSettings, now: datetime) -> dict[int, Citation | None]:
    """How each document is cited, by its number."""
    today = local_day(now)
    return {document.number: citation_of(shown, document, board, today) for document in shown.documents}
