"""Looks for the entries of a watch list in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import accumulate

from publications.checks.spans import plain
from publications.checks.watch.dates import dates
from publications.checks.watch.entries import SHORT_FORMS, SPLIT, Entry, folded
from publications.checks.watch.spelling import alike

REACH = 2  # words that may stand between those of an entry: a second name, a comma, "of"


class How(StrEnum):
    """How much of an entry was found."""

    FOUND = "watch_found"
    PART = "watch_part"
    INITIALS = "watch_initials"


@dataclass(frozen=True)
class Match:
    """An entry's line on the list, how much of it was found, and from which to before which word."""

    line: int
    how: How
    first: int
    after: int


@dataclass(frozen=True)
class Token:
    """A word of a text, folded; whether it is written with a capital; which word of the page it is a part of."""

    word: str
    capital: bool
    capitals: bool
    source: int


class Watch:
    """The entries of a list, ready for any number of texts."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = [each for each in entries if not each.date]
        self.dates = [each for each in entries if each.date]
        self.meant = cache(self._meant)

    def matches(self, words: Sequence[str]) -> list[Match]:
        """Everything of the list in the words of a page, in their order; of each entry the surest at each place."""
        tokens = list(tokens_of(words))
        found = [*self._names(tokens), *self._joined(tokens), *self._initials(tokens), *self._dates(words)]
        return surest(found)

    def _meant(self, word: str) -> tuple[tuple[Entry, str], ...]:
        """The entries of which a word may be one, each with the word of the entry that it may be."""
        return tuple((each, wanted) for each in self.entries for wanted in each.words if alike(word, wanted))

    def _names(self, tokens: Sequence[Token]) -> Iterator[Match]:
        for place, token in enumerate(tokens):
            for entry, wanted in self.meant(token.word):
                if wanted in entry.name:
                    yield from self._at(entry, wanted, tokens, place)

    def _at(self, entry: Entry, wanted: str, tokens: Sequence[Token], place: int) -> Iterator[Match]:
        """What a word at a place is of an entry, by what stands near it."""
        here = tokens[place]
        used = self._together(entry, wanted, tokens, place)
        sure = here.capital or not entry.capital
        if used and (len(used) > 1 or sure):
            yield Match(entry.line, How.FOUND, tokens[min(used)].source, tokens[max(used)].source + 1)
        elif wanted in entry.telling and (sure or len(entry.words) == 1):
            yield Match(entry.line, How.PART, here.source, here.source + 1)

    def _together(self, entry: Entry, wanted: str, tokens: Sequence[Token], place: int) -> list[int]:
        """Where all words of an entry's name stand near a place: in any order for a person; none if one is missing."""
        reach = len(entry.name) + REACH - 1
        near = range(max(0, place - reach) if entry.is_person else place, min(len(tokens), place + reach + 1))
        if not entry.is_person and wanted != entry.name[0]:
            return []
        used: list[int] = []
        for name in entry.name:
            free = (at for at in near if at not in used and (entry.is_person or at > max(used, default=-1)))
            found = next((at for at in free if self._stands_for(tokens[at], name, entry)), None)
            if found is None:
                return []
            used.append(found)
        return used

    def _stands_for(self, token: Token, name: str, entry: Entry) -> bool:
        """Whether a word is the wanted one, or a person's initial."""
        if entry.is_person and len(token.word) == 1:
            return token.capital and token.word == name[0]
        return any(each is entry and wanted == name for each, wanted in self.meant(token.word))

    def _joined(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Entries whose words are run together or parted otherwise: O Brien and O'Brien, Greenlane, numbers."""
        wanted = defaultdict(list)
        for entry in self.entries:
            wanted[entry.joined].append(entry)
        longest = max(map(len, wanted), default=0)
        for place in range(len(tokens)):
            text = ""
            for after in range(place, min(place + 6, len(tokens))):
                text += tokens[after].word
                for entry in wanted.get(text, ()):
                    if after > place or len(entry.words) > 1:
                        how = (
                            How.FOUND if tokens[place].capital or not entry.capital or not text.isalpha() else How.PART
                        )
                        yield Match(entry.line, how, tokens[place].source, tokens[after].source + 1)
                if len(text) > longest:
                    break

    def _initials(self, tokens: Sequence[Token]) -> Iterator[Match]:
        wanted = defaultdict(list)
        for entry in self.entries:
            if entry.is_person:
                wanted[entry.initials].append(entry.line)
        for place, token in enumerate(tokens):
            text = ""
            for after in range(place, min(place + 4, len(tokens))):
                if not tokens[after].capitals or (after > place and len(tokens[after].word) > 1):
                    break
                text += tokens[after].word
                for line in wanted.get(text, ()):
                    yield Match(line, How.INITIALS, token.source, tokens[after].source + 1)

    def _dates(self, words: Sequence[str]) -> Iterator[Match]:
        if not self.dates:
            return
        text = " ".join(map(plain, words))
        starts = list(accumulate(len(plain(word)) + 1 for word in words))
        for date, start, end in dates(text):
            for entry in self.dates:
                if entry.date and entry.date.agrees(date):
                    how = How.FOUND if date.known >= entry.date.known else How.PART
                    first = sum(before <= start for before in starts)
                    yield Match(entry.line, how, first, sum(before < end for before in starts) + 1)


@lru_cache(maxsize=50_000)
def even(word: str) -> str:
    """A word in plain signs; what PDFium writes for a hyphen at the end of a line is one."""
    return plain(word.replace("\ufffe", "-").replace("\x02", "-"))


def tokens_of(words: Sequence[str]) -> Iterator[Token]:
    """The words of a page, taken apart at hyphens and put together where a line end parted them."""
    texts = [even(word) for word in words]
    carried = ""
    for number, text in enumerate(texts):
        whole = carried + text
        carried = ""
        if len(text) > 2 and text.endswith("-") and text[-2].isalpha() and number + 1 < len(texts):
            carried = whole[:-1]
            continue
        for word, capital, capitals in parts_of(whole):
            yield Token(word, capital, capitals, number)


@lru_cache(maxsize=50_000)
def parts_of(text: str) -> tuple[tuple[str, bool, bool], ...]:
    """The words in what blanks part, folded: whether each begins with a capital, whether it is all in capitals."""
    found = ((folded(match.group()), match.group()) for match in SPLIT.finditer(text))
    return tuple(
        (SHORT_FORMS.get(word, word), written[:1].isupper(), written.isupper()) for word, written in found if word
    )


def surest(matches: Iterable[Match]) -> list[Match]:
    """Of the matches of one entry that overlap, the surest and longest; in the order of the page."""
    order = list(How)
    kept: list[Match] = []
    for match in sorted(matches, key=lambda each: (order.index(each.how), each.first - each.after, each.first)):
        if not any(each.line == match.line and each.first < match.after and match.first < each.after for each in kept):
            kept.append(match)
    return sorted(kept, key=lambda each: (each.first, each.line))
