"""The one view that serves a report's file, at its stable address."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from lscb_site.breadcrumbs import Crumb
from publications import clock, queries
from publications.downloads import CountedFile, is_download
from publications.listing import local_day
from publications.models import FileVersion, FrozenPicture, Publication
from publications.presentation import document_of, record_address
from publications.records import Document, Served
from publications.search_engines import told_of_file
from publications.terms import Medium
from publications.views.ranges import Part, requested
from publications.views.trail import PUBLICATIONS, trail

log = logging.getLogger(__name__)
Stored = FileVersion | FrozenPicture
CHUNK = 64 * 1024
RETRY_AFTER_SECONDS = "600"
# A PDF loads nothing and is framed by nobody, whatever is in it.
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class UnusableError(Exception):
    """The stored file isn't there, or isn't the one that was released."""


@csrf_exempt  # so that a POST gets the same 405 as at an address that never existed
@require_safe
def file(request: HttpRequest, review: str, document: str) -> HttpResponseBase:
    """The bytes while the publication is on the list; before, a plain 404; afterwards, 410 with what became of it."""
    now = clock.now()
    found = standing(request, review, document, now)
    if not isinstance(found, Standing):
        return found
    response = serve(request, found, found.version, about(found.publication))
    if isinstance(response, CountedFile):
        response.counted = (found.version.pk, local_day(now))
    return response


@dataclass(frozen=True)
class Standing:
    """What is on the site at an address: the publication, its version that stands, and what is told of it."""

    publication: Publication
    version: FileVersion
    document: Document
    file: Served


def standing(
    request: HttpRequest, review: str, document: str, now: datetime, *, medium: Medium = Medium.PDF
) -> Standing | HttpResponse:
    """What is on the site at an address, or else the answer: elsewhere, gone; Http404 if nothing was ever there."""
    publication = queries.released_publication(review, document, now, medium=medium)
    if publication is None:
        return moved_or_missing(review, document, now, medium=medium)
    shown = document_of(publication, now)
    version = publication.version_at(now)
    if shown is None or shown.file is None or version is None:
        return gone(request, publication, shown)
    return Standing(publication, version, shown, shown.file)


def moved_or_missing(review: str, document: str, now: datetime, *, medium: Medium) -> HttpResponse:
    """To the same name below the review's present address, whether or not there is such a document."""
    moved = queries.review_moved_from(review, now)
    if moved is None:
        raise Http404
    name = "page" if medium is Medium.WEB else "file"
    return HttpResponsePermanentRedirect(reverse(f"publications:{name}", args=[moved.slug, document]))


def gone(request: HttpRequest, publication: Publication, shown: Document | None) -> HttpResponse:
    """410: what the record page says of it, and the way there. Nothing tells of the file itself."""
    context = {
        "document": shown,
        "record_url": record_address(publication.review.slug),
        "breadcrumbs": trail(PUBLICATIONS, Crumb(shown.kind if shown else "Document")),
    }
    return render(request, "publications/gone.html", context, status=410)


def serve(request: HttpRequest, found: Standing, content: Stored, described: dict[str, str]) -> HttpResponseBase:
    """What is stored, a part of it, or that the reader's copy is still right; `described` are headers about it."""
    released = found.file.released
    headers = validators(content, released)
    unchanged = get_conditional_response(
        request, headers["ETag"], int(released.timestamp()), HttpResponse(headers=headers)
    )
    if unchanged is not None and unchanged.status_code != 200:
        return unchanged
    headers |= described
    part = requested(range_header(request, headers), content.size)
    if part is not None and not part.length:
        return HttpResponse(status=416, headers=headers | {"Content-Range": f"bytes */{content.size}"})
    try:
        return answer(request, content, part, headers)
    except UnusableError:
        log.exception("The stored file %s of publication %s can't be served", content.sha256, found.publication.pk)
        return unusable(request, found.publication)


def validators(content: Stored, released: datetime) -> dict[str, str]:
    """By what a reader's copy is compared. It has to ask each time, as the file may have to go at any second."""
    return {
        "ETag": f'"{content.sha256}"',
        "Last-Modified": http_date(released.timestamp()),
        "Cache-Control": "no-cache",
    }


def about(publication: Publication, name: str = "", media_type: str = "application/pdf") -> dict[str, str]:
    """What the file is, and what a browser may do with it; `name` is the end of what it is saved as."""
    name = f"{publication.review.slug}-{publication.slug}{name or '.pdf'}"
    return {
        "Content-Type": media_type,
        "Content-Disposition": f'inline; filename="{name}"',
        "Accept-Ranges": "bytes",
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": told_of_file(publication),
    }


def range_header(request: HttpRequest, headers: dict[str, str]) -> str | None:
    """The `Range` of a GET whose `If-Range`, if any, names exactly this file."""
    if request.method != "GET":
        return None
    condition = request.headers.get("If-Range")
    if condition is not None and condition not in {headers["ETag"], headers["Last-Modified"]}:
        return None
    return request.headers.get("Range")


def answer(request: HttpRequest, content: Stored, part: Part | None, headers: dict[str, str]) -> HttpResponseBase:
    """200 or 206; UnusableError if the stored file is not as it was released."""
    stored = opened(content)
    whole = part or Part(0, content.size - 1)
    headers = headers | {"Content-Length": str(whole.length)}
    if part:
        headers["Content-Range"] = f"bytes {part.first}-{part.last}/{content.size}"
    if request.method == "HEAD":
        stored.close()
        return HttpResponse(headers=headers)
    kind = CountedFile if is_download(request, part, content.size) else StreamingHttpResponse
    return kind(Pieces(stored, whole), status=206 if part else 200, headers=headers)


def opened(content: Stored) -> IO[bytes]:
    """The stored file, if it has the released one's size."""
    try:
        stored = content.open()
        size = stored.size  # type: ignore[attr-defined]
    except Exception as error:  # each kind of store raises errors of its own
        raise UnusableError from error
    if size != content.size:
        stored.close()
        raise UnusableError(f"{size} bytes instead of {content.size}")
    return stored


class Pieces:
    """The bytes of a part, a few at a time. The answer closes it, also when its reader goes away."""

    def __init__(self, stored: IO[bytes], part: Part) -> None:
        self.stored, self.part = stored, part

    def __iter__(self) -> Iterator[bytes]:
        self.stored.seek(self.part.first)
        left = self.part.length
        while left and (piece := self.stored.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece

    def close(self) -> None:
        """Give the stored file back."""
        self.stored.close()


def unusable(request: HttpRequest, publication: Publication) -> HttpResponse:
    """503 that says plainly what is wrong, rather than a broken download."""
    context = {
        "record_url": record_address(publication.review.slug),
        "breadcrumbs": trail(PUBLICATIONS, Crumb("Document")),
    }
    response = render(request, "publications/unusable.html", context, status=503)
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response
