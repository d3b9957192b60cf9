"""Where the members' area is, and what is in it."""

from typing import Any

from wagtail.models import Page

SLUG = "members"
AREA = f"/{SLUG}/"
GROUP = "Board members"
STAYS = (
    "Pages of the members' area stay in it: anywhere else everybody could read them. To publish something of one, make"
    " a new page and copy the words."
)


def is_members(path: str) -> bool:
    """Whether a path belongs to the area."""
    return path.startswith(AREA) or path == AREA.rstrip("/")


def is_in_area(page: Page | None) -> bool:
    """Whether a page, live or not, is in the area: only its first page can have that address."""
    return page is not None and is_members(page.get_url() or "")


def front_page() -> Any:
    """The live first page of the area; None on a site that has no area."""
    from lscb_site.models import MembersPage

    return MembersPage.objects.live().first()
