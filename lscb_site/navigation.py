"""The main navigation: what editors chose, or else the page tree and our own sections."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site


@dataclass(frozen=True)
class Item:
    """One entry; `current` if it is the page one is on, or the part of the site one is in."""

    text: str
    url: str
    current: bool = False


def navigation_items(request: HttpRequest) -> list[Item]:
    """The entries in the editors' order; where they chose none, the pages in menus, then our sections."""
    chosen = _chosen(request) or [*_from_tree(request), *sections()]
    return [Item(text, url, is_inside(request.path, url)) for text, url in chosen if url]


def sections() -> list[tuple[str, str]]:
    """The label and address of each of our own sections."""
    return [(label, address) for _name, label, address in settings.SITE_SECTIONS]


def is_inside(path: str, address: str) -> bool:
    """Whether a path is an address or below it; only the home page is inside the home page."""
    return path == address if address == "/" else path.startswith(address)


def _chosen(request: HttpRequest) -> list[tuple[str, str]]:
    from lscb_site.models import NavigationSettings

    items = NavigationSettings.load(request_or_site=request).items.select_related("page")
    return [(item.text, item.url) for item in items]


def _from_tree(request: HttpRequest) -> list[tuple[str, str]]:
    site = Site.find_for_request(request)
    if site is None:
        return []
    children = Page.objects.child_of(site.root_page).live().public().in_menu()
    return [(child.title, child.get_url(request) or "") for child in children]
