"""What a redaction tool leaves under its own boxes to say that they are ones; it tells nobody anything."""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from publications.checks.sheet import Letters

LABELS = frozenset({"redacted", "redaction", "redactions", "privilege", "privileged", "confidential", "sealed"})
MARKS = ("powered by tcpdf",)
"""What programs write into every file that they make, not drawn."""
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
SIZES = 3
"""A date that stands under boxes of one page in so many sizes of type was fitted to each box by a tool: what was
redacted has the size of the words round it."""
STEP = 1.15  # two sizes differ by more


def labels(letters: Letters, runs: Iterable[NDArray[np.int64]]) -> set[int]:
    """Which of a page's hidden rows, by their place among them, are only such labels."""
    said = {number: letters.text[run[0] : run[-1] + 1] for number, run in enumerate(runs)}
    heights: dict[str, list[float]] = {}
    for number, run in enumerate(runs):
        for date in DATE.findall(said[number]):
            heights.setdefault(date, []).append(float((letters.boxes[run, 3] - letters.boxes[run, 1]).max()))
    stamps = {date for date, found in heights.items() if _sizes(found) >= SIZES}
    return {number for number, text in said.items() if is_label(text) or _is_stamp(text, stamps)}


def is_label(text: str) -> bool:
    """Whether nothing but words for a redaction stand there."""
    words = re.findall(r"\w+", text.lower())
    return bool(words) and (all(word in LABELS for word in words) or text.lower().startswith(MARKS))


def _is_stamp(text: str, stamps: set[str]) -> bool:
    return bool(text.split()) and all(word in stamps for word in text.split())


def _sizes(heights: list[float]) -> int:
    """How many clearly different sizes there are."""
    count, last = 0, 0.0
    for height in sorted(heights):
        if height > last * STEP:
            count, last = count + 1, height
    return count
