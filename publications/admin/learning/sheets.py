"""Findings and actions out to a spreadsheet and in from one: a look at what would change before anything does."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView, View

from publications.admin.learning.views import OfReview, list_address
from publications.errors import Refused
from publications.importing.problems import ImportRefused
from publications.learning import lines, saving, sheet


class Download(OfReview, View):
    """All of a review as CSV."""

    may = "view"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The file."""
        name = f"{self.review.slug}-findings-and-actions.csv"
        return HttpResponse(
            sheet.written(lines.stored(self.review)),
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Cache-Control": "private, no-store",
                "X-Content-Type-Options": "nosniff",
            },
        )


class SheetForm(forms.Form):
    """The spreadsheet."""

    file = forms.FileField(
        label="The spreadsheet",
        help_text="Saved as “CSV UTF-8 (.csv)”. Its first line names the columns.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv", "class": "ledger-drop"}),
        error_messages={"required": "Choose the spreadsheet first.", "empty": "This file is empty. Choose another."},
    )


class Upload(OfReview, TemplateView):
    """In from a spreadsheet: first what would change, and then the change."""

    template_name = "publications_admin/findings_upload.html"
    here = "From a spreadsheet"

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Shows what would change, or does what was shown; the text travels with the form and is kept nowhere."""
        if "text" in request.POST:
            return self.confirmed(request.POST["text"], request.POST.get("based_on", ""))
        form = SheetForm(request.POST, request.FILES, label_suffix="")
        if not form.is_valid():
            return self.show(form=form)
        content = form.cleaned_data["file"].read(sheet.MOST_BYTES + 1)
        try:
            return self.looked_at(sheet.text_of(content), is_unicode=sheet.is_unicode(content))
        except ImportRefused as refused:
            return self.show(problems=refused.problems)

    def looked_at(self, text: str, **context: Any) -> HttpResponse:
        """What would change; ImportRefused if the text can't be used."""
        now = lines.stored(self.review)
        changes = lines.compare(now, sheet.read(text))
        return self.show(changes=changes, text=text, based_on=saving.mark_of(now), rows=self._rows(changes), **context)

    def _rows(self, changes: lines.Changes) -> list[tuple[str, lines.FindingLine, list[str]]]:
        """What becomes of each finding that is not as it was, with what is different about it."""
        return [
            *(("Changed", after, list(lines.differences(before, after))) for before, after in changes.changed),
            *(("New", line, []) for line in changes.new),
            *(("Removed", line, []) for line in changes.removed),
        ]

    def confirmed(self, text: str, based_on: str) -> HttpResponse:
        """Does it."""
        try:
            saving.replace(self.review, sheet.read(text), by=self.request.user, based_on=based_on)
        except ImportRefused as refused:
            return self.show(problems=refused.problems)
        except Refused as refused:
            messages.warning(self.request, refused.sentence)
            return self.looked_at(text, is_unicode=True)
        messages.success(self.request, "The spreadsheet is read in.")
        return redirect(list_address(self.review.pk))

    def show(self, **context: Any) -> HttpResponse:
        """The screen."""
        context.setdefault("form", SheetForm(label_suffix=""))
        headings = [sheet.heading(column) for column in sheet.COLUMNS]
        return self.render_to_response(self.get_context_data(review=self.review, headings=headings, **context))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002 - Django's signature
        """The empty form."""
        return self.show()
