"""Putting a spreadsheet's findings and actions in the place of those that are here."""

import hashlib
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from publications.errors import Refused
from publications.learning.lines import ActionLine, FindingLine, stored
from publications.learning.sheet import written
from publications.models import Review, ReviewAction, ReviewFinding

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
        rows = {(row.kind, row.number): row for row in review.findings.all()}
        keys = [line.key for line in findings]
        review.findings.filter(pk__in=[row.pk for key, row in rows.items() if key not in keys]).delete()
        for place, line in enumerate(findings):
            row = rows.get(line.key) or ReviewFinding(review=review, kind=line.kind, number=line.number)
            _save(row, line, place, is_same=before.get(line.key) == line)
        log(instance=review, action="wagtail.edit", user=by)


def _save(row: ReviewFinding, line: FindingLine, place: int, *, is_same: bool) -> None:
    if is_same and row.sort_order == place:
        return
    row.text, row.addressed_to, row.response, row.sort_order = line.text, line.addressed_to, line.response, place
    row.save()
    if is_same:
        return
    ReviewAction.objects.filter(finding=row).delete()
    for number, action in enumerate(line.actions):
        _add(row, action, number)


def _add(row: ReviewFinding, action: ActionLine, place: int) -> None:
    ReviewAction.objects.create(
        finding=row,
        text=action.text,
        owner=action.owner,
        status=action.status,
        status_on=action.status_on,
        due=action.due,
        impact=action.impact,
        sort_order=place,
    )
