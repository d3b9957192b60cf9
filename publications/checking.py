"""Looking into files before anybody may release them: asked for with the upload, done by a job (rules R9, R13).

Whatever is done here may be done again: a check that has finished stays as it is, and one that was cut off begins anew.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime
from itertools import chain
from math import ceil

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django_tasks import task

from publications import clock, notices, page_texts, sandboxed, storage, verdicts
from publications.actions.base import write_record
from publications.checks.findings import VERSION, Report
from publications.checks.names import of_file_name
from publications.checks.report import report_on
from publications.checks.sandbox import Progress
from publications.checks.several import reports_on
from publications.checks.texts import typed_findings
from publications.models import Check, CheckFinding, CheckOutcome, FileVersion, Publication, Release, with_checks
from publications.models.record import Event

PROCESSES = os.cpu_count() or 1
Examining = Callable[[Sequence[FileVersion]], list[Report]]


def examine(version: FileVersion, *, on_progress: Progress | None = None) -> Report:
    """What the checks find in the stored bytes of a version, read in a process of its own.

    FileNotFoundError if the bytes are not there.
    """
    with storage.local_file(version.sha256) as path:
        return report_on(path, options=sandboxed.limits(), on_progress=on_progress)


# --- asked for ------------------------------------------------------------------------------------------------


def ask(version: FileVersion, *, at: datetime) -> Check:
    """Ask for a check, unless one is on its way; it and its job are part of the caller's transaction."""
    asked, is_new = Check.objects.get_or_create(
        version=version, finished_at=None, defaults={"sha256": version.sha256, "asked_at": at}
    )
    if is_new:
        check_version.enqueue(version.pk)
    return asked


@task(backend="background")
def check_version(version: int) -> str:
    """Do the check of a version that was asked for, if it is there and not done; what became of it."""
    check = Check.objects.filter(version=version, finished_at=None).select_related("version").first()
    if check is None:
        return "nothing to do"
    begin(check)
    finish(check, examine(check.version, on_progress=sandboxed.now_and_then(noting(check))))
    return "checked"


def ask_where_missing() -> int:
    """Ask for a check of every newest file that is not released and that the present checks have not seen.

    Also anew for those of which no job is left that could do it. The number asked for; again, it asks for no more.
    """
    return sum(_ask_again(version) for version in list(_unchecked()))


def _unchecked() -> QuerySet[FileVersion]:
    """Newest files, not released yet, that the present checks have not finished with."""
    released = Release.objects.filter(cancelled_at=None, at__lte=clock.now()).values("version")
    newest = FileVersion.objects.order_by("publication_id", "-pk").distinct("publication_id").values("pk")
    checked = Check.objects.filter(version=OuterRef("pk"), checks_version=VERSION)
    under_way = Check.objects.filter(version=OuterRef("pk"), finished_at=None)
    return FileVersion.objects.filter(~Exists(checked) | Exists(under_way), pk__in=newest).exclude(pk__in=released)


def _ask_again(version: FileVersion) -> int:
    from publications import jobs

    with transaction.atomic():
        Publication.objects.select_for_update().get(pk=version.publication_id)
        if jobs.is_waiting_or_running(check_version, version.pk):
            return 0
        if Check.objects.filter(version=version, finished_at=None).exists():
            check_version.enqueue(version.pk)
        else:
            ask(version, at=clock.now())
        return 1


# --- done -----------------------------------------------------------------------------------------------------


def examine_ours(versions: Sequence[FileVersion]) -> list[Report]:
    """What the checks find in files of our own making: a few processes for all of them."""
    with ExitStack() as stack:
        paths = [stack.enter_context(storage.local_file(version.sha256)) for version in versions]
        share = ceil(len(paths) / PROCESSES)
        parts = [paths[start : start + share] for start in range(0, len(paths), share)]
        with ThreadPoolExecutor(PROCESSES) as side_by_side:
            return list(
                chain.from_iterable(side_by_side.map(lambda part: reports_on(part, options=sandboxed.limits()), parts))
            )


def examine_all(versions: Sequence[FileVersion]) -> list[Report]:
    """What the checks find in these files: a process for each, a few at a time."""
    with ThreadPoolExecutor(PROCESSES) as side_by_side:
        return list(side_by_side.map(examine, versions))


def check_now(*versions: FileVersion, by: Examining = examine_all) -> None:
    """Check at once those of these files that the present checks have not seen, `by` one of the two functions above.

    For whoever can wait: a command, an import, the demo. Screens leave it to the job.
    """
    fresh = FileVersion.objects.filter(pk__in=[version.pk for version in versions]).prefetch_related(with_checks())
    missing = [version for version in fresh if verdicts.verdict(version) is verdicts.Verdict.PENDING]
    if not missing:
        return
    for version in missing:
        begin(_asked(version))
    for version, report in zip(missing, by(missing), strict=True):
        finish(_asked(version), report)


def _asked(version: FileVersion) -> Check:
    with transaction.atomic():
        return ask(version, at=clock.now())


def begin(check: Check) -> None:
    """Note that it is under way, from its first page."""
    now = clock.now()
    Check.objects.filter(pk=check.pk, finished_at=None).update(started_at=now, moved_at=now, pages_done=0)


def noting(check: Check) -> Progress:
    """Writes down how far a check is."""

    def note(done: int, of: int) -> None:
        running = Check.objects.filter(pk=check.pk, finished_at=None)
        running.update(moved_at=clock.now(), pages_done=done, pages=of)

    return note


def finish(check: Check, report: Report) -> None:
    """Write down what was found, with its row in the record; nothing, if another process was quicker."""
    report = report.and_also(of_file_name(check.version.original_name))
    with transaction.atomic():
        report = report.and_also(typed_findings(page_texts.given_until_the_end(check.version)))
        locked = Check.objects.select_for_update(of=("self",)).filter(pk=check.pk, finished_at=None).first()
        if locked is None:
            return
        now, version = clock.now(), check.version
        CheckFinding.objects.bulk_create((CheckFinding.of(each, locked) for each in report.findings), batch_size=500)
        locked.finished_at, locked.outcome, locked.checks_version = now, outcome_of(report), report.version
        locked.started_at = locked.started_at or now
        locked.pages = locked.pages_done = report.pages
        locked.save()
        publication = version.publication
        write_record(
            Event.CHECK, by=None, at=now, review=publication.review, publication=publication, version=version,
            check=locked.pk, checks=report.version, outcome=locked.outcome, **found(report),
        )  # fmt: skip
        tell_if_waiting(FileVersion.objects.get(pk=version.pk))


def outcome_of(report: Report) -> CheckOutcome:
    """What a report comes to."""
    if report.unreadable:
        return CheckOutcome.UNREADABLE
    return CheckOutcome.BLOCKING if report.blocking else CheckOutcome.CLEAR


def found(report: Report) -> dict[str, int]:
    """How many findings of each severity there are, those of which there is none left out."""
    return dict(Counter(each.severity.value for each in report.findings))


# --- told -----------------------------------------------------------------------------------------------------


def tell_if_waiting(version: FileVersion) -> None:
    """Tell the approvers of a file that waits for one of them now; a job, which looks again before it tells."""
    if version.sign_offs.exists():
        if verdicts.refusal_to_release(version):
            notices.tell_of_stopped_file.enqueue(version.pk)
    elif verdicts.refusal_to_sign_off(version, agreeing=True) is None:
        notices.tell_of_waiting_file.enqueue(version.pk)
