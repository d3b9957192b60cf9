"""Freezing a text: what is released of a web page is made here."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile

from publications import actions
from publications.admin.forms.base import ActionForm
from publications.errors import Refused
from publications.policy import Action
from publications.storage import Measured
from publications.web.drafts import draft_of
from publications.web.freezing import frozen_from

CHANGED = "The text was changed since you looked at it. Look at it again, then freeze it."
NOT_READY = "The text can't be frozen yet. Its own screen says what has to be mended."
THE_SAME = "Exactly this text is frozen already. Change it first."


class FreezeForm(ActionForm):
    """The first text of a page, or a better draft of it."""

    action = Action.UPLOAD
    name = "freeze"
    label = "Freeze the text"
    heading = "Freeze the text"
    explanation = (
        "The text and its pictures become a version that nobody can change. It is checked, a colleague signs off"
        " exactly this version, and then it can be released. The draft stays, and can be changed for a later version."
    )
    button = "Freeze this text"
    done = "Frozen. Now a colleague signs it off."
    icon = "lock"
    facts_template = "publications_admin/facts_draft.html"
    looked_at = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def is_for(cls, target: Any) -> bool:
        """For a web page: a PDF has no text to freeze."""
        return bool(target.is_web)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.frozen = frozen_from(draft_of(self.target, by=self.by))
        self.content = self.frozen.document.as_bytes()
        self.initial["looked_at"] = self.mark

    @property
    def mark(self) -> str:
        """The hash of what would be frozen now."""
        return Measured(ContentFile(self.content)).sha256

    def clean(self) -> dict[str, Any]:
        """Refuses a text with something to mend, and one that is not the one that was looked at."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.frozen.problems:
            raise forms.ValidationError(NOT_READY, code="not_ready")
        if cleaned.get("looked_at") != self.mark:
            self.data = data = self.data.copy()  # type: ignore[attr-defined]
            data[self.add_prefix("looked_at")] = self.mark
            raise forms.ValidationError(CHANGED, code="changed")
        return cleaned

    @property
    def file(self) -> ContentFile[bytes]:
        """What is frozen."""
        return ContentFile(self.content, name=f"{self.target.slug}.json")

    def perform(self) -> None:
        """Freeze it."""
        self._freeze(actions.upload)

    def _freeze(self, act: Any) -> None:
        try:
            act(self.target, file=self.file, by=self.by)
        except Refused as refused:
            raise Refused(refused.code, THE_SAME) if refused.code == "same_file" else refused from refused


class FreezeCorrectionForm(FreezeForm):
    """A corrected text for a page that was released."""

    action = Action.CORRECT
    name = "freeze_correction"
    label = "Freeze the corrected text"
    heading = "Freeze the corrected text"
    explanation = (
        "The corrected text takes the place of the present one at the same address when it is released; until then the"
        " present one stays. If the present one must go at once, suspend it first."
    )
    done = "The correction is frozen. Now a colleague signs it off."

    def perform(self) -> None:
        """Freeze it as a correction."""
        self._freeze(actions.correct)
