"""Uploading, correcting, discarding and destroying files."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction

from lscb_site.virus_scan import refuse_virus
from publications import checking, page_texts, refusals, storage
from publications.actions.base import Acting, acting
from publications.errors import Refused
from publications.models import CheckFinding, Destruction, FileVersion, FrozenPicture, Publication, WebDraft
from publications.models.record import Event
from publications.policy import Action
from publications.web.frozen import MOST_BYTES, Malformed, Picture, read

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
    pictures = pictures_of(act.publication, file)
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
    FrozenPicture.objects.bulk_create(FrozenPicture(version=version, **asdict(each)) for each in pictures)
    act.record(event, version=version, size=measured.size, **data)
    checking.ask(version, at=act.at)
    page_texts.ask(version)
    return version


def pictures_of(publication: Publication, file: "File[Any]") -> Sequence[Picture]:
    """The pictures of a frozen text, of which there are none in a PDF; Refused for a file of the wrong kind."""
    if not publication.is_web:
        refuse_unless_pdf(file)
        return ()
    try:
        pictures = read(file.read(MOST_BYTES + 1)).pictures
    except Malformed as malformed:
        raise Refused("not_a_text", f"{malformed} Freeze the text on its own screen.") from malformed
    file.seek(0)
    if not all(storage.has(picture.sha256, picture.size) for picture in pictures):
        raise Refused("picture_missing", "A picture of this text is not in the store. Add it again.")
    return pictures


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
        contents = contents_of(version)
        version.delete()
        forget_bytes_on_commit(*contents)


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
        forget_bytes_on_commit(*contents_of(version), *forget_draft(act.publication))


def contents_of(version: FileVersion) -> list[str]:
    """The hashes of what is stored of a version: its file, and the pictures of a text."""
    return [version.sha256, *version.pictures.values_list("sha256", flat=True)]


def forget_draft(publication: Publication) -> list[str]:
    """Delete the draft of a web page, which says what its frozen text says; the hashes of its pictures."""
    draft = WebDraft.objects.filter(publication=publication).first()
    if draft is None:
        return []
    pictures = list(draft.pictures.values_list("sha256", flat=True))
    draft.delete()
    return pictures


def forget_bytes_on_commit(*contents: str) -> None:
    """Delete contents from the store, by their SHA-256, once nothing needs them any more."""

    def forget() -> None:
        for sha256 in contents:
            if not storage.is_needed(sha256):
                storage.forget(sha256)

    transaction.on_commit(forget)
