"""Ways to a person: e-mail addresses, telephone numbers, postcodes, addresses, dates of birth."""

import re
from collections.abc import Iterator

import phonenumbers

from publications.checks.spans import Span

EMAIL = re.compile(
    r"(?i)(?<![\w.+-])[\w.+'-]+(?:@|\s?[(\[]\s?at\s?[)\]]\s?)[a-z0-9-]+(?:(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?)[a-z0-9-]+)+"
)
# The grouping is anyone's; ten or eleven digits with the first 0 (Ofcom's numbering plan), Childline has eight.
UK_PHONE = re.compile(
    r"(?<![\w+/-])(?<!\d[.,])(?:(?:\+|00)\s?44[\s.-]*(?:\(0\)[\s.-]*)?\(?|\(?0)"
    r"(?=[1-9])\d{2,4}\)?(?:[ \n.-]{0,2}\d{2,8}){1,4}"
)
FOREIGN_PHONE = re.compile(r"(?<!\w)(?:\+|00)[1-9]")
OF_ORGANISATIONS = ("3", "80", "84", "87")
SHORT = ("1", "500", "800")  # where a number may have nine digits after the 0
BOOK_LABEL = re.compile(r"(?i)\b(?:ISBN(?:-1[03])?|ISSN)\b[\s:]*$")

_AREAS = """
AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G
GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL
OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN
WR WS WV YO ZE
"""
_AREA = "|".join(sorted(_AREAS.split(), key=len, reverse=True))
_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
POSTCODE = re.compile(
    rf"(?<![\w/-])(?:(?:{_AREA})(?:\d\d?|\d[A-Z])[ \n]?{_INWARD}|GIR[ \n]?0AA|BFPO[ \n]?\d{{1,4}}"
    rf"|(?i:(?:{_AREA})(?:\d\d?|\d[A-Z])[ \n](?!1st|2nd|3rd|\dth){_INWARD}))(?![\w/-])"
)
ROADS = "Avenue|Ave|Boulevard|Crescent|Drive|Grove|Lane|Mews|Rd|Road|Street|Terrace"
# Words that end a street's name and many a heading too: only where nothing with a capital follows.
PLACES = "Close|Court|Gardens|Gate|Green|Hill|Park|Parade|Place|Quay|Row|Square|St|View|Walk|Way|Wharf|Yard"
COURTS = "Family|Crown|County|High|Magistrates'?|Supreme|Youth|Coroner'?s'?"
MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_NUMBER = rf"(?:No\.?\s?)?(?!(?:19|20)\d\d\b)\d{{1,4}}[A-Za-z]?(?:-\d{{1,4}})?,?\s+(?!{MONTHS}\b)"
_NAME = r"(?:(?:[A-Z][A-Za-z'.]+|of|the|upon)[\s-]+){1,4}?"
_ENDS = r"(?=\s*(?:[,.;:)\n]|$)|\s+[a-z(])"
ADDRESS = re.compile(
    rf"(?<![\w/.-])(?:{_NUMBER}(?:{_NAME}(?:{ROADS}|{ROADS.upper()})\b(?!\s+(?:House|Hospital|School|Surgery|Children))"
    rf"|(?!(?:{COURTS})\s){_NAME}(?:{PLACES}|{PLACES.upper()})\b{_ENDS}|The\s+(?:{PLACES})\b{_ENDS})"
    r"|(?:Flat|Apartment|Apt\.?)\s+\d{1,4}[A-Za-z]?,\s+(?:[A-Z][a-z']+\s+){1,3}(?:House|Court|Point|Tower|Heights)\b)"
)
DATE = (
    r"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s-]+{MONTHS}\.?,?(?:[\s-]+(?:\d{{4}}|'?\d{{2}}))?(?!\w)"
    rf"|{MONTHS}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}(?!\d))"
)
MONTH_AND_YEAR = rf"(?:{MONTHS}\.?,?\s+(?:of\s+)?\d{{4}}(?!\d)|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/]))"
DAY_OF_WEEK = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?"
_LABEL = r"(?:d\.?\s?o\.?\s?b\b\.?|dates?(?:/s|\(s\))?\s+of\s+birth|birth\s?date|birthday)"
BIRTH = re.compile(
    r"(?i)(?<!\w)(?:"
    rf"{_LABEL}[\s:=(,-]*(?:is|was|of|on)?[\s:(]*{DAY_OF_WEEK}(?:{DATE}|{MONTH_AND_YEAR}|\d{{8}}(?!\d)|\d{{6}}(?!\d))"
    rf"|{_LABEL}[^.\n]{{0,60}}\n[^.\n]{{0,60}}?(?<!\d){DATE}"
    rf"|(?:born|\(b\.?|birth)\s*(?:[:,]\s*)?(?:[\w\s'-]{{0,40}}?\bon\s+)?{DAY_OF_WEEK}{DATE}"
    rf"|born\s+(?:[\w\s'-]{{0,40}}?\b)?(?:early\s+|late\s+|mid[\s-])?(?:in\s+)?{MONTH_AND_YEAR})"
)


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses, also those written with (at) and (dot)."""
    for match in EMAIL.finditer(text):
        yield Span("email", *match.span())


def phones(text: str) -> Iterator[Span]:
    """British telephone numbers in any grouping, numbers kept for drama included, and foreign ones after a plus.

    999, 101 and 111 are for everybody. Numbers that only organisations have are told apart.
    """
    for match in UK_PHONE.finditer(text):
        if end := end_of_number(text, match):
            digits = national(text[match.start() : end])
            kind = "phone_of_organisation" if digits.startswith(OF_ORGANISATIONS) else "phone"
            yield Span(kind, match.start(), end)
    if FOREIGN_PHONE.search(text):
        for found in phonenumbers.PhoneNumberMatcher(text, "GB"):
            if found.number.country_code != 44:
                yield Span("phone", found.start, found.end)


def end_of_number(text: str, match: re.Match[str]) -> int | None:
    """Where the telephone number in a row of groups of digits ends; None if none of its beginnings is one."""
    ends = [match.start() + group.end() for group in re.finditer(r"\d+(?!\w)", match.group())]
    if text[match.end() : match.end() + 1].isalnum():
        ends = ends[:-1]
    fits = {len(national(text[match.start() : end])): end for end in ends}
    if national(match.group()).startswith("8001111"):
        return fits.get(7)
    short = fits.get(9) if national(match.group()).startswith(SHORT) else None
    end = fits.get(10) or short
    return end if end and not BOOK_LABEL.search(text[max(0, match.start() - 20) : match.start()]) else None


def national(number: str) -> str:
    """The digits of a British number without 0, 00 44 or +44."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    return re.sub(r"^(?:0044|44)", "", digits) if number.startswith(("+", "00")) else digits.lstrip("0")


def postcodes(text: str) -> Iterator[Span]:
    """Postcodes in an area that there is."""
    for match in POSTCODE.finditer(text):
        yield Span("postcode", *match.span())


def addresses(text: str) -> Iterator[Span]:
    """A number and the name of a street."""
    for match in ADDRESS.finditer(text):
        yield Span("address", *match.span())


def births(text: str) -> Iterator[Span]:
    """A date, or a month with its year, that is said to be of a birth; a year alone is not."""
    for match in BIRTH.finditer(text):
        yield Span("birth_date", *match.span())
