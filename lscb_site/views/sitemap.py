"""sitemap.xml: the public pages, and what other apps add to it."""

from collections.abc import Iterator
from datetime import date
from io import StringIO
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_ADDRESSES = 50_000  # of one file, by the protocol


class Entry(NamedTuple):
    """An address and the day it was last changed, if known."""

    location: str
    changed: date | None


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public address, absolute below PUBLIC_URL."""
    entries = [*page_entries(request), *added_entries()]
    return HttpResponse(as_xml(entries[:MOST_ADDRESSES]), content_type="application/xml; charset=utf-8")


def page_entries(request: HttpRequest) -> Iterator[Entry]:
    """The live pages that anybody may see."""
    site = Site.find_for_request(request)
    if site is None:
        return
    pages = Page.objects.live().public().descendant_of(site.root_page, inclusive=True).order_by("path")
    for page in pages:
        address = page.get_url(request)
        if address:
            yield Entry(urljoin(settings.PUBLIC_URL + "/", address), page.last_published_at)


def added_entries() -> Iterator[Entry]:
    """What the Sitemap classes that `SITEMAPS` names list."""
    public = urlsplit(settings.PUBLIC_URL)
    site: Any = SimpleNamespace(domain=public.netloc, name=public.netloc)
    for path in settings.SITEMAPS:
        source: Sitemap[Any] = import_string(path)()
        for entry in source.get_urls(site=site, protocol=public.scheme):
            yield Entry(entry["location"], entry["lastmod"])


def as_xml(entries: list[Entry]) -> str:
    """The file's text."""
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", AttributesImpl({"xmlns": NAMESPACE}))
    for entry in entries:
        xml.startElement("url", AttributesImpl({}))
        xml.addQuickElement("loc", entry.location)
        if entry.changed:
            xml.addQuickElement("lastmod", f"{entry.changed:%Y-%m-%d}")
        xml.endElement("url")
    xml.endElement("urlset")
    xml.endDocument()
    return out.getvalue()
