"""The main navigation: what editors chose, or else the page tree and our own sections."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site

from lscb_site.members.area import front_page, is_members
from lscb_site.members.reader import current


@dataclass(frozen=True)
class Item:
    """One entry; `current` if it is the page one is on, or the part of the site one is in."""

    text: str
    url: str
    current: bool = False


def navigation_items(request: HttpRequest) -> list[Item]:
    """The entries in the editors' order; where they chose none, the pages in menus, then our sections."""
    chosen = _chosen(request) or [*_from_tree(request), *sections()]
    places = {url for _text, url in chosen}
    chosen += [(text, url) for text, url in _for_members() if url not in places]
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
    return [(item.text, item.url) for item in items if not is_members(item.url) or _is_theirs(item.page)]


def _for_members() -> list[tuple[str, str]]:
    """The door to the members' area, in it and for those who may read it."""
    front = front_page() if current() else None
    return [(front.title, front.url)] if front and _is_theirs(front) else []


def _is_theirs(page: Page | None) -> bool:
    reader = current()
    return page is not None and reader is not None and reader.may_read(page)


def _from_tree(request: HttpRequest) -> list[tuple[str, str]]:
    site = Site.find_for_request(request)
    if site is None:
        return []
    children = Page.objects.child_of(site.root_page).live().public().in_menu()
    return [(child.title, child.get_url(request) or "") for child in children]
