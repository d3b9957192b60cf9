"""The main navigation: what editors chose, or else the page tree and our own sections."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from lscb_site.frame import Frame
from lscb_site.members.area import front_page, is_members
from lscb_site.members.reader import current


@dataclass(frozen=True)
class Item:
    """One entry; `current` if it is the page one is on, or the part of the site one is in."""

    text: str
    url: str
    current: bool = False


def navigation_items(request: HttpRequest, frame: Frame) -> list[Item]:
    """The entries in the editors' order; where they chose none, the pages in menus, then our sections."""
    chosen = _chosen(frame) or [*frame.in_menus, *sections()]
    places = {url for _text, url in chosen}
    chosen += [(text, url) for text, url in _for_members() if url not in places]
    return [Item(text, url, is_inside(request.path, url)) for text, url in chosen if url]


def sections() -> list[tuple[str, str]]:
    """The label and address of each of our own sections."""
    return [(label, address) for _name, label, address in settings.SITE_SECTIONS]


def is_inside(path: str, address: str) -> bool:
    """Whether a path is an address or below it; only the home page is inside the home page."""
    return path == address if address == "/" else path.startswith(address)


def _chosen(frame: Frame) -> list[tuple[str, str]]:
    items = [(item, item.url) for item in frame.chosen]
    return [(item.text, url) for item, url in items if not is_members(url) or _is_theirs(item.page_id)]


def _for_members() -> list[tuple[str, str]]:
    """The door to the members' area, in it and for those who may read it."""
    front = front_page() if current() else None
    return [(front.title, front.url)] if front and _is_theirs(front.pk) else []


def _is_theirs(page: int | None) -> bool:
    """Whether whoever reads may read the page of this number, as it is now."""
    reader = current()
    found = Page.objects.filter(pk=page).first() if reader and page else None
    return bool(reader and found and reader.may_read(found))
