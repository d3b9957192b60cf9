"""Uploading, correcting, discarding and destroying files."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction

from lscb_site.virus_scan import refuse_virus
from publications import checking, page_texts, refusals, storage
from publications.actions.base import Acting, acting
from publications.errors import Refused
from publications.models import CheckFinding, Destruction, FileVersion, Publication
from publications.models.record import Event
from publications.policy import Action

PDF_MAGIC = b"%PDF-"
PACKAGE_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # of Office files, new and old


def upload(publication: Publication, *, file: "File[Any]", by: Any) -> FileVersion:
    """Add a first file, or a better draft of it. It stays dark until it is signed off and released."""
    refuse_unless_clean(file)
    with acting(Action.UPLOAD, publication, by=by) as act:
        return add_version(act, file, Event.UPLOAD)


def correct(publication: Publication, *, file: "File[Any]", by: Any) -> FileVersion:
    """Add a corrected file to a released publication; it stays dark until signed off and released (rule R11)."""
    refuse_unless_clean(file)
    with acting(Action.CORRECT, publication, by=by) as act:
        return add_version(act, file, Event.CORRECTION)


def add_version(act: Acting, file: "File[Any]", event: Event, **data: Any) -> FileVersion:
    """Keep a file as a new version of the publication, with its row in the record and what else that says."""
    measured = storage.Measured(file)
    refuse_unless_pdf(file)
    if act.publication.versions.filter(sha256=measured.sha256).exists():
        raise Refused("same_file", "This very file is there already. Choose the new one.")
    storage.keep(file, measured)
    version = FileVersion.objects.create(
        publication=act.publication,
        sha256=measured.sha256,
        size=measured.size,
        original_name=(file.name or "").rsplit("/", 1)[-1][:255],
        uploaded_by=act.by,
        uploaded_at=act.at,
    )
    act.record(event, version=version, size=measured.size, **data)
    checking.ask(version, at=act.at)
    page_texts.ask(version)
    return version


def refuse_unless_pdf(file: "File[Any]") -> None:
    """Refuse what is not a PDF by its first bytes, whatever its name says."""
    start = file.read(len(PDF_MAGIC))
    file.seek(0)
    if start.startswith(PACKAGE_MAGIC):
        raise Refused(
            "word_file",
            "A Word document is never published as it is: it keeps changes, comments and names that no reader should"
            " have. Open it in Word, choose Save As and PDF, and upload that.",
        )
    if start != PDF_MAGIC:
        raise Refused(
            "not_a_pdf",
            "This file is not a PDF. Save it as a PDF in the program that made it, and try again.",
        )


def refuse_unless_clean(file: "File[Any]") -> None:
    """Refuse a file in which the virus scanner finds something; before anything is locked, as it may take its time."""
    try:
        refuse_virus(file)
    except ValidationError as refused:
        raise Refused(str(refused.code), str(refused.messages[0])) from refused


def discard(version: FileVersion, *, by: Any) -> None:
    """Remove a version that was never released and is not scheduled, with its bytes (rule R12)."""
    with acting(Action.DISCARD, version.publication, by=by) as act:
        refusals.refuse(Action.DISCARD, act.fresh(version), by=act.by, at=act.at)
        act.record(Event.DISCARD, version=version)
        version.delete()
        forget_bytes_on_commit(version.sha256)


def destroy(version: FileVersion, *, by: Any) -> None:
    """Destroy a withdrawn file's bytes for ever; its hash stays. The first call asks, another person's confirms.

    Only when the publication is withdrawn (rule R12).
    """
    with acting(Action.DESTROY, version.publication, by=by) as act:
        refusals.refuse(Action.DESTROY, act.fresh(version), by=act.by, at=act.at)
        asked, is_new = Destruction.objects.get_or_create(
            version=version, defaults={"asked_by": act.by, "asked_at": act.at}
        )
        if is_new:
            act.record(Event.DESTRUCTION_ASKED, version=version)
            return
        Destruction.objects.filter(pk=asked.pk).update(confirmed_by=act.by, confirmed_at=act.at)
        FileVersion.objects.filter(pk=version.pk).update(original_name="")
        CheckFinding.objects.filter(check_run__version=version).delete()
        page_texts.forget(version)
        act.record(Event.DESTRUCTION, version=version)
        forget_bytes_on_commit(version.sha256)


def forget_bytes_on_commit(sha256: str) -> None:
    """Delete a content from the store once no version needs it any more."""

    def forget() -> None:
        if not storage.is_needed(sha256):
            storage.forget(sha256)

    transaction.on_commit(forget)
