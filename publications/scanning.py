"""What a virus scanner is shown of an upload besides the file itself (`SCANNED_PARTS`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.exceptions import ValidationError

from publications.checks import sandbox
from publications.checks.kinds import KINDS
from publications.checks.report import FAILURES

HEAD = 1024


def attachments(file: Any) -> list[bytes]:
    """The files inside a PDF, taken out by a process of its own; none of any other file.

    ValidationError for a PDF that is encrypted or can't be taken apart: nobody could say what is in it.
    """
    if b"%PDF-" not in file.read(HEAD):
        return []
    try:
        with on_disk(file) as path:
            told = sandbox.run("attached", path)
    except sandbox.Failed as failure:
        told = {"unreadable": FAILURES[failure.code]}
    if kind := told["unreadable"]:
        raise ValidationError(f"{KINDS[kind].sentence} {KINDS[kind].advice}", code=kind)
    files: list[bytes] = told["files"]
    return files


@contextmanager
def on_disk(file: Any) -> Iterator[Path]:
    """An uploaded file as a path: where it is, or a copy that goes at the end of the block."""
    if hasattr(file, "temporary_file_path"):
        yield Path(file.temporary_file_path())
        return
    file.seek(0)
    with NamedTemporaryFile(prefix="lscb-upload-") as copy:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)
