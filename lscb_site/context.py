"""What every public template may use, asked of the database only when it is used."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from lscb_site.frame import frame_of
from lscb_site.members.area import is_members
from lscb_site.members.reader import current
from lscb_site.navigation import navigation_items


def site(request: HttpRequest) -> dict[str, Any]:
    """The context processor of the public site."""
    frame: Any = SimpleLazyObject(lambda: frame_of(request))
    return {
        "board": SimpleLazyObject(lambda: frame.board),
        "now": timezone.now(),
        "navigation": SimpleLazyObject(lambda: navigation_items(request, frame)),
        "urgent_contacts": SimpleLazyObject(lambda: frame.urgent_contacts),
        "partners": SimpleLazyObject(lambda: frame.partners),
        "footer_links": SimpleLazyObject(lambda: [link for link in frame.footer_links if link.url]),
        "is_for_members": is_members(request.path),
        "member": reader.user if (reader := current()) else None,
    }
