"""A few lines of a text round the words that were looked for, with those words marked."""

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from publications.folding import tidy, word_places
from publications.sql import rows

WIDTH, BEFORE = 34, 8  # words in an excerpt, and of them before the first that is marked
LONGEST_TEXT = 30_000  # signs
LONGEST_SIGN = 3  # of what stands before the first word and after the last, such as ...

Parts = list[tuple[str, bool]]

# The numbers of the words of some texts that were looked for.
MARKED = """
SELECT ARRAY(
    SELECT DISTINCT position
    FROM unnest(to_tsvector('site_words', search_text(given.text))) AS word, unnest(word.positions) AS position
    WHERE word.lexeme = ANY (%(words)s)
)
FROM unnest(%(texts)s::text[]) WITH ORDINALITY AS given(text, place) ORDER BY place
"""


def excerpts(texts: Sequence[str], words: Sequence[str]) -> list[Parts]:
    """Of each text the part in which most of the words are."""
    tidied = [tidy(text[:LONGEST_TEXT]) for text in texts]
    found = rows(MARKED, words=list(words), texts=tidied)
    return [excerpt(text, marked) for text, (marked,) in zip(tidied, found, strict=True)]


def best_excerpts(groups: Sequence[Sequence[str]], words: Sequence[str]) -> list[Parts]:
    """Of each group of texts an excerpt of the one in which most words are, the first of several."""
    found = iter(excerpts([text for group in groups for text in group], words))
    return [max(list(islice(found, len(group))), key=marks_in, default=[]) for group in groups]


def marks_in(parts: Parts) -> int:
    """How many pieces of an excerpt are marked."""
    return sum(is_marked for _text, is_marked in parts)


def excerpt(text: str, marked: Iterable[int]) -> Parts:
    """The part of a tidy text in which most of the marked words are, as (text, whether it is marked) pairs.

    `marked` are the numbers of words from 1, as PostgreSQL counts them.
    """
    places = word_places(text)
    hits = sorted({number - 1 for number in marked if 0 < number <= len(places)})
    if not places:
        return []
    first = best_start(hits)
    last = min(first + WIDTH, len(places))
    parts = pieces(text, places[first:last], {hit - first for hit in hits})
    start, end = ("… " if first else ""), (" …" if last < len(places) else "")
    return joined([(start, False), *parts, (end, False)])


def best_start(hits: Sequence[int]) -> int:
    """The number of the first word of the stretch that holds the most hits."""
    reach = WIDTH - BEFORE
    counts = [(sum(hit <= other < hit + reach for other in hits), -hit) for hit in hits]
    return max(0, -max(counts)[1] - BEFORE) if counts else 0


def pieces(text: str, places: Sequence[tuple[int, int]], hits: set[int]) -> Parts:
    """The words of a stretch with what stands between them; blanks and line ends as one blank."""
    first, last = places[0][0], places[-1][1]
    before = text[:first].rpartition(" ")[2].rpartition("\n")[2]
    after = text[last : last + LONGEST_SIGN].split(maxsplit=1)
    found: Parts = [(before[-LONGEST_SIGN:], False)]
    for number, ((begin, end), (following, _)) in enumerate(pairwise([*places, (last, 0)])):
        found.append((text[begin:end], number in hits))
        found.append((one_blank(text[end:following]), False))
    return [*found, (after[0] if after and not text[last].isspace() else "", False)]


def one_blank(between: str) -> str:
    """What stands between two words, on one line."""
    words = " ".join(between.split())
    return f"{' ' * between[:1].isspace()}{words}{' ' * (between[-1:].isspace() and bool(words))}"


def joined(parts: Parts) -> Parts:
    """The same with as few parts as there can be."""
    found: Parts = []
    for text, is_marked in parts:
        if found and found[-1][1] is is_marked:
            found[-1] = (found[-1][0] + text, is_marked)
        elif text:
            found.append((text, is_marked))
    return found
