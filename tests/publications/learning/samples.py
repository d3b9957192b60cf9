"""A review with findings and actions, as words that nothing else says."""

from typing import Any

from publications.learning import saving
from publications.learning.lines import ActionLine, FindingLine, stored
from publications.models import Review
from publications.terms import ActionStatus, FindingKind
from tests.publications import factories

FINDINGS = [
    FindingLine(
        FindingKind.FINDING, "1", "Nobody asked the wombat.\n\nNot even once.", "All agencies", "Accepted.",
        (
            ActionLine("Ask.", "Head of Asking", ActionStatus.DONE, impact="Four of five are asked."),
            ActionLine("Write it down.", "Head of Writing", ActionStatus.UNDER_WAY),
        ),
    ),
    FindingLine(FindingKind.RECOMMENDATION, "3.10", "=Share what is known"),
]  # fmt: skip


def add_findings(review: Review, findings: list[FindingLine] | None = None, *, by: Any = None) -> Review:
    """The findings, not yet shown."""
    chosen = FINDINGS if findings is None else findings
    saving.replace(review, chosen, by=by or factories.editor(), based_on=saving.mark_of(stored(review)))
    return review
