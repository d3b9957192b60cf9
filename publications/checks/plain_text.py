"""All checks of a plain text or a table in CSV: what its words tell. Nothing in it is hidden."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from publications.checks.findings import Finding, Report
from publications.checks.opening import MOST
from publications.checks.spans import plain
from publications.checks.texts import spans


def examine_plain(file: Path, options: Mapping[str, Any], _progress: Callable[[int, int], None]) -> dict[str, Any]:
    """The task "examine_plain": the `Report` on a text in UTF-8, as plain values; a finding for each kind."""
    if file.stat().st_size > options.get("bytes", MOST["bytes"]):
        return Report((Finding("too_many_bytes"),), pages=0).as_json()
    lines = file.read_bytes().decode("utf-8-sig", "replace").splitlines()
    counts = Counter(span.kind for line in lines for span in spans(plain(line)))
    return Report(tuple(Finding(kind, count=count) for kind, count in counts.items()), pages=1).as_json()
