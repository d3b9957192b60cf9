"""Taking dark, what two people make of it, and removing files."""

from typing import Any

from django import forms

from publications import actions
from publications.admin.forms.base import ActionForm
from publications.models import Publication
from publications.policy import Action
from publications.terms import SuspensionCategory

WITH_IT = (
    "The same document as a file or as a web page goes dark with it. Each of the two is then confirmed or lifted on its"
    " own screen."
)


class SuspendForm(ActionForm):
    """One publication, dark at once."""

    action = Action.SUSPEND
    label = "Suspend now"
    heading = "Suspend now"
    explanation = (
        "Its file goes dark at this instant. The public sees a neutral notice, neither the category nor the reason."
        " A second person then confirms or lifts it. Its time on the list is extended by every day it is dark."
    )
    button = "Suspend now"
    done = "Suspended. It is dark. Now go through the list below."
    icon = "no-view"
    serious = True
    category = forms.ChoiceField(
        label="Why",
        choices=SuspensionCategory.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why."},
    )
    reason = forms.CharField(
        label="In a few words",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the board only. The public never sees it.",
        error_messages={"required": "Say in a few words why. The public will not see it."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self.target, Publication) and self.target.other_form:
            self.explanation = f"{self.explanation} {WITH_IT}"  # type: ignore[misc]

    def perform(self) -> None:
        """Take it dark."""
        actions.suspend(self.target, by=self.by, **self.cleaned_data)


class SuspendReviewForm(SuspendForm):
    """Everything of a review, dark at once."""

    label = "Suspend the whole review"
    heading = "Suspend the whole review"
    explanation = (
        "Every document of this review goes dark at this instant, and its record page shows a neutral notice without"
        " label, summary or topics. A second person then confirms or lifts it."
    )
    button = "Suspend the whole review now"


class SuspensionForm(ActionForm):
    """A form about a suspension."""

    facts_template = "publications_admin/facts_suspension.html"


class ConfirmForm(SuspensionForm):
    """The second person agrees: withdrawn."""

    action = Action.CONFIRM
    label = "Confirm the suspension"
    heading = "Confirm: withdraw it"
    explanation = "You agree, as the second person, that it stays dark. It comes back only if two people reinstate it."
    button = "Confirm the suspension"
    done = "Confirmed. It is withdrawn."
    icon = "lock"
    serious = True

    def perform(self) -> None:
        """Confirm it."""
        actions.confirm(self.target, by=self.by)


class LiftForm(SuspensionForm):
    """The second person disagrees: back again."""

    action = Action.LIFT
    label = "Lift the suspension"
    heading = "Lift the suspension"
    explanation = "It is at once again what it would have been, and the public can read it if it was on the list."
    button = "Lift the suspension"
    done = "Lifted."
    icon = "lock-open"

    def perform(self) -> None:
        """Lift it."""
        actions.lift(self.target, by=self.by)


class ReinstateForm(SuspensionForm):
    """Back from withdrawn, by two people."""

    action = Action.REINSTATE
    label = "Reinstate"
    heading = "Reinstate"
    button = "Reinstate"
    done = "Noted."
    icon = "resubmit"

    @property
    def explanation(self) -> str:  # type: ignore[override]
        """What this person's step does."""
        if self.target.reinstatement_by:
            return f"{self.target.reinstatement_by} asked for it. If you agree, it is at once what it would have been."
        return "You ask that it comes back. Another person approves; until then it stays dark."

    def perform(self) -> None:
        """Ask for it, or approve it."""
        actions.reinstate(self.target, by=self.by)


class DiscardForm(ActionForm):
    """A draft, gone."""

    action = Action.DISCARD
    label = "Discard this draft"
    heading = "Discard this draft"
    explanation = "The file was never released. It is deleted for ever; the record keeps only that it was there."
    button = "Discard it"
    done = "Discarded."
    icon = "bin"
    serious = True
    facts_template = "publications_admin/facts_version.html"

    def perform(self) -> None:
        """Discard it."""
        actions.discard(self.target, by=self.by)


class DestroyForm(ActionForm):
    """A withdrawn file's bytes, gone, by two people."""

    action = Action.DESTROY
    label = "Destroy this file"
    heading = "Destroy this file"
    button = "Destroy it"
    done = "Noted."
    icon = "bin"
    serious = True
    facts_template = "publications_admin/facts_version.html"
    sure = forms.BooleanField(
        label="I know that nobody can bring it back.",
        error_messages={"required": "Tick this if you are sure."},
    )

    @property
    def explanation(self) -> str:  # type: ignore[override]
        """What this person's step does."""
        if asked := getattr(self.target, "destruction", None):
            return f"{asked.asked_by} asked for it. If you agree, its bytes go for ever; its hash stays."
        return "You ask that this file is destroyed. Another person confirms; until then it is kept, dark."

    def perform(self) -> None:
        """Ask for it, or confirm it."""
        actions.destroy(self.target, by=self.by)
