"""Announcing, deciding how long to keep, and moving to on request."""

from typing import Any

from django import forms

from publications import actions, words
from publications.admin.forms.base import ActionForm
from publications.policy import Action
from publications.terms import AnnouncedState, MinimumPolicy

ANNOUNCED_HINTS = {
    AnnouncedState.UNDER_WAY: "it is being written",
    AnnouncedState.DELAYED: "give the reason below",
    AnnouncedState.NOT_PUBLISHED: "give the reason below",
    AnnouncedState.PUBLISHED_ELSEWHERE: "give the address below",
}


class AnnounceForm(ActionForm):
    """What the public may know before, or instead of, a release."""

    action = Action.ANNOUNCE
    label = "Announce without a file"
    heading = "Announce"
    explanation = (
        "The public sees that this document exists and what you say here, at once and for good: a later announcement"
        " replaces it, but its record page stays. No file is shown."
    )
    button = "Announce to the public"
    done = "Announced. The public can see it now."
    icon = "info-circle"
    state = forms.ChoiceField(
        label="What the public is told",
        choices=[(state.value, f"{state.label}: {hint}") for state, hint in ANNOUNCED_HINTS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the public is told."},
    )
    reason = forms.CharField(
        label="Reason, for the public",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One sentence, such as “Criminal proceedings are under way.” No names.",
    )
    address = forms.URLField(
        label="Address where it was published",
        required=False,
        assume_scheme="https",
        help_text="Only for “Published elsewhere”.",
        error_messages={"invalid": "Give a whole address, such as https://www.example.org/report."},
    )

    def perform(self) -> None:
        """Announce it."""
        actions.announce(self.target, by=self.by, **self.cleaned_data)


class DecideForm(ActionForm):
    """What becomes of it after the minimum."""

    action = Action.DECIDE
    label = "Change how long it is kept"
    heading = "How long it is kept"
    explanation = "It stays through its minimum in any case. Here you say what happens after that."
    button = "Save this decision"
    done = "Saved. The decision is in the record."
    icon = "date"
    policy = forms.ChoiceField(
        label="After the minimum",
        choices=MinimumPolicy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
    keep_until = forms.DateField(
        label="Keep it at least until",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Choose a day from the calendar, or type it like 2027-07-03."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        through = self.target.protected_through_at(self.at)
        until = f" That is {words.day(through)} or later." if through else ""
        self.fields["keep_until"].help_text = f"A longer time of your own; afterwards it moves to on request.{until}"

    def perform(self) -> None:
        """Decide it."""
        actions.decide(self.target, by=self.by, **self.cleaned_data)


class MoveForm(ActionForm):
    """From the list to on request."""

    action = Action.MOVE_TO_REQUEST
    label = "Move to on request"
    heading = "Move to on request"
    explanation = (
        "It leaves the list at once and does not come back to it. Its record page stays and says how to ask for it."
    )
    button = "Move to on request"
    done = "Moved. It is now available on request."
    icon = "folder"
    serious = True

    def perform(self) -> None:
        """Move it."""
        actions.move_to_request(self.target, by=self.by)
