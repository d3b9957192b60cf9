"""Findings and actions as plain values, the same whether they come from the database or from a spreadsheet."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from lscb_site.partial_dates import PartialDate
from publications.models import Review, ReviewFinding
from publications.models.learning import MOST_TOGETHER
from publications.terms import ActionStatus, FindingKind

Key = tuple[FindingKind, str]


@dataclass(frozen=True)
class ActionLine:
    """An action."""

    text: str
    owner: str = ""
    status: ActionStatus = ActionStatus.NOT_STARTED
    status_on: PartialDate | None = None
    due: PartialDate | None = None
    impact: str = ""


@dataclass(frozen=True)
class FindingLine:
    """A finding or recommendation with its actions in their order."""

    kind: FindingKind
    number: str
    text: str
    addressed_to: str = ""
    response: str = ""
    actions: tuple[ActionLine, ...] = ()

    @property
    def key(self) -> Key:
        """What it is known by within its review."""
        return self.kind, self.number

    @property
    def title(self) -> str:
        """As people call it: "Recommendation 3"."""
        return f"{self.kind.label} {self.number}"

    @property
    def size(self) -> int:
        """How many characters its texts hold."""
        of_actions = (text for each in self.actions for text in (each.text, each.owner, each.impact))
        return sum(map(len, (self.text, self.addressed_to, self.response, *of_actions)))


def too_much(size: int) -> str:
    """What to say of findings of that size together; nothing if it is not too much."""
    if size <= MOST_TOGETHER:
        return ""
    return (
        f"All findings and actions of a review hold at most {MOST_TOGETHER:,} characters together; with this they would"
        f" hold {size:,}. Shorten some of them."
    )


def line_of(finding: ReviewFinding) -> FindingLine:
    """A finding with its actions as it is in the database."""
    return FindingLine(
        kind=FindingKind(finding.kind),
        number=finding.number,
        text=finding.text,
        addressed_to=finding.addressed_to,
        response=finding.response,
        actions=tuple(
            ActionLine(
                action.text, action.owner, ActionStatus(action.status), action.status_on, action.due, action.impact
            )
            for action in finding.actions.all()
        ),
    )


def stored(review: Review) -> list[FindingLine]:
    """All of a review, in their order; two queries."""
    return [line_of(finding) for finding in review.findings.prefetch_related("actions")]


@dataclass(frozen=True)
class Changes:
    """What is different between what is here and what is to be: findings by what becomes of them."""

    new: list[FindingLine]
    changed: list[tuple[FindingLine, FindingLine]]
    """(before, after) pairs."""
    removed: list[FindingLine]
    unchanged: list[FindingLine]
    reordered: bool

    @property
    def is_nothing(self) -> bool:
        """Whether all is as it was."""
        return not (self.new or self.changed or self.removed or self.reordered)


def compare(before: list[FindingLine], after: list[FindingLine]) -> Changes:
    """The differences, each list in the order of what is to be (removed ones in the order of what was)."""
    old = {line.key: line for line in before}
    kept = [line.key for line in after if line.key in old]
    return Changes(
        new=[line for line in after if line.key not in old],
        changed=[(old[line.key], line) for line in after if line.key in old and old[line.key] != line],
        removed=[line for line in before if line.key not in {each.key for each in after}],
        unchanged=[line for line in after if old.get(line.key) == line],
        reordered=kept != [line.key for line in before if line.key in set(kept)],
    )


def differences(before: FindingLine, after: FindingLine) -> Iterator[str]:
    """The parts of a finding that are different, in words."""
    words = {"text": "its text", "addressed_to": "for whom it is", "response": "the response"}
    for field in fields(before):
        if field.name in words and getattr(before, field.name) != getattr(after, field.name):
            yield words[field.name]
    if before.actions != after.actions:
        yield from _action_differences(before.actions, after.actions)


def _action_differences(before: tuple[ActionLine, ...], after: tuple[ActionLine, ...]) -> Iterator[str]:
    was, now = {line.text: line for line in before}, {line.text: line for line in after}
    added, gone = len(now.keys() - was.keys()), len(was.keys() - now.keys())
    changed = sum(now[text] != was[text] for text in now.keys() & was.keys())
    counts = ((added, "added or reworded"), (gone, "taken away or reworded"), (changed, "changed"))
    said = [f"{number} action{'' if number == 1 else 's'} {what}" for number, what in counts if number]
    yield from said or ["the order of its actions"]
