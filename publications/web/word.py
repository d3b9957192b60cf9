"""A draft filled from a Word file: looked into, read in a process of its own, and put in the place of the text."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.files.base import File
from django.db import transaction

from publications import clock
from publications.checks import sandbox
from publications.checks.findings import Finding
from publications.checks.report import report_on
from publications.errors import Refused
from publications.models import WebDraft
from publications.web.drafts import add_picture, remove_picture

MOST_BYTES = 50_000_000
NOT_WORD = "This is not a Word file (.docx). In Word: File, Save as, “Word Document (.docx)”."
FAILED = "This Word file can't be read. Save it again in Word as “Word Document (.docx)”, and try again."


@dataclass(frozen=True)
class LookedAt:
    """What a Word file holds: `stops` says what keeps it from being taken over, `others` what to look at."""

    stops: tuple[Finding, ...]
    others: tuple[Finding, ...]
    text: Mapping[str, Any]


def looked_at(file: "File[Any]") -> LookedAt:
    """A Word file, examined, and read if nothing stops it. Refused if it is none, or can't be read."""
    with local_copy(file) as path:
        with path.open("rb") as opened:
            if opened.read(4) != b"PK\x03\x04":
                raise Refused("not_word", NOT_WORD)
        report = report_on(path, options={"bytes": MOST_BYTES})
        others = tuple(finding for finding in report.findings if finding not in report.blocking)
        text = {} if report.blocking else read(path)
        return LookedAt(report.blocking, others, text)


@contextmanager
def local_copy(file: "File[Any]") -> Iterator[Path]:
    """The file on this machine, gone at the end of the block; Refused if it is too large."""
    if (file.size or 0) > MOST_BYTES:
        raise Refused("too_large", "This file is larger than 50 MB. Make its pictures smaller, and try again.")
    with NamedTemporaryFile(prefix="lscb-word-", suffix=".docx") as copy:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


def read(path: Path) -> Mapping[str, Any]:
    """Its text, pictures and what to look at afterwards, as `checks.web.word` says."""
    try:
        found: Mapping[str, Any] = sandbox.run("from_word", path)
    except sandbox.Failed as failed:
        raise Refused("unusable", FAILED) from failed
    return found


def fill(draft: WebDraft, text: Mapping[str, Any], *, by: Any) -> None:
    """Put a text that was read in the place of the draft's, with its pictures."""
    with transaction.atomic():
        WebDraft.objects.select_for_update().get(pk=draft.pk)
        for old in draft.pictures.all():
            remove_picture(old)
        numbers = add_pictures(draft, text)
        draft.body = [*stored(text["blocks"], numbers), *map(stored_note, text["notes"])]
        draft.changed_by, draft.changed_at = by, clock.now()
        draft.save()


def add_pictures(draft: WebDraft, text: Mapping[str, Any]) -> dict[int, int]:
    """Keep the pictures that could be read: the number in the file -> the number in the draft."""
    said = {block["number"]: block["alternative"] for block in text["blocks"] if block["type"] == "figure"}
    return {
        number: add_picture(draft, picture, alternative=said.get(number, "")).number
        for number, picture in enumerate(text["pictures"], start=1)
        if picture
    }


def stored(blocks: list[dict[str, Any]], numbers: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """Blocks as the draft stores them; of pictures that could not be read, the figure stays, to be mended."""
    for block in blocks:
        kind = block["type"]
        if kind == "heading":
            value: Any = {"text": block["text"], "level": str(block["level"])}
        elif kind == "text":
            value = block["html"]
        elif kind == "table":
            value = stored_table(block)
        else:
            missing = max(numbers.values(), default=0) + block["number"]
            value = {"number": numbers.get(block["number"], missing), "caption": block["caption"]}
        yield {"type": kind, "value": value}


def stored_table(block: Mapping[str, Any]) -> dict[str, Any]:
    """A table whose cells may hold lists and links."""
    columns = [{"type": "rich_text", "heading": heading} for heading in block["columns"]]
    rows = [{"values": row} for row in block["rows"]]
    return {"table": {"columns": columns, "rows": rows, "caption": block["caption"]}, "row_headings": False}


def stored_note(note: Mapping[str, str]) -> dict[str, Any]:
    """A footnote."""
    return {"type": "note", "value": {"label": note["label"], "text": note["html"]}}
