"""The words that a finding is about, masked: enough to know what they are, too little to read them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from publications.checks.findings import Finding
from publications.checks.kinds_hidden import HIDDEN
from publications.checks.pass_over import Progress, pass_over

DOT = "•"
MOST, LONGEST = 40, 300


def evidence(file: Path, options: Mapping[str, Any], progress: Progress) -> list[str]:
    """The task "evidence": what was recovered under `finding` (as plain values), masked; empty if it is not there.

    Findings of what can be read on the page have none: their evidence is the picture of the page.
    """
    wanted = replace(Finding.from_json(options["finding"]), count=1)
    only = [wanted.page] if wanted.kind in HIDDEN and wanted.page else []
    found = pass_over(file, options, progress, only=only)
    said = dict.fromkeys(each.words for each in found.traces if each.finding == wanted and each.words.strip())
    return [masked(words[:LONGEST]) for words in list(said)[:MOST]]


def masked(words: str) -> str:
    """Each word as its first letter and a dot for each other letter or figure."""
    return re.sub(r"\w+", lambda word: word.group()[0] + DOT * (len(word.group()) - 1), " ".join(words.split()))
