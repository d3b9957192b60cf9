"""The report on a file, whatever the file does: for the site and for `manage.py check_file`."""

from pathlib import Path
from typing import Any

from publications.checks import sandbox
from publications.checks.findings import Finding, Report

LIMITS = sandbox.Limits()
FAILURES = {"memory": "out_of_memory", "time": "out_of_time", "crash": "crashed"}


def report_on(
    file: Path,
    *,
    options: dict[str, Any] | None = None,
    limits: sandbox.Limits = LIMITS,
    on_progress: sandbox.Progress | None = None,
) -> Report:
    """What the checks find in a PDF or Word file, read in a process of its own; never an error.

    `options` may hold the largest `bytes`, `pages` and `expanded` bytes that are looked into (see `opening.MOST`).
    """
    try:
        told = sandbox.run(task_for(file), file, options=options, limits=limits, on_progress=on_progress)
        return Report.from_json(told)
    except sandbox.Failed as failure:
        return Report((Finding(FAILURES[failure.code]),), pages=0)


def task_for(file: Path) -> str:
    """The task that looks into a file, by how its content begins: Word files are packages, old ones containers."""
    try:
        with file.open("rb") as opened:
            start = opened.read(8)
    except OSError:
        start = b""
    return "examine_docx" if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) else "examine"
