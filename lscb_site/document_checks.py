"""Looks into a document before it may be public: by the same checks as reports get (`DOCUMENT_CHECKS`)."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils import timezone

from lscb_site.models.document_checks import DocumentCheck
from lscb_site.models.media import BoardDocument

OF_EARLIER = "The reason given before was for the earlier file: say why this one may be public."


def known(document: BoardDocument) -> DocumentCheck | None:
    """What the present checks found in its file; None if they have not seen it."""
    return DocumentCheck.objects.filter(file_hash=document.file_hash, version=checks().VERSION).first()


def look(document: BoardDocument) -> DocumentCheck:
    """The same, looking now if need be: seconds, or a minute for hundreds of pages.

    ValidationError if too many others wait, too.
    """
    if seen := known(document):
        return seen
    name = document.file.name if document.has_new_file() else document.address_name
    with document.open_file() as file:
        found = checks().look_into(file, name or document.address_name)
    seen, _ = DocumentCheck.objects.get_or_create(
        file_hash=document.file_hash,
        version=checks().VERSION,
        defaults={"at": timezone.now(), "findings": found},
    )
    return seen


def stopping(document: BoardDocument) -> list[str]:
    """What keeps a document from being public: all that would stop a report, unless it is explained.

    What was said of an earlier file explains nothing in a new one. ValidationError as from `look`.
    """
    found = look(document).stopping
    if not found or not document.reason.strip():
        return found
    before = BoardDocument.objects.filter(pk=document.pk, reason=document.reason)
    return [*found, OF_EARLIER] if document.has_new_file() and before.exists() else []


def checks() -> Any:
    """The module that holds `VERSION` and `look_into(file, name)`."""
    return import_module(settings.DOCUMENT_CHECKS)
