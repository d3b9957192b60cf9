"""The page about leaving this site quickly."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def exit_this_page(request: HttpRequest) -> HttpResponse:
    """How the way out works, and what it can't hide."""
    crumbs = [{"text": "Home", "url": "/"}, {"text": "How to leave this site quickly", "url": ""}]
    return render(request, "lscb_site/exit_this_page.html", {"breadcrumbs": crumbs}, using="jinja2")
