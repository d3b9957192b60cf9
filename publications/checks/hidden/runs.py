"""Letters in a row that could carry a word."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from publications.checks.sheet import Letters

FEWEST = 3
"""So many letters in a row of a word that is partly seen; two are enough if they are all of their word.

One letter alone is never reported: letters touch their neighbours, and smooth edges make single ones look covered.
"""
LINE_ENDS = "\r\n"


def is_letter(sign: str) -> bool:
    """Whether it could be part of a word: also a sign that the font does not name."""
    return sign.isalnum() or sign == "\ufffd" or 0xE000 <= ord(sign) <= 0xF8FF


def words(text: str) -> Iterator[slice]:
    """Where each word of a text stands: what blanks part."""
    start: int | None = None
    for place, sign in enumerate(text + " "):
        if sign.isspace():
            if start is not None:
                yield slice(start, place)
            start = None
        elif start is None:
            start = place


def telling(letters: Letters, flagged: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of the flagged letters, those in rows that could carry a word."""
    kept = np.zeros(len(letters), dtype=bool)
    able = np.fromiter(map(is_letter, letters.text), dtype=bool, count=len(letters))
    for word in words(letters.text):
        inside = flagged[word] & able[word]
        if not inside.any():
            continue
        if inside.sum() == able[word].sum() >= 2 or _longest(inside[able[word]]) >= FEWEST:
            kept[word] = inside
    return kept


def _longest(flags: NDArray[np.bool_]) -> int:
    """How many are set in a row, at most."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def runs(letters: Letters, kept: NDArray[np.bool_]) -> Iterator[NDArray[np.int64]]:
    """The kept letters, parted where a seen letter or the end of a line stands between them."""
    run: list[int] = []
    for place, sign in enumerate(letters.text):
        if kept[place]:
            run.append(place)
        elif run and (sign in LINE_ENDS or is_letter(sign)):
            yield np.array(run)
            run = []
    if run:
        yield np.array(run)
