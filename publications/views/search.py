"""The search of this site. What is asked for is kept nowhere (rule R15)."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from publications import clock
from publications.search.results import Asked, Results
from publications.views.trail import SEARCH, trail

HITS_ON_A_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Whatever was typed gets a page; an empty question gets the box."""
    asked = Asked.of(request, clock.now())
    page = Paginator(Results(request, asked), HITS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": SEARCH.text,
        "asked": asked,
        "page_obj": page,
        "hits": list(page),
        "query": urlencode({"q": asked.words}),
        "breadcrumbs": trail(SEARCH),
    }
    return render(request, "publications/search.html", context)
