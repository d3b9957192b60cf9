"""The public list: every review with its documents, each with its state and date."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from publications import clock, queries
from publications.presentation import records_of
from publications.views.filters import Filters
from publications.views.trail import PUBLICATIONS, trail

REVIEWS_ON_A_PAGE = 25


@require_safe
def publications_list(request: HttpRequest) -> HttpResponse:
    """The board's own reviews, then those of other bodies; of each the newest first."""
    now = clock.now()
    known = records_of(queries.with_documents(queries.reviews_known(now)), now)
    filters = Filters(request.GET, known)
    found = sorted(filters.apply(known), key=lambda record: (not record.is_own, record.is_neutral))
    page = Paginator(found, REVIEWS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": PUBLICATIONS.text,
        "own": [record for record in page if record.is_own],
        "others": [record for record in page if not record.is_own],
        "page_obj": page,
        "filters": filters,
        "any_known": bool(known),
        "breadcrumbs": trail(PUBLICATIONS),
        "wide": True,
    }
    return render(request, "publications/list.html", context)
