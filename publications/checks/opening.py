"""Opens a file for the checks, or says why it can't be opened."""

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

MOST = {"bytes": 50 * 1024 * 1024, "pages": 1000, "expanded": 2 * 1024 * 1024 * 1024}
"""The largest file that is looked into, unless the options say otherwise."""
LARGEST_PAGE = 14_400  # points: what programs agree on (ISO 32000-1, annex C)
HEAD = 1024  # ISO 32000-1, annex H: what stands before the header is skipped, up to here


class Unreadable(Exception):  # noqa: N818 - a state, as the report says it
    """The file can't be looked into; `kind` is one of `kinds_unreadable`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def refuse_unless_pdf(file: Path, most_bytes: int) -> None:
    """`Unreadable` for what can't be a PDF of a fair size."""
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            head = opened.read(HEAD)
    except OSError:
        raise Unreadable("missing") from None
    if size > most_bytes:
        raise Unreadable("too_many_bytes")
    if b"%PDF-" not in head:
        raise Unreadable("not_a_pdf")


@contextlib.contextmanager
def objects_of(file: Path, options: Mapping[str, Any]) -> Iterator[pikepdf.Pdf]:
    """The file as a tree of objects."""
    refuse_unless_pdf(file, options.get("bytes", MOST["bytes"]))
    try:
        pdf = pikepdf.open(file, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Unreadable("encrypted") from None
    except (pikepdf.PdfError, pikepdf.PikepdfError, ValueError, OSError):
        raise Unreadable("broken") from None
    with pdf:
        if pdf.is_encrypted:
            raise Unreadable("encrypted")
        yield pdf


@contextlib.contextmanager
def pages_of(file: Path, options: Mapping[str, Any]) -> Iterator[pypdfium2.PdfDocument]:
    """The file as pages that can be drawn."""
    refuse_unless_pdf(file, options.get("bytes", MOST["bytes"]))
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("encrypted" if "assword" in str(error) else "broken") from None
    with contextlib.closing(document):
        if len(document) > options.get("pages", MOST["pages"]):
            raise Unreadable("too_many_pages")
        if len(document) == 0:
            raise Unreadable("no_pages")
        yield document
