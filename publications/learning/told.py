"""Findings and actions as the public may know them: small values for templates.

They are dark until an editor shows them, and whenever the record page of their review may show no details (R8, R10).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from lscb_site.partial_dates import PartialDate
from publications.models import Review, ReviewAction, ReviewFinding
from publications.records import Record
from publications.terms import ActionStatus


@dataclass(frozen=True)
class Action:
    """What is done, by whom, and how far it is."""

    text: str
    owner: str
    status: ActionStatus
    since: PartialDate | None
    due: PartialDate | None
    impact: str

    @property
    def progress(self) -> str:
        """The status with its dates: "Under way (June 2025), due by March 2026"."""
        since = f" ({self.since.words()})" if self.since else ""
        still_due = self.due and self.status in {ActionStatus.NOT_STARTED, ActionStatus.UNDER_WAY}
        return f"{self.status.label}{since}" + (f", due by {self.due.words()}" if self.due and still_due else "")


@dataclass(frozen=True)
class Finding:
    """A finding or recommendation with what follows from it."""

    title: str
    text: str
    addressed_to: str
    response: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Learning:
    """All of a review."""

    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Counter[ActionStatus]:
        """How many actions are how far."""
        return Counter(action.status for finding in self.findings for action in finding.actions)

    @property
    def done(self) -> int:
        """How many actions are done."""
        return self.counts[ActionStatus.DONE]

    @property
    def total(self) -> int:
        """How many actions there are."""
        return self.counts.total()

    @property
    def progress(self) -> str:
        """How far it all is, in a plain sentence; empty if there are no actions."""
        if not self.total:
            return ""
        rest = [
            f"{number} {status.label.lower()}"
            for status in ActionStatus
            if status is not ActionStatus.DONE and (number := self.counts[status])
        ]
        sentence = f"{self.done} of {self.total} action{'' if self.total == 1 else 's'} done"
        return f"{sentence} ({', '.join(rest)})." if rest else f"{sentence}."

    def texts(self) -> Iterator[str]:
        """All its words, for the search; the database keeps the same (migrations/sql/0008_learning.sql)."""
        for finding in self.findings:
            yield from (finding.text, finding.addressed_to, finding.response)
            for action in finding.actions:
                yield from (action.text, action.owner, action.impact)


def learning_of(review: Review, record: Record) -> Learning | None:
    """What the public may know of a review whose `record` is told; None for nothing.

    Two queries if it is shown and was not fetched with `fetch_learning`.
    """
    if record.is_neutral or not review.shows_findings:
        return None
    fetch_learning([review])
    return learning(review.findings.all())


def fetch_learning(reviews: Iterable[Review]) -> None:
    """Fetch what these reviews show of their findings, in two queries for all of them."""
    prefetch_related_objects([review for review in reviews if review.shows_findings], "findings__actions")


def learning(findings: Iterable[ReviewFinding]) -> Learning:
    """Findings fetched with their actions, as the public would read them."""
    return Learning(tuple(_finding(each) for each in findings))


def _finding(finding: ReviewFinding) -> Finding:
    actions = tuple(_action(each) for each in finding.actions.all())
    return Finding(str(finding), finding.text, finding.addressed_to, finding.response, actions)


def _action(action: ReviewAction) -> Action:
    return Action(
        text=action.text,
        owner=action.owner,
        status=ActionStatus(action.status),
        since=action.status_on,
        due=action.due,
        impact=action.impact,
    )
