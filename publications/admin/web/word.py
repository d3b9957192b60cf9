"""A draft filled from a Word file: what keeps the file from being taken, or the text in its place."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from publications.actions.files import refuse_unless_clean
from publications.admin.web.views import OfDraft, draft_address
from publications.errors import Refused
from publications.models import WebDraft
from publications.web import word


class WordForm(forms.Form):
    """The file, and that the present text may go."""

    file = forms.FileField(
        label="The Word file",
        help_text="A .docx file without tracked changes, comments or hidden text. It is read, and not kept.",
        widget=forms.FileInput(attrs={"accept": ".docx", "class": "ledger-drop"}),
        error_messages={"required": "Choose the file first.", "empty": "This file is empty. Choose another."},
    )
    replace = forms.BooleanField(
        label="The text and the pictures that are here now may go.",
        error_messages={"required": "Tick this, or go back and keep what is here."},
    )

    def __init__(self, *args: Any, draft: WebDraft, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        if not draft.body and not draft.pictures.exists():
            del self.fields["replace"]


class FromWord(OfDraft, TemplateView):
    """The form, and what became of the file."""

    template_name = "publications_admin/draft_word.html"
    here = page_title = "Take it from a Word file"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002 - Django's signature
        """The empty form."""
        return self.show(WordForm(draft=self.draft))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Takes the text over, or says what stops that."""
        form = WordForm(request.POST, request.FILES, draft=self.draft)
        if not form.is_valid():
            return self.show(form)
        try:
            refuse_unless_clean(form.cleaned_data["file"])
            found = word.looked_at(form.cleaned_data["file"])
        except Refused as refused:
            form.add_error(None, refused.sentence)
            return self.show(form)
        if found.stops:
            return self.show(form, stops=found.stops)
        word.fill(self.draft, found.text, by=request.user)
        messages.success(request, "The text is taken over. Read it once, and describe its pictures.")
        for said in [*found.text["messages"], *(f"{finding.sentence} {finding.advice}" for finding in found.others)]:
            messages.warning(request, said)
        return redirect(draft_address(self.publication.pk))

    def show(self, form: WordForm, **context: Any) -> HttpResponse:
        """The screen."""
        return self.render_to_response(self.get_context_data(form=form, publication=self.publication, **context))
