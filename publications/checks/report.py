"""The report on a file, whatever the file does: for the site and for `manage.py check_file`."""

from pathlib import Path
from typing import Any

from publications.checks import sandbox
from publications.checks.findings import Finding, Report
from publications.web.frozen import START

LIMITS = sandbox.Limits()
FAILURES = {"memory": "out_of_memory", "time": "out_of_time", "crash": "crashed"}


def report_on(
    file: Path,
    *,
    task: str = "",
    options: dict[str, Any] | None = None,
    limits: sandbox.Limits = LIMITS,
    on_progress: sandbox.Progress | None = None,
) -> Report:
    """What the checks find in a PDF, a Word file or a frozen text, read in a process of its own; never an error.

    `task` is another task of that kind for what no content tells, such as a plain text.
    `options` may hold the largest `bytes`, `pages` and `expanded` bytes that are looked into (see `opening.MOST`).
    """
    try:
        told = sandbox.run(task or task_for(file), file, options=options, limits=limits, on_progress=on_progress)
        return Report.from_json(told)
    except sandbox.Failed as failure:
        return Report((Finding(FAILURES[failure.code]),), pages=0)


def task_for(file: Path) -> str:
    """The task that looks into a file, by how its content begins: Word files are packages, old ones containers."""
    begins = start_of(file)
    if begins.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "examine_docx"
    return "examine_text" if begins.startswith(START) else "examine"


def start_of(file: Path) -> bytes:
    """Its first bytes; none of a file that can't be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(16)
    except OSError:
        return b""
