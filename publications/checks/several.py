"""Reports on several files by one process: for files of our own making, such as the demo's.

Starting a process for each takes longer than looking into them. Files of others never share one: one that took over the
process could speak for the rest.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from publications.checks import sandbox
from publications.checks.findings import Report
from publications.checks.report import report_on

LIMITS = sandbox.Limits(seconds=240, most_seconds=240)


def reports_on(files: Sequence[Path], *, options: dict[str, Any] | None = None) -> list[Report]:
    """What the checks find in each of these PDFs; never an error.

    If the one process does not come to its end, each file gets one of its own.
    """
    named = {**(options or {}), "files": [str(each.absolute()) for each in files]}
    try:
        told = sandbox.run("examine_several", files[0], options=named, limits=LIMITS)
    except sandbox.Failed:
        return [report_on(each, options=options) for each in files]
    return [Report.from_json(each) for each in told]


def examine_several(
    _file: Path, options: Mapping[str, Any], progress: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """The task "examine_several": the reports on the `files` of the options, in their order, as plain values."""
    from publications.checks.examine import examine

    files = [Path(each) for each in options["files"]]
    reports = []
    for number, each in enumerate(files, start=1):
        reports.append(examine(each, options, _nothing))
        progress(number, len(files))
    return reports


def _nothing(_done: int, _of: int) -> None:
    """The pages of one file among many are no progress of the whole."""
