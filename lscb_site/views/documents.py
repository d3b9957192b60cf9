"""Documents: at one public address each while they are public, and in the admin for those who look after them."""

import logging

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from lscb_site.file_types import refusal
from lscb_site.models import BoardDocument, BoardRendition

OPENED_IN_THE_BROWSER = "application/pdf"
# Kept by nobody without asking each time, as it may have to be dark at any second.
ASK_EACH_TIME = "no-cache"
RIGHTS = ["change", "delete", "choose"]
logger = logging.getLogger(__name__)


@require_safe
def document(request: HttpRequest, pk: str, name: str) -> HttpResponseBase:
    """The file, or the 404 that everything gets which isn't there."""
    found = BoardDocument.objects.filter(pk=pk, address_name=name, is_public=True).first()
    if found is None or found.collection.get_view_restrictions().exists() or refusal(found.file_hash):
        raise Http404
    etag = f'"{found.file_hash}"'
    answer: HttpResponseBase = get_conditional_response(request, etag=etag) or sent(found)
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = ASK_EACH_TIME
    return answer


@require_safe
def own_document(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Any document, for those who may change or choose it (the admin's middleware adds no-store)."""
    found = get_object_or_404(BoardDocument, pk=pk)
    refuse_without_right(request, found)
    return sent(found)


@require_safe
def own_rendition(request: HttpRequest, pk: int) -> HttpResponseBase:
    """An image in one size, for those who may change or choose it."""
    found = get_object_or_404(BoardRendition, pk=pk)
    refuse_without_right(request, found.image)
    try:
        return FileResponse(found.file.open())
    except FileNotFoundError as error:
        raise Http404 from error


def refuse_without_right(request: HttpRequest, instance: Model) -> None:
    """PermissionDenied unless somebody looks after this file."""
    policy = policy_registry.get_by_type(type(instance))
    if not policy.user_has_any_permission_for_instance(request.user, RIGHTS, instance):
        raise PermissionDenied("Ask somebody who looks after the site's files.")


def sent(found: BoardDocument) -> FileResponse:
    """Its bytes; a PDF opens in the browser, all else is saved."""
    try:
        content = found.file.open()
    except FileNotFoundError as error:
        logger.error("the file of document %s is missing", found.pk)  # noqa: TRY400 - the name says all
        raise Http404 from error
    kind = found.content_type
    answer = FileResponse(
        content, content_type=kind, as_attachment=kind != OPENED_IN_THE_BROWSER, filename=found.filename
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
