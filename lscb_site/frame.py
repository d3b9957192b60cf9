"""What stands round every public page: the board, its navigation, contacts, partners and links.

It is the same on all pages until somebody changes it. So each process keeps it as long as the rows that it was made of
stay the same, which one statement tells on each request: a change shows on the very next page, whoever made it and how.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.http import HttpRequest
from wagtail.models import Page, Site

MOST_KEPT = 16  # hosts by which the site is reached
WHOLE = (
    "lscb_site.BoardSettings",
    "lscb_site.NavigationSettings",
    "lscb_site.NavigationItem",
    "lscb_site.FooterLink",
    "lscb_site.Contact",
    "lscb_site.PhoneNumber",
    "lscb_site.Partner",
    "wagtailcore.Site",
    "wagtailcore.Locale",
    "wagtailcore.PageViewRestriction",
)
LOGOS = "SELECT logo_id FROM lscb_site_partner UNION SELECT logo_id FROM lscb_site_boardsettings"
IN_PART = {
    "wagtailcore.Page": (
        "(one.live AND one.show_in_menus) OR one.id IN (SELECT page_id FROM lscb_site_navigationitem"
        " UNION SELECT page_id FROM lscb_site_footerlink UNION SELECT root_page_id FROM wagtailcore_site)"
    ),
    "lscb_site.BoardImage": f"one.id IN ({LOGOS})",
    "lscb_site.BoardRendition": f"one.image_id IN ({LOGOS})",
}
ROWS = "(SELECT string_agg(one::text, E'\\n' ORDER BY one.id) FROM {table} AS one WHERE {which})"


@dataclass(frozen=True)
class Frame:
    """All of it. `chosen` are the editors' own items of the navigation, `in_menus` what it shows if there are none."""

    board: Any
    chosen: list[Any]
    in_menus: list[tuple[str, str]]
    urgent_contacts: list[Any]
    partners: list[Any]
    footer_links: list[Any]


_kept: dict[str, tuple[str, Frame]] = {}


def frame_of(request: HttpRequest) -> Frame:
    """What stands round the pages of the site that a request asks, as it is now."""
    host, mark = request.get_host(), mark_of_rows()
    before, frame = _kept.get(host, ("", None))
    if frame is None or before != mark:
        frame = made(request_anew(request))
        if mark_of_rows() == mark:  # nobody changed anything meanwhile
            keep(host, mark, frame)
    return frame


def keep(host: str, mark: str, frame: Frame) -> None:
    """Keep a frame until its mark is another."""
    if len(_kept) >= MOST_KEPT:
        forget()
    _kept[host] = (mark, frame)


def forget() -> None:
    """Keep nothing."""
    _kept.clear()


def mark_of_rows() -> str:
    """A mark of every row that a frame is made of: another row, another mark."""
    with connection.cursor() as cursor:
        cursor.execute(statement())
        mark: str = cursor.fetchone()[0]
        return mark


@cache
def statement() -> str:
    """Asks for that mark."""
    parts = dict.fromkeys(WHOLE, "true") | IN_PART
    rows = (ROWS.format(table=apps.get_model(name)._meta.db_table, which=which) for name, which in parts.items())
    return f"SELECT encode(sha256(convert_to(ROW({', '.join(rows)})::text, 'UTF8')), 'hex')"


def request_anew(request: HttpRequest) -> HttpRequest:
    """The same, without what Wagtail remembers on a request: the site and settings as they were when it asked."""
    anew = HttpRequest()
    anew.META = request.META
    return anew


def made(request: HttpRequest) -> Frame:
    """The frame from the database, and not from what this process remembers of where sites begin."""
    from lscb_site.models import BoardSettings, Contact, FooterLink, NavigationItem, Partner

    Site.clear_site_root_paths_cache()
    return Frame(
        board=BoardSettings.load(request_or_site=request),
        chosen=list(NavigationItem.objects.select_related("page")),
        in_menus=in_menus(request),
        urgent_contacts=list(Contact.objects.urgent()),
        partners=list(Partner.objects.active()),
        footer_links=list(FooterLink.objects.select_related("page")),
    )


def in_menus(request: HttpRequest) -> list[tuple[str, str]]:
    """The title and address of each page just below the home page that is for menus."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    children = Page.objects.child_of(site.root_page).live().public().in_menu()
    return [(child.title, child.get_url(request) or "") for child in children]
