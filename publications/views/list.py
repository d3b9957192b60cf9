"""The public list: every review with its documents, each with its state and date."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from publications import clock
from publications.models import ReviewSpan
from publications.queries import shown_reviews
from publications.search.pages import pages_of
from publications.views.filters import Filters
from publications.views.trail import PUBLICATIONS, trail

REVIEWS_ON_A_PAGE = 25


@require_safe
def publications_list(request: HttpRequest) -> HttpResponse:
    """The board's own reviews, then those of other bodies; of each the newest first, or as asked."""
    now = clock.now()
    filters = Filters(request, now)
    page = Paginator(filters.shelf, REVIEWS_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = shown_reviews(list(page.object_list), now)
    records = [record for _review, record in shown if not (filters.active and record.is_neutral)]
    context = {
        "title": PUBLICATIONS.text,
        "own": [record for record in records if record.is_own],
        "others": [record for record in records if not record.is_own],
        "pages_found": pages_of(filters.asked.query, shown, now) if filters.asked.query else {},
        "page_obj": page,
        "filters": filters,
        "any_known": bool(shown) or ReviewSpan.objects.at(now).exists(),
        "breadcrumbs": trail(PUBLICATIONS),
        "wide": True,
    }
    return render(request, "publications/list.html", context)
