"""The files inside a PDF, for the virus scanner: it does not look into all of them by itself."""

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf

from publications.checks.inside.size import Size
from publications.checks.inside.walk import Walk
from publications.checks.opening import Unreadable, objects_of

MOST_BYTES = 30 * 1024 * 1024  # of all of them: the answer travels between processes
DEEPEST = 3


def attached(file: Path, options: Mapping[str, Any], progress: Callable[[int, int], None]) -> dict[str, Any]:
    """The task "attached": `files`, the bytes of each, those inside others too; or why it can't be told (`unreadable`).

    That is a kind of `kinds_unreadable`, "encrypted" above all: what nobody can read no scanner can.
    """
    try:
        with objects_of(file, options) as pdf:
            files = list(files_in(pdf))
    except Unreadable as error:
        return {"unreadable": error.kind, "files": []}
    progress(1, 1)
    return {"unreadable": "", "files": files}


def files_in(pdf: pikepdf.Pdf, depth: int = DEEPEST) -> Iterator[bytes]:
    """The bytes of every file inside an open one and inside those; `Unreadable` if they are too many, or encrypted."""
    total = 0
    for content in _streams(pdf):
        total += len(content)
        if total > MOST_BYTES or not depth:
            raise Unreadable("too_much_inside")
        yield content
        if b"%PDF-" in content[:1024]:
            yield from _of_inner(content, depth)


def _of_inner(content: bytes, depth: int) -> Iterator[bytes]:
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as inner:
            if inner.is_encrypted:
                raise Unreadable("encrypted")
            yield from files_in(inner, depth - 1)
    except pikepdf.PasswordError:
        raise Unreadable("encrypted") from None
    except pikepdf.PdfError:
        return  # what no program can open as a PDF holds no files


def _streams(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """The bytes of every embedded file, however it hangs on the document."""
    size, seen = Size(MOST_BYTES), set()
    for node in Walk(pdf):
        is_one = node.name("/Type") == "/EmbeddedFile" or node.key in {"/F", "/UF", "/DOS", "/Mac", "/Unix"}
        if is_one and isinstance(node.value, pikepdf.Stream) and node.value.objgen not in seen:
            seen.add(node.value.objgen)
            size.add(node)
            yield _content(node.value)


def _content(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()
