"""The officer's own list of names, places and dates, looked for in one file while they wait.

The list is read from the request, handed to a process of its own by its standard input, and gone with the answer: it is
in no table, log, queue, session, address or page, and the answer tells places only.
"""

import base64
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from publications.checks import sandbox
from publications.checks.kinds import KINDS
from publications.checks.watch.entries import MOST_LINES
from publications.models import FileVersion
from publications.policy import APPROVE, MANAGE
from publications.scanning import on_disk

LONGEST = 20_000
MOST_SHOWN, MOST_PICTURES, WIDTH = 200, 6, 700
AT_ONCE = threading.BoundedSemaphore(2)  # each may take 300 MB
PATIENCE = 20.0  # seconds
LIMITS = sandbox.Limits(seconds=60, most_seconds=90)
HOW = {
    "watch_found": "Found",
    "watch_part": "Part of it, or less surely",
    "watch_initials": "Only initials that fit",
}
WHERE = {
    "page": "on the page",
    "hidden": "on the page, where readers do not see it",
    "file_name": "in what the uploaded file was called",
    "title": "in the title here",
    "comment": "in a comment",
    "properties": "in the file's properties",
    "outline": "in a bookmark",
    "alternative_text": "in the text for screen readers",
    "form": "in a form field",
    "attachment": "in an attached file",
    "earlier": "in an earlier version that is still inside the file",
}
INSIDE = "elsewhere inside the file"
BUSY = "Other files are being looked through at this moment. Type the list again in a minute: it was not kept."
FAILED = "The file could not be looked through to its end. Nothing can be said about it."


class WatchForm(forms.Form):
    """The list. It is never shown again, so that no browser and no colleague at the same desk keeps it."""

    words = forms.CharField(
        label="Names, places, schools and dates, one a line",
        max_length=LONGEST,
        help_text=(
            "For example a child's name, a parent's name, a street, a school, a date of birth. Other spellings,"
            " initials and the order of names are allowed for. The list is not kept: not here, nor in any log."
        ),
        widget=forms.Textarea(
            attrs={
                "rows": 10,
                "autocomplete": "off",
                "autocapitalize": "off",
                "autocorrect": "off",
                "spellcheck": "false",
            }
        ),
        error_messages={
            "required": "Type at least one name, place or date.",
            "max_length": "This list is too long. Look for a part of it at a time.",
        },
    )

    def clean_words(self) -> str:
        """Refuses more lines than are looked for."""
        words = str(self.cleaned_data["words"])
        if len(words.splitlines()) > MOST_LINES:
            raise forms.ValidationError(f"Look for {MOST_LINES} lines at a time, at most.")
        return words


@dataclass(frozen=True)
class Found:
    """One place, in words; `picture` is a page with a frame, as an address that holds the whole picture."""

    line: int
    how: str
    where: str
    page: int | None
    count: int
    picture: str = ""


@method_decorator(sensitive_post_parameters(), name="dispatch")
class WatchScreen(WagtailAdminTemplateMixin, View):
    """The form, and the places where something of the list is."""

    page_title = "Look for names and places"
    header_icon = "search"
    template_name = "publications_admin/watch.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for those who prepare the file or sign it off."""
        if not (request.user.has_perm(MANAGE) or request.user.has_perm(APPROVE)):
            raise PermissionDenied
        self.version = get_object_or_404(FileVersion.objects.select_related("publication__review"), pk=kwargs["pk"])
        if self.version.is_destroyed:
            raise Http404
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The empty form."""
        return self.show(WatchForm(label_suffix=""))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """What was found, with an empty form."""
        form = WatchForm(request.POST, label_suffix="")
        if not form.is_valid():
            refused = WatchForm(label_suffix="")
            return self.show(refused, problems=form.errors["words"])
        if not AT_ONCE.acquire(timeout=PATIENCE):
            return self.show(WatchForm(label_suffix=""), problems=[BUSY])
        try:
            more = self.look(form.cleaned_data["words"])
        except FileNotFoundError as missing:
            raise Http404 from missing
        except sandbox.Failed:
            more = {"problems": [FAILED]}
        finally:
            AT_ONCE.release()
        return self.show(WatchForm(label_suffix=""), **more)

    def look(self, words: str) -> dict[str, Any]:
        """What the screen says of the file."""
        publication = self.version.publication
        options = {"list": words, "name": self.version.original_name, "title": f"{publication.name} {publication.slug}"}
        with self.version.open() as stored, on_disk(stored) as file:
            told = sandbox.run("watch", file, options=options, limits=LIMITS)
            if told["unreadable"]:
                return {"problems": [KINDS[told["unreadable"]].sentence]}
            hits = told["hits"]
            pictures = dict(framed(file, hits))
            found = [in_words(hit, pictures.get(number, "")) for number, hit in enumerate(hits[:MOST_SHOWN])]
        return {"asked": True, "found": found, "more": len(hits) - len(found), "pages": told["pages"]}

    def show(self, form: WatchForm, **more: Any) -> HttpResponse:
        """The screen."""
        back = reverse("publications_admin:inspect", args=[self.version.publication_id])
        context = self.get_context_data(form=form, version=self.version, back=back, **more)
        return render(self.request, self.template_name, context)

    def get_page_subtitle(self) -> str:
        """The publication."""
        return str(self.version.publication)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, the publication, this."""
        back = reverse("publications_admin:inspect", args=[self.version.publication_id])
        return [
            *self.breadcrumbs_items,  # type: ignore[list-item]
            {"url": back, "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]


def in_words(hit: dict[str, Any], picture: str) -> Found:
    """A place as the screen tells it."""
    return Found(hit["line"], HOW[hit["how"]], WHERE.get(hit["where"], INSIDE), hit["page"], hit["count"], picture)


def framed(file: Any, hits: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Pictures of the pages of the first hits that have a place, each with its number among the hits."""
    with_place = [(number, hit) for number, hit in enumerate(hits[:MOST_SHOWN]) if hit["place"]]
    for number, hit in with_place[:MOST_PICTURES]:
        options = {"page": hit["page"], "width": WIDTH, "frame": hit["place"]}
        try:
            drawn = sandbox.run("picture", file, options=options, limits=LIMITS)
        except sandbox.Failed:
            continue
        yield number, "data:image/png;base64," + base64.b64encode(drawn).decode()
