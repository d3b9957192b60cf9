"""The style sheet that carries the board's colour.

A strict content policy allows no style in the page, so the one thing that differs between boards has a small
style sheet of its own, at an address that changes with the colour.
"""

import hashlib

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from lscb_site.colours import Brand

FOR_A_YEAR = "public, max-age=31536000, immutable"
FOR_A_MINUTE = "public, max-age=60"


def brand_css(colour: str) -> str:
    """The rules for a colour such as "#1d70b8"; none for an empty or unreadable one."""
    try:
        shades = Brand.of(colour).properties()
    except ValueError:
        return ""
    return ":root{" + "".join(f"--{name}:{value};" for name, value in shades.items()) + "}\n"


def version(colour: str) -> str:
    """A short mark of what the style sheet says for a colour."""
    return hashlib.sha256(brand_css(colour).encode()).hexdigest()[:10]


def brand_stylesheet(board: object) -> str:
    """The address of a board's style sheet; empty where it has no colour of its own."""
    colour = getattr(board, "brand_colour", "")
    return f"{reverse('brand')}?v={version(colour)}" if brand_css(colour) else ""


@require_safe
def brand(request: HttpRequest) -> HttpResponse:
    """The style sheet; kept for a year under the address that the pages name."""
    from lscb_site.models import BoardSettings

    try:
        colour = BoardSettings.load(request_or_site=request).brand_colour
    except DatabaseError:
        return HttpResponse("", content_type="text/css; charset=utf-8", headers={"Cache-Control": "no-store"})
    lasting = request.GET.get("v") == version(colour)
    return HttpResponse(
        brand_css(colour),
        content_type="text/css; charset=utf-8",
        headers={"Cache-Control": FOR_A_YEAR if lasting else FOR_A_MINUTE},
    )
