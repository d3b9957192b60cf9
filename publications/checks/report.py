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
    """What the checks find in a PDF, read in a process of its own; never an error.

    `options` may hold the largest `bytes`, `pages` and `expanded` bytes that are looked into (see `opening.MOST`).
    """
    try:
        return Report.from_json(sandbox.run("examine", file, options=options, limits=limits, on_progress=on_progress))
    except sandbox.Failed as failure:
        return Report((Finding(FAILURES[failure.code]),), pages=0)
