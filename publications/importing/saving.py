"""The records an import makes: drafts, of which nobody outside sees anything before its approval."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.files import File
from django.db import transaction

from publications import actions, clock, policy
from publications.actions.base import write_record
from publications.importing.lines import Line
from publications.importing.plan import Plan
from publications.models import FileVersion, ImportBatch, ImportLine, Publication, Review
from publications.models.record import Event
from publications.policy import Action

OnLine = Callable[[ImportLine], None]


def ignore(_line: ImportLine) -> None:
    """For callers who need no progress."""


def save(plan: Plan, *, by: Any, on_line: OnLine = ignore) -> ImportBatch | None:
    """Save the plan's new lines as one batch, all or nothing; `on_line` is told of each as it is done.

    Refused if `by` may not upload. None, and nothing is saved, where nothing is new.
    """
    if refused := policy.refusal_by_right(Action.UPLOAD, by=by):
        raise refused
    if not plan.new:
        return None
    with transaction.atomic():
        now = clock.now()
        batch = ImportBatch.objects.create(source_name=plan.table.name[:255], sha256=plan.table.sha256, by=by, at=now)
        saving = _Saving(batch, by, now)
        for line in plan.new:
            on_line(saving.line(line))
        return batch


class _Saving:
    """One batch being saved."""

    def __init__(self, batch: ImportBatch, by: Any, at: datetime) -> None:
        self.batch, self.by, self.at = batch, by, at
        self.reviews: dict[tuple[str, str], Review] = {}

    def line(self, line: Line) -> ImportLine:
        """The review, unless it is here; the publication, unless it waited for its file; the file."""
        review, makes_review = self.review(line)
        publication, makes_publication = self.publication(line, review)
        version = self.upload(line, publication)
        write_record(
            Event.IMPORT, review=review, publication=publication, version=version, by=self.by, at=self.at,
            batch=self.batch.pk, line=line.number, first_public=str(line.released or ""),
        )  # fmt: skip
        return ImportLine.objects.create(
            batch=self.batch,
            number=line.number,
            publication=publication,
            version=version,
            outcome=line.outcome,
            state=line.state,
            released=line.released,
            source=line.source,
            reason=line.reason,
            address=line.address,
            makes_publication=makes_publication,
            makes_review=makes_review,
        )

    def review(self, line: Line) -> tuple[Review, bool]:
        """The line's review, and whether it was made for it."""
        key = (line.board, line.review)
        if key in self.reviews:
            return self.reviews[key], False
        review, is_new = Review.objects.get_or_create(
            label=line.review, published_by=line.board, defaults={"review_type": line.review_type}
        )
        self.reviews[key] = review
        return review, is_new

    def publication(self, line: Line, review: Review) -> tuple[Publication, bool]:
        """The line's publication, and whether it was made for it."""
        return Publication.objects.get_or_create(
            review=review,
            kind=line.kind,
            title=line.title,
            defaults={"first_public": line.released or "", "first_public_source": line.source},
        )

    def upload(self, line: Line, publication: Publication) -> FileVersion | None:
        """The line's file, if it brings one."""
        if line.path is None:
            return None
        with line.path.open("rb") as opened:
            return actions.upload(publication, file=File(opened, name=line.path.name), by=self.by)
