"""The one address by which a public page is known outside, whatever query or copy of it somebody came by."""

import jinja2
from django.http import HttpRequest
from wagtail.models import Page

from lscb_site.addresses import absolute


@jinja2.pass_context
def canonical_address(context: jinja2.runtime.Context) -> str:
    """It, below PUBLIC_URL; empty where there is no request to go by.

    Of a query only the number of a page of a list counts, and only while nothing else is asked: a filtered list is the
    list.
    """
    page, request = context.get("page"), context.get("request")
    if isinstance(page, Page) and page.alias_of:
        return absolute(page.alias_of.get_url(request) or "")
    return absolute(f"{request.path}{page_number(request)}") if isinstance(request, HttpRequest) else ""


def page_number(request: HttpRequest) -> str:
    """The query that asks for a later page and nothing else; else nothing."""
    number = request.GET.get("page", "")
    asks_for_page = list(request.GET) == ["page"] and number.isascii() and number.isdecimal() and int(number) > 1
    return f"?page={int(number)}" if asks_for_page else ""
