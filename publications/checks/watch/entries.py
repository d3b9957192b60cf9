"""The lines of a watch list, each made ready to be looked for."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from publications.checks.spans import plain
from publications.checks.watch.dates import Date, the_date

MOST_LINES = 300
LONGEST = 200
SPLIT = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# What kind of place it is: the name is the rest.
_KINDS_OF_PLACE = """
academy centre church clinic college community foster general health home hospital house infant junior kindergarten
nursery playgroup practice pre preschool primary prison school secondary surgery university
"""
# Words that many names share: none of them tells which place it is when it stands alone.
_SHARED = """
and at avenue caravan care cathedral catholic chapel children childrens close cottage county court crescent cross
drive east estate farm fields first flats gardens green grove high hill island lane lodge lower manor mews middle mill
new north oak of old park place road royal saint south sports square street terrace the town upper valley view village
walk way west
"""
KINDS_OF_PLACE, SHARED = frozenset(_KINDS_OF_PLACE.split()), frozenset(_SHARED.split())
SHORT_FORMS = {
    "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "dr": "drive", "cl": "close", "cres": "crescent",
    "sq": "square", "gdns": "gardens", "sch": "school", "pri": "primary", "hosp": "hospital", "st": "saint",
    "street": "saint", "center": "centre", "mt": "mount", "jnr": "junior", "inf": "infant", "infants": "infant",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A line of the list, numbered from 1: a date, or words. `capital`: it was typed with capital letters."""

    line: int
    words: tuple[str, ...]
    capital: bool = True
    date: Date | None = None

    @cached_property
    def name(self) -> tuple[str, ...]:
        """The words that must be there: without "school" and the like, if others are left."""
        return tuple(word for word in self.words if word not in KINDS_OF_PLACE) or self.words

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that tell something even alone."""
        least = 3 if self.is_person else 4
        return frozenset(
            word for word in self.name if len(word) >= least and word.isalpha() and word not in SHARED
        ) or frozenset(self.words if len(self.words) == 1 else ())

    @property
    def joined(self) -> str:
        """Its words without what parts them."""
        return "".join(self.words)

    @cached_property
    def is_person(self) -> bool:
        """Whether it reads as the name of a person: two to four words, letters only, none shared by places."""
        letters = all(word.isalpha() and len(word) > 1 for word in self.words)
        return 2 <= len(self.words) <= 4 and letters and not {*self.words} & (KINDS_OF_PLACE | SHARED)

    @property
    def initials(self) -> str:
        """The first letters of a person's names."""
        return "".join(word[0] for word in self.words)


def entries(text: str) -> list[Entry]:
    """The lines of a list, the empty ones left out; those beyond `MOST_LINES` are refused by the form already."""
    numbered = enumerate(text.splitlines()[:MOST_LINES], start=1)
    found = [entry(number, line[:LONGEST]) for number, line in numbered]
    return [each for each in found if each.words or each.date]


def entry(line: int, text: str) -> Entry:
    """One line."""
    even = plain(text).strip()
    if date := the_date(even):
        return Entry(line, (), date=date)
    if match := re.fullmatch(r"([^,]+),\s*([^,]+)", even):  # "Smith, Jamie"
        even = f"{match[2]} {match[1]}"
    words = [folded(match.group()) for match in SPLIT.finditer(even)]
    return Entry(line, tuple(SHORT_FORMS.get(word, word) for word in words if word), capital=even != even.lower())


def folded(word: str) -> str:
    """A word in small letters, without accents, apostrophes and the possessive s."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    bare = re.sub(r"'s$|(?<=s)'$", "", bare)
    return "".join(char for char in bare if char.isalnum())
