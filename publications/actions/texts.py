"""The text of scanned pages, which an editor gives so that they can be found."""

from collections.abc import Mapping
from typing import Any

from publications import checking, page_texts, refusals
from publications.actions.base import acting
from publications.errors import Refused
from publications.models import FileVersion
from publications.models.record import Event
from publications.policy import Action

SAME = "Nothing here is other than what is kept already. Type or change the text of a page, or go back."


def give_text(version: FileVersion, *, texts: Mapping[int, str], by: Any) -> None:
    """Give the text, by page, of pages that hold none; what was given before goes. Before the sign-off only.

    It is dark, searched, suspended and destroyed as the file's own text is, and never shown as the file. As readers may
    see lines of it, the checks look into both once more. errors.Refused if it is what is there already.
    """
    with acting(Action.GIVE_TEXT, version.publication, by=by) as act:
        version = act.fresh(version)
        refusals.refuse(Action.GIVE_TEXT, version, by=act.by, at=act.at)
        before = page_texts.mark_of_given(version)
        page_texts.give(version, texts)
        pages, given = sorted(page_texts.given(version)), page_texts.mark_of_given(version)
        if given == before:
            raise Refused("nothing_new", SAME)
        checking.ask(version, at=act.at)
        act.record(Event.TEXT, version=version, given=given, text_of_pages=pages)
