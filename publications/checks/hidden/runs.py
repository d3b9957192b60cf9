"""Letters in a row that could carry a word."""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from publications.checks.sheet import Letters, is_letter

FEWEST = 3
"""So many letters in a row of a word that is partly seen; two are enough if they are all of their word.

One letter alone is never reported: letters touch their neighbours, and smooth edges make single ones look covered.
"""
LINE_ENDS = "\r\n"


def words(text: str) -> Iterator[slice]:
    """Where each word of a text stands: what blanks part."""
    return (slice(*found.span()) for found in re.finditer(r"\S+", text))


def telling(letters: Letters, flagged: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of the flagged letters, those in rows that could carry a word."""
    kept = np.zeros(len(letters), dtype=bool)
    if not flagged.any():
        return kept
    could = letters.able
    for word in words(letters.text):
        inside = flagged[word] & could[word]
        if not inside.any():
            continue
        whole = inside.sum() == could[word].sum() >= 2
        if (whole or _longest(inside[could[word]]) >= FEWEST) and _says_something(letters.text[word], inside):
            kept[word] = inside
    return kept


def _says_something(word: str, inside: NDArray[np.bool_]) -> bool:
    """Whether there are two different letters, or digits: one sign again and again is a line or a row of pictures."""
    signs = {sign for sign, flag in zip(word.casefold(), inside, strict=False) if flag}
    return len(signs) > 1 or any(sign.isdigit() for sign in signs)


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
