"""The small addresses that machines ask for: health, robots.txt, security.txt."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

PLAIN = "text/plain; charset=utf-8"
# RFC 9116 wants an end of validity less than a year away; the file is made anew at each request.
SECURITY_TXT_VALID = timedelta(days=180)
# Anybody may ask, so what is weak is in the log and in the check, not in the answer.
WEAK = "warning: the guards are weak or incomplete: run manage.py check --database default"
logger = logging.getLogger(__name__)


@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """200 while the process answers; the database is not asked."""
    return plain("ok\n")


@require_safe
def readyz(_request: HttpRequest) -> HttpResponse:
    """200 if the database answers too, else 503; weak guards don't stop the site: a line says that there are some."""
    try:
        warnings = [sentence for path in settings.READINESS for sentence in import_string(path)()]
    except DatabaseError:
        return plain("the database does not answer\n", status=503)
    for sentence in warnings:
        logger.warning("%s", sentence)
    return plain("\n".join(["ok", *([WEAK] if warnings else []), ""]))


@require_safe
def robots_txt(_request: HttpRequest) -> HttpResponse:
    """Everything public may be indexed; the results of a search, answers and the way out are of no use to anybody."""
    closed = ["/admin/", "/search/", "/exit-this-page/", "/rate-this-page/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    return plain("\n".join([*lines, "", f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml", ""]))


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116, with the board's e-mail address; 404 while it has none, as the contact is what the file is for."""
    from lscb_site.models import BoardSettings

    email = BoardSettings.load(request_or_site=request).email
    if not email:
        raise Http404
    return plain(security_text(email, timezone.now()))


def security_text(email: str, now: datetime) -> str:
    """The file's text as of an instant."""
    expires = now + SECURITY_TXT_VALID
    lines = [
        f"Contact: mailto:{email}",
        f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: en",
        f"Canonical: {settings.PUBLIC_URL}/.well-known/security.txt",
    ]
    return "\n".join([*lines, ""])


def plain(text: str, status: int = 200) -> HttpResponse:
    """A plain-text answer that nobody keeps."""
    return HttpResponse(text, status=status, content_type=PLAIN, headers={"Cache-Control": "no-store"})
