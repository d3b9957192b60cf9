"""What somebody typed, as a question: words, "whole phrases", -words to leave out, and OR."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import combinations

MOST_SIGNS = 300
MOST_WORDS = 32

_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'))
_POSSESSIVE = re.compile("['`\u2018\u2019\u02bc\u00b4\uff07]s\\b", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """Words that stand together: one after the other in a phrase, else all of them somewhere."""

    words: str
    is_phrase: bool = False


@dataclass(frozen=True)
class Question:
    """All of the groups are looked for, of each one clause at least, and none of what is left out."""

    groups: tuple[tuple[Clause, ...], ...] = ()
    without: tuple[Clause, ...] = field(default=())

    @property
    def clauses(self) -> list[Clause]:
        """Every clause, in order."""
        return [*(clause for group in self.groups for clause in group), *self.without]


def readable(asked: str) -> str:
    """What was asked, as far as a person would have typed it: no control signs, and not a whole book."""
    words = "".join(sign if sign.isprintable() else " " for sign in asked[:MOST_SIGNS]).split()
    return " ".join(words[:MOST_WORDS])


def question(asked: str) -> Question:
    """What was meant; whatever was typed means something, if only nothing."""
    groups: list[tuple[Clause, ...]] = []
    without: list[Clause] = []
    joins = False
    for found in _PART.finditer(readable(asked).translate(_QUOTES)):
        if found["word"] and found["word"].upper() == "OR":
            joins = bool(groups)
            continue
        clause = _clause(found)
        if found["minus"]:
            without.append(clause)
        elif joins:
            groups[-1] += (clause,)
        else:
            groups.append((clause,))
        joins = False
    return Question(tuple(groups), tuple(without))


def _clause(found: re.Match[str]) -> Clause:
    if found["phrase"] is not None:
        return Clause(found["phrase"].strip(), is_phrase=True)
    return Clause(_POSSESSIVE.sub("", found["word"]))


def fewer(count: int, known: Collection[int]) -> Iterator[list[tuple[int, ...]]]:
    """Which of `count` groups to ask for where nothing has all of them: all but one, then any two.

    Only those of the `known`, which something has, are worth asking for.
    """
    if count >= 3 and len(known) >= count - 1:
        yield [some for some in combinations(range(count), count - 1) if set(some) <= set(known)]
    if count >= 4 and len(known) >= 2:
        yield list(combinations(sorted(known), 2))
