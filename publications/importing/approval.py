"""What a second person makes of an import: public as it says, or nothing at all."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from publications import actions, checking, clock, listing, policy, refusals, verdicts
from publications.actions.base import acting, write_record
from publications.actions.files import forget_bytes_on_commit
from publications.actions.publishing import period_of
from publications.errors import Refused
from publications.importing.files import files_of, lines_with_checks, refusal_of_files
from publications.importing.saving import OnLine, ignore
from publications.models import Announcement, FileVersion, ImportBatch, ImportLine, ListingDecision, Publication, Review
from publications.models.imports import Outcome
from publications.models.record import Event
from publications.policy import Action
from publications.terms import Answer, MinimumPolicy

STATEMENT = (
    "I checked every date against where it comes from, opened every file, and looked at what the checks found."
    " Nothing in them can tell who a child or a family is."
)


def refusal(batch: ImportBatch, *, by: Any) -> Refused | None:
    """Why `by` may not approve it now; None if they may: the right person, and every file checked (R7, R9, R13)."""
    return refusal_of_person(batch, by=by) or refusal_of_files(batch)


def refusal_of_person(batch: ImportBatch, *, by: Any) -> Refused | None:
    """Why `by` may not approve it, whatever is in it. The two must be different people (rules R7, R9)."""
    if refused := refusal_to_discard(batch, by=by):
        return refused
    if refused := policy.refusal_by_right(Action.SIGN_OFF, by=by):
        return refused
    if batch.by_id == by.pk:
        return Refused("same_person", "You made this import, so somebody else approves it. Ask an approver.")
    try:
        policy.require_another(batch.by, by, "approve an import")
    except Refused as refused:
        return refused
    return None


def refusal_to_discard(batch: ImportBatch, *, by: Any) -> Refused | None:
    """Why `by` may not discard it; None if they may: whoever may upload or approve, the importer included."""
    if batch.approved_at:
        return Refused("already_done", "This import was approved already.")
    if batch.discarded_at:
        return Refused("already_done", "This import was discarded already.")
    if any(policy.refusal_by_right(action, by=by) is None for action in (Action.UPLOAD, Action.SIGN_OFF)):
        return None
    return policy.refusal_by_right(Action.SIGN_OFF, by=by)


def seen(batch: ImportBatch) -> str:
    """A short mark of all that an approver is shown: another document, file, date or period, another mark."""
    lines = [
        (line.number, line.publication_id, line.version_id, str(line.released or ""), str(_period(line)), _check(line))
        for line in lines_with_checks(batch)
    ]
    return hashlib.sha256(repr(lines).encode()).hexdigest()[:24]


def _period(line: ImportLine) -> listing.Period | None:
    return period_of(line.publication) if line.publication else None


def said_of(shown: str | None) -> actions.Said:
    """What goes into each sign-off: what the approver ticked, if the table was shown to them."""
    return actions.Said() if shown is None else actions.Said(answers=[(STATEMENT, Answer.YES)])


def _check(line: ImportLine) -> int | None:
    check = verdicts.last_check(line.version) if line.version else None
    return check.pk if check else None


def approve(
    batch: ImportBatch,
    *,
    by: Any,
    shown: str | None = None,
    may_wait: bool = True,
    on_line: OnLine = ignore,
) -> None:
    """Make every line what it says, in one transaction; `on_line` is told of each as it is done.

    Each file is signed off by the approver and released at this instant by the importer (or, if that account has
    no right any more, by the approver); its clock counts from its first-public date (rule R2). `shown` is the mark
    (`seen`) of what the approver looked at and said `STATEMENT` of: refused if it is something else by now.
    Files that were not checked yet are checked at once; with `may_wait=False` that is refused instead.
    """
    if may_wait and refusal_of_person(batch, by=by) is None:
        checking.check_now(*files_of(batch))
    with _locked(batch, refusal, by) as (locked, now):
        if shown is not None and shown != seen(locked):
            raise Refused(
                "changed_meanwhile",
                "A file, a date or a minimum time in it was changed while you looked at it, so nothing was approved."
                " Look at the table again, then approve.",
            )
        ImportBatch.objects.filter(pk=locked.pk).update(approved_by=by, approved_at=now)
        write_record(Event.IMPORT_APPROVAL, by=by, at=now, batch=locked.pk, source_sha256=locked.sha256)
        importer_may = policy.refusal_by_right(Action.RELEASE, by=locked.by) is None
        approving = _Approving(by, locked.by if importer_may else by, now, said_of(shown))
        list(Publication.objects.select_for_update(of=("self",)).filter(import_lines__batch=locked).order_by("pk"))
        for line in _lines(locked):
            with _naming(line):
                approving.line(line)
            on_line(line)


def discard(batch: ImportBatch, *, by: Any) -> None:
    """Take away every draft that the import made, with its file; the batch stays as a line in the list."""
    with _locked(batch, refusal_to_discard, by) as (locked, now):
        ImportBatch.objects.filter(pk=locked.pk).update(discarded_by=by, discarded_at=now)
        lines = list(_lines(locked))
        for line in lines:
            with _naming(line):
                _discard(line, by, now)
        made = [line.publication.review_id for line in lines if line.publication and line.makes_review]
        Review.objects.filter(pk__in=made, publications=None).delete()


@contextmanager
def _locked(batch: ImportBatch, refused_by: Any, by: Any) -> Iterator[tuple[ImportBatch, datetime]]:
    with transaction.atomic():
        locked = ImportBatch.objects.select_for_update(of=("self",)).select_related("by").get(pk=batch.pk)
        if refused := refused_by(locked, by=by):
            raise refused
        yield locked, clock.now()


@contextmanager
def _naming(line: ImportLine) -> Iterator[None]:
    """A refusal inside tells which line it is about."""
    try:
        yield
    except Refused as refused:
        raise Refused(refused.code, f"Line {line.number} ({line.publication}): {refused.sentence}") from refused


def _lines(batch: ImportBatch) -> list[ImportLine]:
    return list(batch.lines.select_related("publication__review__guidance", "version").order_by("number"))


@dataclass(frozen=True)
class _Approving:
    """One batch being approved: by whom, in whose name files are released, and when."""

    approver: Any
    releaser: Any
    at: datetime
    said: actions.Said

    def line(self, line: ImportLine) -> None:
        """The line becomes what it says."""
        refuse_if_date_changed(line)
        if line.outcome == Outcome.RELEASE:
            self.release(line, afterwards=self.policy(line))
        elif line.outcome == Outcome.ON_REQUEST:
            self.move(line)
        elif line.outcome == Outcome.ANNOUNCE:
            self.announce(line)

    def release(self, line: ImportLine, *, afterwards: str) -> None:
        """Sign off exactly the batch's file and make it public."""
        assert line.version is not None  # noqa: S101 - "Published" without a file waits for it
        if not verdicts.is_signed_off(line.version):
            actions.sign_off(line.version, by=self.approver, said=self.said, may_wait=False)
        released = actions.release(document(line), by=self.releaser, afterwards=afterwards)
        if released.version_id != line.version.pk:
            raise Refused("other_file", "Another file was uploaded to it since the import. Discard that draft first.")

    def policy(self, line: ImportLine) -> str:
        """What was published stays, though its minimum may be over; the board's policy holds for what still runs."""
        if line.released is None:
            return ""
        through = listing.protected_through(line.released.last_day(), period_of(document(line)))
        return "" if listing.local_day(self.at) <= through else MinimumPolicy.KEEP

    def move(self, line: ImportLine) -> None:
        """On request: with its file, as a release whose minimum is over; without, as a record."""
        if line.version:
            self.release(line, afterwards=MinimumPolicy.KEEP)
            actions.move_to_request(document(line), by=self.releaser)
            return
        with acting(Action.ANNOUNCE, document(line), by=self.releaser) as act:
            ListingDecision.objects.create(
                publication=act.publication, at=act.at, by=act.by, policy=MinimumPolicy.MOVE, moves_now=True
            )
            act.record(Event.MOVE)

    def announce(self, line: ImportLine) -> None:
        """Say what the line says. Old records may lack the reason that a board must give today."""
        with acting(Action.ANNOUNCE, document(line), by=self.releaser) as act:
            refusals.refuse(Action.ANNOUNCE, act.publication, by=act.by, at=act.at)
            Announcement.objects.create(
                publication=act.publication,
                state=line.state,
                reason=line.reason,
                address=line.address,
                at=act.at,
                by=act.by,
            )
            act.record(Event.ANNOUNCEMENT, state=line.state)


