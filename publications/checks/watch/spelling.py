"""How far a word may be from the one on the list and still be meant."""

import re

from rapidfuzz.distance import OSA

# Letters that are written for each other in names: Katherine and Catherine, Steven and Stephen, Jon and John.
SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph|v", "f"),
        ("ck|c(?![eiy])|q", "k"),
        ("c(?=[eiy])|z", "s"),
        ("j|g(?=[eiy])", "g"),
        ("y|ie|ee|ey", "i"),
        ("ae|e(?=i)", "e"),
        ("th", "t"),
        ("(?<=[a-z])h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
    )
]


def allowed(length: int) -> int:
    """So many slips of the pen are taken for a word of this length."""
    return 0 if length <= 3 else 1 if length <= 6 else 2


def alike(word: str, wanted: str) -> bool:
    """Whether a word of a text may be the one on the list, misspelt: both folded.

    A slip is a letter too many, too few, another or two changed about (rapidfuzz's optimal string alignment). The first
    letter must be the same, unless both sound the same; in four letters none may be another. Digits must be the same.
    """
    if word == wanted:
        return True
    short = min(len(word), len(wanted))
    most = allowed(short)
    if not most or abs(len(word) - len(wanted)) > most or any(char.isdigit() for char in word + wanted):
        return False
    slips = OSA.distance(word, wanted, score_cutoff=most)
    if word[0] == wanted[0] and slips <= most and (short > 4 or len(word) != len(wanted)):
        return True
    return OSA.distance(sound(word), sound(wanted)) <= (short >= 8)


def sound(word: str) -> str:
    """Roughly how a word sounds."""
    for pattern, letters in SOUNDS:
        word = pattern.sub(letters, word)
    return word
