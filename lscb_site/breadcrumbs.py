"""The way from the home page to the page one is on."""

from dataclasses import dataclass
from typing import Any

import jinja2
from wagtail.models import Page, Site


@dataclass(frozen=True)
class Crumb:
    """One step; the last one, which is the page itself, needs no address."""

    text: str
    url: str = ""


@jinja2.pass_context
def breadcrumb_trail(context: jinja2.runtime.Context) -> list[Any]:
    """The `breadcrumbs` that a view passed, or else those of the `page` in the page tree; none on the home page."""
    given = context.get("breadcrumbs")
    if given is not None:
        return list(given)
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, Page) or request is None:
        return []
    return page_trail(page, request)


def page_trail(page: Page, request: Any) -> list[Crumb]:
    """The live ancestors of a page below the site's root, the root as "Home", and the page itself."""
    site = Site.find_for_request(request)
    if site is None or page.pk in {None, site.root_page_id}:
        return []
    ancestors = page.get_ancestors().filter(depth__gte=site.root_page.depth).live()
    steps = [Crumb(ancestor.title, ancestor.get_url(request) or "") for ancestor in ancestors]
    return [Crumb("Home", "/"), *steps[1:], Crumb(page.title)]
