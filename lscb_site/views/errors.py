"""The error pages, in the look of the site.

Those with a request are drawn like any other page. 500 and 503 ask nothing of the database, and neither do the
others when it doesn't answer: they are drawn with what is in the settings.
"""

import sys
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.utils import timezone

LAST_RESORT = (
    '<!doctype html><html lang="en-GB"><title>Sorry, there is a problem</title>'
    "<h1>Sorry, there is a problem</h1><p>Please try again later.</p>"
    "<p>If a child is in immediate danger, call 999.</p></html>"
)
RETRY_AFTER_SECONDS = "60"
Reason = Exception | None


def page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """The error page of a status, with the board's navigation and contacts while the database answers."""
    template = engines["jinja2"].get_template(f"errors/{status}.html")
    try:
        return HttpResponse(template.render(dict(context), request), status=status)
    except DatabaseError:
        return static_page(status, **context)


def static_page(status: int, **context: Any) -> HttpResponse:
    """The same page with nothing from the database; a few lines of plain HTML if even that fails."""
    try:
        template = engines["jinja2"].get_template(f"errors/{status}.html")
        return HttpResponse(template.render(without_database() | context), status=status)
    except Exception:  # whatever it is: the last page there is must not fail
        return HttpResponse(LAST_RESORT, status=status)


def without_database() -> dict[str, Any]:
    """What the layout needs, from the settings alone."""
    from lscb_site.models import BoardSettings

    return {
        "board": BoardSettings(name=settings.WAGTAIL_SITE_NAME),
        "now": timezone.now(),
        "navigation": [],
        "breadcrumbs": [],
        "urgent_contacts": [],
        "partners": [],
        "footer_links": [],
        "static_only": True,
    }


def bad_request(_request: HttpRequest, exception: Reason = None) -> HttpResponse:  # noqa: ARG001 - Django's name
    """400."""
    return static_page(400)


def forbidden(request: HttpRequest, exception: Reason = None) -> HttpResponse:
    """403; the sentence of a PermissionDenied is shown, as it tells what to do."""
    return page(request, 403, reason=str(exception or ""))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's name
    """403 for a form of the admin that was open for too long, or came from elsewhere."""
    return page(request, 403, reason="This form has expired. Go back, load the page again and send it once more.")


def not_found(request: HttpRequest, exception: Reason = None) -> HttpResponse:  # noqa: ARG001 - Django's name
    """404, the same for everything that isn't there."""
    return page(request, 404)


def gone(request: HttpRequest, **context: Any) -> HttpResponse:
    """410; `heading`, `sentence` and `record_url` say what was here and where its record is."""
    return page(request, 410, **context)


def server_error(_request: HttpRequest) -> HttpResponse:
    """500; 503 if it is the database that doesn't answer."""
    if is_database_down(sys.exc_info()[1]):
        return unavailable()
    return static_page(500)


def unavailable() -> HttpResponse:
    """503, with the time after which to try again."""
    response = static_page(503)
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def is_database_down(exception: BaseException | None) -> bool:
    """Whether an exception says that the database can't be reached."""
    return isinstance(exception, OperationalError | InterfaceError)
