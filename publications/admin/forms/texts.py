"""The text of scanned pages, typed or pasted."""

from typing import Any

from django import forms

from publications import actions, page_texts
from publications.admin.forms.base import ActionForm
from publications.policy import Action

LONGEST = 20_000  # signs; a page of small print has 6,000
FIELD = "page_"


class GiveTextForm(ActionForm):
    """One field for each page that holds no text."""

    action = Action.GIVE_TEXT
    label = "Give the text of scanned pages"
    heading = "Give the text of scanned pages"
    explanation = (
        "Type or paste what stands on each page, so that a search finds it there. The file stays as it is. Readers see"
        " a few lines of this text among what a search finds, so the checks look into it with the file, and a colleague"
        " reads it at the sign-off; after that it can't be changed. Write nobody's name that is not in the file."
    )
    button = "Keep this text"
    done = "The text is kept, and the checks look into it too. It can be searched as soon as the file is public."
    icon = "edit"
    facts_template = "publications_admin/facts_version.html"

    @classmethod
    def is_for(cls, target: Any) -> bool:
        """For a PDF: the text of a web page is all there is of it."""
        return not target.publication.is_web

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = page_texts.given(self.target)
        for number in page_texts.pages_without(self.target):
            self.fields[f"{FIELD}{number}"] = forms.CharField(
                label=f"Page {number}",
                required=False,
                max_length=LONGEST,
                initial=given.get(number, ""),
                widget=forms.Textarea(attrs={"rows": 6}),
            )

    def perform(self) -> None:
        """Keep it."""
        texts = {int(name.removeprefix(FIELD)): text for name, text in self.cleaned_data.items()}
        actions.give_text(self.target, texts=texts, by=self.by)
        if not any(texts.values()):
            self.done = "The text is taken away. A search finds nothing on these pages."  # type: ignore[misc]
