"""The permanent page of a review (rule R1)."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lscb_site.breadcrumbs import Crumb
from publications import clock, queries
from publications.learning.told import learning_of
from publications.presentation import events_of, record_of
from publications.views.trail import PUBLICATIONS, trail


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
    shown = record_of(found, now)
    context = {
        "record": shown,
        "events": events_of(found, shown, now),
        "learning": learning_of(found, shown),
        "breadcrumbs": trail(PUBLICATIONS, Crumb(shown.title)),
    }
    return render(request, "publications/record.html", context)
