"""Putting a spreadsheet's findings and actions in the place of those that are here."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from publications.errors import Refused
from publications.learning.lines import FindingLine, Key, stored
from publications.learning.sheet import written
from publications.models import Review, ReviewAction, ReviewFinding
from publications.terms import FindingKind

CHANGED = ("text", "addressed_to", "response", "sort_order")
STALE = "Somebody changed the findings while you looked at this, so nothing was done. Here is what would change now."


def mark_of(findings: list[FindingLine]) -> str:
    """A short mark of what is here: something else, another mark."""
    return hashlib.sha256(written(findings)).hexdigest()


def replace(review: Review, findings: list[FindingLine], *, by: Any, based_on: str) -> None:
    """All of them or nothing; errors.Refused if what is here is no longer what `based_on` is the mark of.

    A finding that stays keeps its row, so that what points to it still does.
    """
    with transaction.atomic():
        Review.objects.select_for_update().get(pk=review.pk)
        before = {line.key: line for line in stored(review)}
        if mark_of(list(before.values())) != based_on:
            raise Refused("stale", STALE)
        _write(review, findings, before)
        log(instance=review, action="wagtail.edit", user=by)


def _write(review: Review, findings: list[FindingLine], before: dict[Key, FindingLine]) -> None:
    """A few statements, as each makes the database look anew at what the public may know (0008_learning.sql)."""
    rows = {(FindingKind(row.kind), row.number): row for row in review.findings.all()}
    keys = {line.key for line in findings}
    review.findings.filter(pk__in=[row.pk for key, row in rows.items() if key not in keys]).delete()
    now = {line.key: _row(review, line, place, rows.get(line.key)) for place, line in enumerate(findings)}
    ReviewFinding.objects.bulk_update([row for row in now.values() if row.pk], CHANGED)
    ReviewFinding.objects.bulk_create(row for row in now.values() if not row.pk)
    changed = [line for line in findings if before.get(line.key) != line]
    ReviewAction.objects.filter(finding__in=[now[line.key] for line in changed]).delete()
    ReviewAction.objects.bulk_create(action for line in changed for action in _actions(now[line.key], line))


def _row(review: Review, line: FindingLine, place: int, row: ReviewFinding | None) -> ReviewFinding:
    row = row or ReviewFinding(review=review, kind=line.kind, number=line.number)
    row.text, row.addressed_to, row.response, row.sort_order = line.text, line.addressed_to, line.response, place
    row.tidy()
    return row


def _actions(row: ReviewFinding, line: FindingLine) -> Iterator[ReviewAction]:
    for place, told in enumerate(line.actions):
        action = ReviewAction(
            finding=row, text=told.text, owner=told.owner, status=told.status, status_on=told.status_on, due=told.due,
            impact=told.impact, sort_order=place,
        )  # fmt: skip
        action.tidy()
        yield action
