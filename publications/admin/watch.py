"""The officer's own list of names, places and dates, looked for in one file while they wait.

The list is read from the request, handed to a process of its own by its standard input, and gone with the answer: it is
in no table, log, queue, session, address or page, and the answer tells places only.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from publications import page_texts
from publications.admin import texts
from publications.admin.looking import LookingView, in_sandbox
from publications.checks import sandbox
from publications.checks.kinds import KINDS
from publications.checks.watch.entries import MOST_LINES
from publications.models import FileVersion
from publications.sandboxed import Busy

LONGEST = 20_000
MOST_SHOWN, MOST_PICTURES, WIDTH = 200, 6, 700
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
    "given": "in the text that was given for the page",
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
class WatchScreen(LookingView):
    """The form, and the places where something of the list is."""

    page_title = "Look for names and places"
    header_icon = "search"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The empty form."""
        return self.answer()

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """What was found, with an empty form."""
        form = WatchForm(request.POST)
        if not form.is_valid():
            return self.answer(problems=form.errors["words"])
        try:
            return self.answer(**self.look(form.cleaned_data["words"]))
        except Busy:
            return self.answer(problems=[BUSY])
        except sandbox.Failed:
            return self.answer(problems=[FAILED])

    def look(self, words: str) -> dict[str, Any]:
        """What the screen says of the file."""
        publication, given = self.version.publication, page_texts.given(self.version)
        unread = texts.pages_in_words(set(texts.pages_without(self.version)) - set(given))
        options = {
            "list": words,
            "name": self.version.original_name,
            "title": f"{publication.name} {publication.slug}",
            "given": sorted(given.items()),
        }
        told = in_sandbox("watch_text" if publication.is_web else "watch", self.version, options, LIMITS)
        if told["unreadable"]:
            return {"problems": [KINDS[told["unreadable"]].sentence]}
        hits = told["hits"]
        pictures = dict(framed(self.version, hits))
        found = [in_words(hit, pictures.get(number, "")) for number, hit in enumerate(hits[:MOST_SHOWN])]
        more = len(hits) - len(found)
        return {"asked": True, "found": found, "more": more, "pages": told["pages"], "unread": unread}

    def answer(self, **told: Any) -> HttpResponse:
        """The screen with an empty form, whatever was typed."""
        return self.show("publications_admin/watch.html", form=WatchForm(label_suffix=""), **told)


def in_words(hit: dict[str, Any], picture: str) -> Found:
    """A place as the screen tells it."""
    return Found(hit["line"], HOW[hit["how"]], WHERE.get(hit["where"], INSIDE), hit["page"], hit["count"], picture)


def framed(version: FileVersion, hits: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Pictures of the pages of the first hits that have a place, each with its number among the hits."""
    with_place = [(number, hit) for number, hit in enumerate(hits[:MOST_SHOWN]) if hit["place"]]
    for number, hit in with_place[:MOST_PICTURES]:
        try:
            drawn = in_sandbox("picture", version, {"page": hit["page"], "width": WIDTH, "frame": hit["place"]})
        except (sandbox.Failed, Busy):
            continue
        yield number, "data:image/png;base64," + base64.b64encode(drawn).decode()
