"""Asks ClamAV about every uploaded file, where `CLAMD_URL` names its daemon (clamd(8), INSTREAM)."""

import contextlib
import logging
import socket
import struct
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core import checks
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string

SECONDS = 30  # for each step: to connect, and to hear its answer
BLOCK = 64 * 1024
LONGEST_ANSWER = 4096
FOUND = (
    "A virus was found in this file, so it was not kept. Do not open it again; tell your IT support, and make the file"
    " anew on a clean computer."
)
DOWN = (
    "Files can't be taken at the moment, because the virus scanner does not answer. Nothing was kept. Try again in a"
    " few minutes; if it goes on, tell those who run this site."
)
TOO_LARGE = (
    "This file is larger than the virus scanner looks into, so it was not kept. Save it with smaller pictures, or ask"
    " those who run this site to raise the scanner's StreamMaxLength."
)
MISSING = "Uploaded files are not scanned for viruses: CLAMD_URL is not set."
logger = logging.getLogger(__name__)


class Unanswered(Exception):  # noqa: N818 - the scanner's state
    """The scanner could not be asked, or did not say what it found."""


def is_configured() -> bool:
    """Whether uploads are scanned at all."""
    return bool(settings.CLAMD_URL)


def refuse_virus(file: Any) -> None:
    """ValidationError for an uploaded file that may not be kept; nothing if no scanner is configured.

    Its code is "virus", "too_large", "scanner_down", or why the file can't be looked into. The file is sent whole, and
    then what other parts of the site take out of it (`SCANNED_PARTS`: dotted paths of functions that give the parts of
    a file as bytes, or raise ValidationError).
    """
    if not is_configured():
        return
    try:
        judge(answer(_blocks(file)))
        for part in _parts(file):
            judge(answer([part]))
    except (OSError, Unanswered) as error:
        logger.exception("the virus scanner does not answer")
        raise ValidationError(DOWN, code="scanner_down") from error
    finally:
        file.seek(0)


def answer(blocks: Iterable[bytes]) -> str:
    """What the daemon says of some bytes: "stream: OK", or what it found. OSError if it can't be asked."""
    with contextlib.closing(connected()) as daemon:
        try:
            daemon.sendall(b"zINSTREAM\0")
            for block in blocks:
                daemon.sendall(struct.pack("!I", len(block)) + block)
            daemon.sendall(struct.pack("!I", 0))
        except (BrokenPipeError, ConnectionResetError):
            logger.info("the virus scanner answered before the end of the file")
        said = b""
        while not said.endswith(b"\0") and len(said) < LONGEST_ANSWER:
            part = daemon.recv(LONGEST_ANSWER)
            if not part:
                break
            said += part
    return said.rstrip(b"\0\n").decode(errors="replace")


def connected() -> socket.socket:
    """A connection to the daemon."""
    where = urlsplit(settings.CLAMD_URL)
    if where.scheme == "tcp":
        return socket.create_connection((where.hostname or "", where.port or 3310), timeout=SECONDS)
    daemon = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    daemon.settimeout(SECONDS)
    try:
        daemon.connect(unquote(where.path))
    except OSError:
        daemon.close()
        raise
    return daemon


def judge(said: str) -> None:
    """ValidationError unless the daemon said that it found nothing."""
    if said.endswith(" FOUND"):
        logger.warning("an upload was refused: %s", said)
        raise ValidationError(FOUND, code="virus")
    if "size limit exceeded" in said:
        raise ValidationError(TOO_LARGE, code="too_large")
    if not said.endswith(" OK"):
        raise Unanswered(said)


def _parts(file: Any) -> Iterator[bytes]:
    for path in settings.SCANNED_PARTS:
        file.seek(0)
        yield from import_string(path)(file)


def _blocks(file: Any) -> Iterator[bytes]:
    file.seek(0)
    while block := file.read(BLOCK):
        yield block


def scanner_is_missing(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Tells `manage.py check --deploy` that uploads are not scanned."""
    return [] if is_configured() else [checks.Info(MISSING, id="lscb_site.I001")]
