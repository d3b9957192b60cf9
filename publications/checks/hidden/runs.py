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
        places = np.flatnonzero(could[word]) + word.start
        inside = flagged[places]
        if not (inside.all() and len(places) >= 2):
            inside = _in_rows(inside)
        if inside.any() and _says_something(letters.text, places[inside]):
            kept[places[inside]] = True
    return kept


def _in_rows(flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Only those that are set in rows of at least `FEWEST`."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    kept = np.zeros_like(flags)
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        kept[start:end] = end - start >= FEWEST
    return kept


def _says_something(text: str, places: NDArray[np.int64]) -> bool:
    """Whether there are two different letters, or digits: one sign again and again is a line or a row of pictures."""
    signs = {text[place].casefold() for place in places}
    return len(signs) > 1 or any(sign.isdigit() for sign in signs)


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
