"""What upload, checks and sign-off write, written at once: hundreds of tests begin with it, and it takes a fifth of the
time. `test_quick.py` compares the rows with those of the actions.
"""

from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from publications import checking, clock, notices, page_texts, storage
from publications.checks.names import of_file_name
from publications.models import (
    Check,
    CheckFinding,
    FileText,
    FileVersion,
    Publication,
    RecordEntry,
    SignOff,
    Suspension,
)
from publications.models.record import Event, hold_for_writing
from tests.publications import pdfs


def is_untouched(publication: Publication) -> bool:
    """Whether nothing was done to a publication yet, so that nothing can stand against its first file."""
    return not (
        publication.is_web
        or RecordEntry.objects.filter(publication_id=publication.pk).exists()
        or Suspension.objects.filter(review=publication.review_id).exists()
    )


@transaction.atomic
def signed_off(publication: Publication, *, file: ContentFile, by: Any, approver: Any) -> FileVersion:
    """A first file made by `tests.publications.pdfs`, uploaded by one person and signed off by another."""
    at, measured = clock.now(), storage.Measured(file)
    storage.keep(file, measured)
    version = FileVersion(
        publication=publication, sha256=measured.sha256, size=measured.size, original_name=file.name or "",
        uploaded_by=by, uploaded_at=at,
    )  # fmt: skip
    FileVersion.objects.bulk_create([version])
    FileText.objects.bulk_create([FileText(version=version)])
    check = Check(version=version, sha256=version.sha256, asked_at=at)
    Check.objects.bulk_create([check])
    found = finish(check, at)
    signed = SignOff(version=version, sha256=version.sha256, check_run=check, answers=[], by=approver, at=at)
    SignOff.objects.bulk_create([signed])
    record(
        version,
        at,
        (Event.UPLOAD, by, {"size": version.size}),
        (Event.CHECK, None, {"check": check.pk, "checks": check.checks_version, "outcome": check.outcome, **found}),
        (Event.SIGN_OFF, approver, {"check": check.pk, "overruled": [], "answers": []}),
    )
    for job in (checking.check_version, page_texts.read_text, notices.tell_of_waiting_file, notices.tell_of_sign_off):
        job.enqueue(version.pk)
    return version


def finish(check: Check, at: datetime) -> dict[str, int]:
    """Write down what the checks find in such a file; how many findings of each severity."""
    report = pdfs.report().and_also(of_file_name(check.version.original_name))
    CheckFinding.objects.bulk_create(CheckFinding.of(each, check) for each in report.findings)
    check.started_at = check.moved_at = check.finished_at = at
    check.outcome, check.checks_version = checking.outcome_of(report), report.version
    check.pages = check.pages_done = report.pages
    Check.objects.bulk_update(
        [check],
        ["started_at", "moved_at", "finished_at", "outcome", "checks_version", "pages", "pages_done"],
    )
    return checking.found(report)


def record(version: FileVersion, at: datetime, *done: tuple[Event, Any, dict[str, Any]]) -> None:
    """The rows of the record: (event, person or None for the site, data)."""
    hold_for_writing()
    RecordEntry.objects.bulk_create(
        RecordEntry(
            event=event, at=at, by_id=by.pk if by else None, review_id=version.publication.review_id,
            publication_id=version.publication_id, version_id=version.pk, sha256=version.sha256, data=data,
        )
        for event, by, data in done
    )  # fmt: skip
