"""All checks of a PDF, as one report."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from publications.checks.findings import Finding, Report, Severity
from publications.checks.opening import Unreadable
from publications.checks.page_text import PageText
from publications.checks.pass_over import Progress, pass_over
from publications.checks.trace import Trace

MOST_PLACES = 25
"""So many places of one kind are told a page; the last of them counts the others."""
WORD = re.compile(r"\w{2,}")


def examine(file: Path, options: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """The task "examine": the `Report` on a file, as plain values."""
    return examined(file, options, progress).as_json()


def examined(file: Path, options: Mapping[str, Any], progress: Progress) -> Report:
    """The report on a file."""
    try:
        found = pass_over(file, options, progress)
    except Unreadable as error:
        return Report((Finding(error.kind),), pages=0)
    return Report(tuple(gathered(unseen(found.traces, found.texts))), found.pages)


def unseen(traces: Iterable[Trace], texts: Iterable[PageText]) -> list[Trace]:
    """The traces without those that only quote what a reader sees on some page."""
    seen = {word for text in texts for word in WORD.findall(text.text.casefold())}
    return [each for each in traces if not each.quoting or not seen.issuperset(WORD.findall(each.words.casefold()))]


def gathered(traces: Iterable[Trace]) -> Iterator[Finding]:
    """Each finding once with how often it was made, the gravest first, then by page."""
    counts = Counter(each.finding for each in traces)
    places = Counter[tuple[str, int | None]]()
    findings: dict[Finding, int] = {}
    last: dict[tuple[str, int | None], Finding] = {}
    for finding, count in counts.items():
        group = (finding.kind, finding.page)
        places[group] += 1
        if places[group] <= MOST_PLACES:
            last[group] = finding
            findings[finding] = count
        else:
            findings[last[group]] += count
    order = list(Severity)
    for finding in sorted(findings, key=lambda each: (order.index(each.severity), each.page or 0)):
        yield Finding(finding.kind, finding.page, finding.place, findings[finding])
