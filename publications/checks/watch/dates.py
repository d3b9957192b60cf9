"""Dates in any usual form, so that "3rd of April 2015" on a list is found as "03/04/15" on a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = "january february march april may june july august september october november december"
_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = """
tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
MONTHS = [name[:3] for name in _MONTHS.split()]
_MONTH = "|".join([*_MONTHS.split(), "sept", *MONTHS])
_TWENTIES = [f"twenty-{unit}" for unit in _UNITS.split()]
ORDINALS = [*_UNITS.split(), *_TEENS.split(), *_TWENTIES, "thirtieth", "thirty-first"]
_DAY = rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?|(?P<o>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))"
FORMS = [
    re.compile(rf"(?i)(?<![\w/.-]){form}(?![\w/-]|\.\d)")
    for form in (
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>\d{4}|\d{2})",
        rf"{_DAY}(?:\s+day)?(?:\s+of)?[\s-]+(?P<n>{_MONTH})\.?(?:,?[\s-]+(?P<y>\d{{4}}|'?\d{{2}}))?",
        rf"(?P<n>{_MONTH})\.?\s+(?:the\s+)?{_DAY}(?:,?\s+(?P<y>\d{{4}}))?",
        rf"(?P<n>{_MONTH})\.?,?\s+(?:of\s+)?(?P<y>\d{{4}})",
        r"(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)",
    )
]


@dataclass(frozen=True)
class Date:
    """A day, or what is known of it; a year of two digits may be of any century."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    short_year: bool = False

    @property
    def known(self) -> int:
        """How many of its three parts are known."""
        return sum(part is not None for part in (self.year, self.month, self.day))

    def agrees(self, other: "Date") -> bool:
        """Whether both may be the same day: what both know is the same, and that is two parts at least."""
        pairs = [(self.month, other.month), (self.day, other.day)]
        shared = [(one, two) for one, two in pairs if one is not None and two is not None]
        if self.year is not None and other.year is not None:
            short = self.short_year or other.short_year
            shared.append((self.year % 100, other.year % 100) if short else (self.year, other.year))
        return len(shared) >= 2 and all(one == two for one, two in shared)


def dates(text: str) -> Iterator[tuple[Date, int, int]]:
    """Every date in a text, with where it stands; the longest reading of each."""
    taken: list[tuple[int, int]] = []
    for form in FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            date = _date(match)
            if date is not None:
                taken.append((start, end))
                yield date, start, end


def the_date(text: str) -> Date | None:
    """The date that a text is, and nothing else; None for any other text."""
    found = list(dates(text))
    if len(found) != 1:
        return None
    date, start, end = found[0]
    rest = re.sub(r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the)\b|[\s,.]", "", text[:start] + text[end:])
    return None if rest else date


def _date(match: re.Match[str]) -> Date | None:
    parts = match.groupdict()
    name, ordinal, year = parts.get("n"), parts.get("o"), (parts.get("y") or "").lstrip("'")
    month = MONTHS.index(name[:3].lower()) + 1 if name else _number(parts.get("m"))
    day = ORDINALS.index(ordinal.lower()) + 1 if ordinal else _number(parts.get("d"))
    if not 1 <= (month or 1) <= 12 or not 1 <= (day or 1) <= 31:
        return None
    return Date(_number(year), month, day, short_year=len(year) == 2)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
