"""All checks of a PDF, as one report."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from publications.checks.accessibility import accessibility_findings
from publications.checks.findings import Finding, Report, Severity
from publications.checks.opening import Unreadable, objects_of
from publications.checks.page_text import PageText
from publications.checks.pass_over import Progress, pass_over
from publications.checks.texts import text_findings
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
        with objects_of(file, options) as pdf:
            access = accessibility_findings(pdf, without_text=found.without_text)
    except Unreadable as error:
        return Report((Finding(error.kind),), pages=0)
    except (pikepdf.PdfError, pikepdf.PikepdfError, pypdfium2.PdfiumError, UnicodeError):
        return Report((Finding("broken"),), pages=0)
    findings = [*gathered(unseen(found.traces, found.texts)), *text_findings(found.texts), *access]
    return Report(tuple(sorted(findings, key=_order)), found.pages)


def unseen(traces: Iterable[Trace], texts: Iterable[PageText]) -> list[Trace]:
    """The traces without those that only quote what a reader sees on some page."""
    seen = {word for text in texts for word in WORD.findall(text.text.casefold())}
    return [each for each in traces if not each.quoting or not seen.issuperset(WORD.findall(each.words.casefold()))]


def gathered(traces: Iterable[Trace]) -> Iterator[Finding]:
    """Each finding once, with how often it was made."""
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
    for finding, count in findings.items():
        yield replace(finding, count=count)


def _order(finding: Finding) -> tuple[int, int]:
    """The gravest first, then by page."""
    return list(Severity).index(finding.severity), finding.page or 0
