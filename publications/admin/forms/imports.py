"""Approving and discarding an import."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms

from publications import importing
from publications.admin.forms.base import ActionForm
from publications.errors import Refused
from publications.importing import approval
from publications.policy import Action


class ImportForm(ActionForm):
    """A form about an import. `refusal(batch, by=)` says why somebody may not do it now."""

    refusal: ClassVar[Callable[..., Refused | None]]


class ApproveImportForm(ImportForm):
    """A second person's approval of every line."""

    action = Action.SIGN_OFF
    refusal = staticmethod(approval.refusal)
    label = "Approve this import"
    heading = "Approve this import"
    explanation = (
        "Every line below becomes at once what it says, with the date it says. What is public then can't be taken"
        " back, and its minimum time on the site counts from that date."
    )
    button = "Approve, and make it public"
    done = "Approved: every line is now what it says."
    checked = forms.BooleanField(
        label=approval.STATEMENT,
        error_messages={"required": "Check every date and open every file, then tick this."},
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["shown"] = approval.seen(self.target)

    def perform(self) -> None:
        """Approve it; a refusal shows the table as it is now, to be approved next."""
        try:
            importing.approve(self.target, by=self.by, shown=self.cleaned_data["shown"], may_wait=False)
        except Refused:
            data: Any = self.data
            self.data = data = data.copy()
            data[self.add_prefix("shown")] = self.initial["shown"]
            raise


class DiscardImportForm(ImportForm):
    """The import, undone before anybody saw it."""

    action = Action.DISCARD
    refusal = staticmethod(approval.refusal_to_discard)
    label = "Discard this import"
    heading = "Discard this import"
    explanation = (
        "Every draft that this import made is deleted, with its file. Nothing of it was public. Afterwards the"
        " spreadsheet can be corrected and read in again."
    )
    button = "Discard it"
    done = "Discarded. Nothing of it is left but its line in this list."
    icon = "bin"
    serious = True

    def perform(self) -> None:
        """Discard it."""
        importing.discard(self.target, by=self.by)


IMPORT_FORMS: dict[str, type[ImportForm]] = {"approve": ApproveImportForm, "discard": DiscardImportForm}


def offers(batch: Any, *, by: Any) -> list[tuple[str, type[ImportForm], str]]:
    """What can be done with an import: the name in its address, the form, and why `by` may not (empty: may)."""
    return [
        (name, form, refused.sentence if (refused := form.refusal(batch, by=by)) else "")
        for name, form in IMPORT_FORMS.items()
    ]
