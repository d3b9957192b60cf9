"""Uploading and correcting."""

from typing import Any

from django import forms
from django.conf import settings

from publications import actions
from publications.admin.forms.base import ActionForm
from publications.checks.cleaning.removals import in_words
from publications.models import RecordEntry
from publications.policy import Action


def report_field() -> forms.FileField:
    """A PDF: chosen, or dropped onto the field."""
    return forms.FileField(
        label="The PDF",
        help_text=f"Choose it, or drop it on the field. A PDF of up to {settings.REPORT_LIMIT_MB} MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf", "class": "ledger-drop"}),
        error_messages={
            "required": "Choose the PDF first.",
            "empty": "This file is empty. Choose another, or save it again in the program that made it.",
        },
    )


class FileForm(ActionForm):
    """A form with a PDF."""

    icon = "upload"
    file = report_field()

    @classmethod
    def is_for(cls, target: Any) -> bool:
        """For a PDF: the text of a web page is frozen instead."""
        return not target.is_web

    def clean_file(self) -> Any:
        """Refuses what is too large before it is stored."""
        file = self.cleaned_data["file"]
        if (file.size or 0) > settings.REPORT_LIMIT_MB * 1_000_000:
            raise forms.ValidationError(
                f"This file is larger than {settings.REPORT_LIMIT_MB} MB. Save it with smaller pictures and try again."
            )
        return file


class UploadForm(FileForm):
    """A first file, or a better draft of it."""

    action = Action.UPLOAD
    label = "Upload the file"
    heading = "Upload the file"
    explanation = "Nobody outside can read it until a colleague has signed it off and it is released."
    button = "Upload"
    done = "Uploaded. It is being checked; then a colleague signs it off."

    def perform(self) -> None:
        """Upload it."""
        actions.upload(self.target, file=self.cleaned_data["file"], by=self.by)


class CorrectForm(FileForm):
    """A corrected file for what was released."""

    action = Action.CORRECT
    label = "Correct the file"
    heading = "Upload a corrected file"
    explanation = (
        "The corrected file replaces the present one at the same address when it is released; until then the present"
        " one stays. If the present one must go at once, suspend it first."
    )
    button = "Upload the correction"
    done = "The correction is uploaded. It is being checked; then a colleague signs it off."

    def perform(self) -> None:
        """Add the corrected version."""
        actions.correct(self.target, file=self.cleaned_data["file"], by=self.by)


class CleanForm(ActionForm):
    """A clean copy of the newest file, as a version of its own."""

    action = Action.CLEAN
    label = "Make a clean copy"
    heading = "Make a clean copy"
    explanation = (
        "The copy is a new file here, without properties, attachments, scripts, earlier states and the like; its pages"
        " are proven to look the same. It is checked anew, and a colleague signs it off. Words under boxes stay: take"
        " those out in the program that the document was made with."
    )
    button = "Make the copy"
    done = "The clean copy is made."
    icon = "copy"
    facts_template = "publications_admin/facts_version.html"
    title = forms.CharField(
        label="Title of the file",
        max_length=200,
        help_text="Readers see it in their window, and screen readers read it out. Name nobody in it.",
        error_messages={"required": "Give the file a title."},
    )
    comments = forms.BooleanField(
        label="Take out reviewers' comments too",
        required=False,
        help_text="Notes go; highlights and other marks on the page stay, without their words and names.",
    )

    @classmethod
    def is_for(cls, target: Any) -> bool:
        """For a PDF: the text of a web page has nothing in it that is not shown."""
        return not target.publication.is_web

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].initial = str(self.target.publication)

    def perform(self) -> None:
        """Make it, and say what is gone."""
        version = actions.clean(self.target, by=self.by, **self.cleaned_data)
        removed = RecordEntry.objects.filter(version_id=version.pk).latest("pk").data["removed"]
        self.done = f"The clean copy is made. Taken out: {in_words(removed)}."  # type: ignore[misc]
