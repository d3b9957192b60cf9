"""What every public template may use, asked of the database only when it is used."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from lscb_site.members.area import is_members
from lscb_site.members.reader import current
from lscb_site.navigation import navigation_items


def site(request: HttpRequest) -> dict[str, Any]:
    """The context processor of the public site."""
    board = SimpleLazyObject(lambda: _board(request))
    return {
        "board": board,
        "now": timezone.now(),
        "navigation": SimpleLazyObject(lambda: navigation_items(request)),
        "urgent_contacts": SimpleLazyObject(_urgent_contacts),
        "partners": SimpleLazyObject(_partners),
        "footer_links": SimpleLazyObject(_footer_links),
        "is_for_members": is_members(request.path),
        "member": reader.user if (reader := current()) else None,
    }


def _board(request: HttpRequest) -> Any:
    from lscb_site.models import BoardSettings

    return BoardSettings.load(request_or_site=request)


def _urgent_contacts() -> list[Any]:
    from lscb_site.models import Contact

    return list(Contact.objects.urgent())


def _partners() -> list[Any]:
    from lscb_site.models import Partner

    return list(Partner.objects.active())


def _footer_links() -> list[Any]:
    from lscb_site.models import FooterLink

    return [link for link in FooterLink.objects.select_related("page") if link.url]
