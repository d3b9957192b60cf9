"""Reading a stored report by a process of its own: the same file, sizes and progress for checks, texts and pictures."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings

from publications import storage
from publications.checks import sandbox
from publications.checks.sandbox import Progress
from publications.models import FileVersion

USUAL = sandbox.Limits()
QUICK = sandbox.Limits(seconds=20, most_seconds=20)
AT_ONCE = threading.BoundedSemaphore(2)  # in each process of the site; a task may take 300 MB
PATIENCE = 30.0  # seconds
WRITTEN_EVERY = 0.5  # seconds between two notes of progress


def limits() -> dict[str, int]:
    """The sizes beyond which a file is not looked into; every task on a report's file takes them."""
    return {
        "bytes": settings.REPORT_LIMIT_MB * 1_000_000,
        "pages": settings.REPORT_LIMIT_PAGES,
        "expanded": settings.REPORT_LIMIT_UNPACKED_MB * 1_000_000,
    }


def run(
    task: str,
    version: FileVersion,
    *,
    options: dict[str, Any] | None = None,
    within: sandbox.Limits = USUAL,
    on_progress: Progress | None = None,
) -> Any:
    """The result of a task on the stored bytes of a version, as `sandbox.run` gives it.

    FileNotFoundError if the bytes are not there; `sandbox.Failed` if the task did not come to its end.
    """
    with storage.local_file(version.sha256) as path:
        return sandbox.run(task, path, options=limits() | (options or {}), limits=within, on_progress=on_progress)


class Busy(Exception):  # noqa: N818 - an answer, not an error
    """As many tasks as there may be are running for people who wait."""


def run_at_once(task: str, version: FileVersion, options: dict[str, Any], *, within: sandbox.Limits = QUICK) -> Any:
    """The same as `run` while somebody waits for the answer; `Busy` where too many run already."""
    with one_of_few():
        return run(task, version, options=options, within=within)


@contextmanager
def one_of_few() -> Iterator[None]:
    """For whatever runs a task while somebody waits; `Busy` where too many run already."""
    if not AT_ONCE.acquire(timeout=PATIENCE):
        raise Busy
    try:
        yield
    finally:
        AT_ONCE.release()


def now_and_then(write: Progress) -> Progress:
    """Progress that is written down a few times a second at most."""
    written = 0.0

    def moved(done: int, of: int) -> None:
        nonlocal written
        if time.monotonic() - written >= WRITTEN_EVERY:
            written = time.monotonic()
            write(done, of)

    return moved
