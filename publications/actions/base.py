"""What every action does: lock, ask the policy, act, and write the record, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from publications import clock, policy
from publications.models import FileVersion, Publication, RecordEntry, Review
from publications.models.record import Event, hold_for_writing
from publications.policy import Action


@dataclass
class Acting:
    """One action under way: the locked publication as it is now, who acts, and the instant."""

    publication: Publication
    by: Any
    at: datetime

    def fresh(self, version: FileVersion) -> FileVersion:
        """A version of the publication as it is now, whatever was fetched with it before."""
        return self.publication.versions.select_related("uploaded_by").get(pk=version.pk)

    def record(self, event: Event, *, version: FileVersion | None = None, **data: Any) -> RecordEntry:
        """Write the action's row in the record."""
        return write_record(
            event, review=self.publication.review, publication=self.publication, version=version,
            by=self.by, at=self.at, **data,
        )  # fmt: skip


def write_record(  # noqa: PLR0913 - the row's columns, by their names
    event: Event,
    *,
    by: Any,
    at: datetime,
    review: Review | None = None,
    publication: Publication | None = None,
    version: FileVersion | None = None,
    **data: Any,
) -> RecordEntry:
    """One row of the record: ids, codes, instants and hashes only (rule R12). `by` is None for the site itself."""
    hold_for_writing()
    return RecordEntry.objects.create(
        event=event,
        at=at,
        by_id=by.pk if by else None,
        review_id=review.pk if review else None,
        publication_id=publication.pk if publication else None,
        version_id=version.pk if version else None,
        sha256=version.sha256 if version else "",
        data=data,
    )


@contextmanager
def acting(action: Action, publication: Publication, *, by: Any) -> Iterator[Acting]:
    """A transaction with the publication locked and the policy asked; errors.Refused if it may not be done."""
    with transaction.atomic():
        Publication.objects.select_for_update().get(pk=publication.pk)
        locked = Publication.objects.with_facts().get(pk=publication.pk)
        now = clock.now()
        if refused := policy.refusal(action, locked, by=by, at=now):
            raise refused
        yield Acting(locked, by, now)
