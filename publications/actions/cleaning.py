"""A clean copy of a file: a new version without what travels in it unseen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.files import File

from publications import clock, policy, refusals, sandboxed
from publications.actions.base import acting
from publications.actions.files import add_version
from publications.checks import sandbox
from publications.checks.kinds import KINDS
from publications.errors import Refused
from publications.models import FileVersion, Publication
from publications.models.record import Event
from publications.policy import Action

ROOM = 20_000_000  # bytes that a copy may be larger: what was packed tightly is packed anew
REFUSED = {
    "signed": "This file is signed, and a clean copy would break the signature. Upload an unsigned copy instead.",
    "differs": (
        "A clean copy of this file would look different, so none was made. Take out what the checks found in the"
        " program that the document was made with, and upload it again."
    ),
    "left": (
        "Not everything could be taken out of this file, so no copy was made. Take it out in the program that the"
        " document was made with, and upload it again."
    ),
}
FAILED = "The file could not be cleaned: reading it failed. Make the PDF again and upload that."


def clean(version: FileVersion, *, by: Any, comments: bool = False, title: str = "") -> FileVersion:
    """Add a clean copy of the newest file as a version of its own, which is checked and signed off anew.

    `comments`: reviewers' comments go too. `title` becomes the file's; empty: review and document. Words under boxes
    are never touched. The row in the record says what was taken out.
    """
    publication = Publication.objects.with_facts().get(pk=version.publication_id)
    if refused := policy.refusal(Action.CLEAN, publication, by=by, at=clock.now()):
        raise refused
    refusals.refuse(Action.CLEAN, version, by=by, at=clock.now())
    title = title or f"{publication.review.label}: {publication.name}"
    with (
        cleaned(version, comments=comments, title=title) as (file, removed),
        acting(Action.CLEAN, publication, by=by) as act,
    ):
        refusals.refuse(Action.CLEAN, version, by=act.by, at=act.at)
        return add_version(act, file, Event.CLEAN, cleaned_from=version.pk, removed=removed)


@contextmanager
def cleaned(version: FileVersion, *, comments: bool, title: str) -> Iterator[tuple["File[Any]", dict[str, int]]]:
    """The clean copy, made by a process of its own, and codes of what was removed with their counts."""
    with NamedTemporaryFile(prefix="lscb-clean-", suffix=".pdf") as to:
        options = {"to": to.name, "comments": comments, "title": title}
        told = run(version, options, most_written=2 * version.size + ROOM)
        if refused := told["refused"]:
            raise Refused(refused, REFUSED.get(refused) or f"{KINDS[refused].sentence} {KINDS[refused].advice}")
        if not told["removed"]:
            raise Refused("nothing_to_clean", "There is nothing in this file that a clean copy would take out.")
        with Path(to.name).open("rb") as copy:
            yield File(copy, name=version.original_name), told["removed"]


def run(version: FileVersion, options: dict[str, Any], *, most_written: int) -> Any:
    """What the process told; Refused if it did not come to its end."""
    try:
        return sandboxed.run_at_once("clean", version, options, within=sandbox.Limits(written=most_written))
    except sandboxed.Busy as busy:
        raise Refused("busy", "Other files are being worked on at this moment. Try again in a minute.") from busy
    except sandbox.Failed as failed:
        raise Refused("not_cleaned", FAILED) from failed
