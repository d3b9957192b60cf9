"""A report or summary as a page of this site, with its pictures; it answers as its file would (rule R8)."""

import hashlib
import logging
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from lscb_site.breadcrumbs import Crumb
from publications import clock
from publications.downloads import CountedPage, is_person
from publications.listing import local_day
from publications.models import FileVersion, FrozenPicture
from publications.presentation import document_of, record_address
from publications.records import Document
from publications.search_engines import told_of_file
from publications.terms import Medium
from publications.views import file as files
from publications.views.file import Standing, standing
from publications.views.trail import PUBLICATIONS, trail
from publications.web import frozen
from publications.web.shown import shown

log = logging.getLogger(__name__)


@csrf_exempt  # as for a file
@require_safe
def page(request: HttpRequest, review: str, document: str) -> HttpResponseBase:
    """The text while the publication is on the list; before, a plain 404; afterwards, 410 with what became of it."""
    now = clock.now()
    found = standing(request, review, document, now, medium=Medium.WEB)
    if not isinstance(found, Standing):
        return found
    try:
        text = text_of(found.version)
    except files.UnusableError:
        log.exception("The stored text of publication %s can't be shown", found.publication.pk)
        return files.unusable(request, found.publication)
    response = CountedPage(render_to_string("publications/page.html", context_of(found, text, now), request))
    if request.method == "GET" and is_person(request):
        response.counted = (found.version.pk, local_day(now))
    response.headers["Cache-Control"] = "no-cache"
    response.headers["X-Robots-Tag"] = told_of_file(found.publication)
    return response


def text_of(version: FileVersion) -> frozen.Document:
    """The stored text, if it is the one that was released."""
    try:
        with version.open() as stored:
            content = stored.read()
    except Exception as error:  # each kind of store raises errors of its own
        raise files.UnusableError from error
    if hashlib.sha256(content).hexdigest() != version.sha256:
        raise files.UnusableError("It is not what was released.")
    return frozen.loaded(content)


def context_of(found: Standing, text: frozen.Document, now: datetime) -> dict[str, object]:
    """What the template shows: the text, what is told of it, and the same document as a PDF, if that is on the site."""
    review = found.publication.review
    return {
        "text": shown(text, lambda number: f"{found.file.url}picture-{number}"),
        "document": found.document,
        "review": review.label,
        "record_url": record_address(review.slug),
        "pdf": pdf_beside(found, now),
        "breadcrumbs": trail(
            PUBLICATIONS, Crumb(review.label, record_address(review.slug)), Crumb(found.document.name)
        ),
    }


def pdf_beside(found: Standing, now: datetime) -> Document | None:
    """What may be told of the same document as a PDF; None unless its file is served."""
    other = found.publication.other_form
    document = document_of(other, now) if other else None
    return document if document and document.file else None


@csrf_exempt
@require_safe
def picture(request: HttpRequest, review: str, document: str, number: int) -> HttpResponseBase:
    """A picture of the text, while that is on the list; otherwise as the text's own address answers."""
    found = standing(request, review, document, clock.now(), medium=Medium.WEB)
    if not isinstance(found, Standing):
        return found
    kept = FrozenPicture.objects.filter(version=found.version, number=number).first()
    if kept is None:
        raise Http404
    name = f"-{number}.{kept.media_type.rpartition('/')[2]}"
    return files.serve(request, found, kept, files.about(found.publication, name, kept.media_type))