def document(line: ImportLine) -> Publication:
    """The line's publication."""
    assert line.publication is not None  # noqa: S101 - only the lines of a discarded import have none
    return line.publication


def refuse_if_date_changed(line: ImportLine) -> None:
    """The date that counts is the one that the approver was shown, as the spreadsheet has it (rule R7)."""
    present = line.publication.first_public if line.publication else None
    if str(present or "") != str(line.released or ""):
        raise Refused(
            "date_changed",
            "Its first-public date was changed since the import. Put the date of the spreadsheet back on its own"
            " screen, or discard this import and run it again with the right date.",
        )


def _discard(line: ImportLine, by: Any, at: datetime) -> None:
    publication, version = line.publication, line.version
    if version:
        _discard_file(version, by, at)
    if publication and line.makes_publication:
        if publication.versions.exists():
            raise Refused("in_use", "Somebody uploaded another file to it. Discard that file first.")
        write_record(Event.DISCARD, review=publication.review, publication=publication, by=by, at=at)
        publication.delete()


def _discard_file(version: FileVersion, by: Any, at: datetime) -> None:
    publication = version.publication
    write_record(Event.DISCARD, review=publication.review, publication=publication, version=version, by=by, at=at)
    version.delete()
    forget_bytes_on_commit(version.sha256)
