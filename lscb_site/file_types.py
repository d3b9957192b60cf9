"""Which files may be documents of the site: told by their content, which must agree with their name.

A browser is told the type that the name says, so a name that lies is refused. The list is short: what boards publish
and readers can open, without old formats that carry macros.
"""

import zipfile
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string
from django.utils.text import slugify

OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
TEXT = {"csv", "txt"}
KINDS = ("pdf", *OFFICE, *OPEN_DOCUMENT, *sorted(TEXT))
LIST = ", ".join(kind.upper() for kind in KINDS)
OTHERWISE_TEXT = (b"%PDF", b"<!doctype", b"<html", b"<?xml", b"<svg", b"{\\rtf")


def recognised(file: Any) -> str:
    """The kind such as "pdf"; ValidationError if it is none of ours or not the one in the file's name."""
    named = PurePosixPath(file.name or "").suffix.lstrip(".").lower()
    if named not in KINDS:
        raise ValidationError(f"Documents of these kinds can be kept here: {LIST}.", code="kind")
    file.open()
    file.seek(0)
    held = content_is(named, file)
    file.seek(0)
    if not held:
        raise ValidationError(
            f"The name of this file ends in .{named}, but its content is not of that kind, or is damaged. Open it in"
            f" the program it was made with, save it as {named.upper()} and upload that.",
            code="content",
        )
    return named


def content_is(kind: str, file: Any) -> bool:
    """Whether a file's content is what its ending says."""
    if kind == "pdf":
        return bool(file.read(5) == b"%PDF-")
    if kind in TEXT:
        return is_text(file)
    try:
        with zipfile.ZipFile(file) as archive:
            return is_office(kind, archive) if kind in OFFICE else is_open_document(kind, archive)
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, OSError):
        return False


def is_office(kind: str, archive: zipfile.ZipFile) -> bool:
    """A Word, Excel or PowerPoint file without macros."""
    names = set(archive.namelist())
    macros = any(PurePosixPath(name).name.lower() == "vbaproject.bin" for name in names)
    return "[Content_Types].xml" in names and OFFICE[kind] in names and not macros


def is_open_document(kind: str, archive: zipfile.ZipFile) -> bool:
    """A file of LibreOffice and the like, which names its own type."""
    with archive.open("mimetype") as stated:
        return stated.read(100).strip() == OPEN_DOCUMENT[kind]


def is_text(file: Any) -> bool:
    """UTF-8 without a NUL that is not another kind in disguise."""
    content = file.read()
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return b"\x00" not in content and not start.startswith(tuple(mark.lower() for mark in OTHERWISE_TEXT))


def refuse_other_kind(address_name: str, kind: str) -> None:
    """ValidationError for a new file of another kind than the document's address says."""
    if address_name and not address_name.endswith(f".{kind}"):
        before = PurePosixPath(address_name).suffix
        raise ValidationError(
            f"The address of this document ends in {before} and stays as it is, so its new file must be of that kind"
            f" too, not {kind.upper()}. Add this one as a document of its own instead.",
            code="other_kind",
        )


def address_name(name: str, kind: str) -> str:
    """The end of a document's address, made from the name of its first file."""
    return f"{slugify(PurePosixPath(name).stem)[:100] or 'document'}.{kind}"


def refuse_known(sha256: str) -> None:
    """ValidationError if another part of the site keeps the same file and decides who sees it."""
    sentence = refusal(sha256)
    if sentence:
        raise ValidationError(sentence, code="kept_elsewhere")


def refusal(sha256: str) -> str | None:
    """The first sentence of those that `DOCUMENT_REFUSALS` names; None if the file is nobody else's."""
    return next(filter(None, (import_string(path)(sha256) for path in settings.DOCUMENT_REFUSALS)), None)
