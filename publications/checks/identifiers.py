"""Numbers that stand for one person or one case: NHS, National Insurance and unique pupil numbers, references."""

import re
from collections.abc import Iterator

from publications.checks.contacts import BOOK_LABEL
from publications.checks.spans import Span

NHS = re.compile(r"(?<![\w.+-])\d{3}[ \n-]?\d{3}[ \n-]?\d{4}(?![\w-]|\.\d)")
NHS_LABEL = re.compile(r"(?i)\b(?:NHS|CHI|H\s?&\s?C)\b[\s\w().:#-]{0,20}$")
NI_AFTER_LABEL = r"(?i:\b(?:N\.?I\.?(?:N\.?O\.?)?|national\s+insurance)(?:\s+(?:number|no\.?))?[\s:#]+)"
NI = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}(?:[ \n-]?\d{2}){3}[ \n-]?[A-D]|[a-z]{2}\d{6}[a-d])(?![\w-])"
    rf"|{NI_AFTER_LABEL}[A-Za-z]{{2}}(?:[ \n-]?\d{{2}}){{3}}(?:[ \n-]?[A-Da-d])?(?!\w)"
)
UPN = re.compile(r"(?<![\w-])[A-HJ-NP-RT-Z][ -]?\d{3}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[\dA-HJ-NP-RT-Z](?![\w-])")
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # of which the number is the place, without I, O and S
REFERENCE = re.compile(
    r"(?i)\b(?:(?:case|client|child(?:'s)?|court|crime|file|hospital|incident|occurrence|our|patient|person|police"
    r"|pupil|referral|service\s+user|social\s+care|unit|your|CAFCASS|STORM|NICHE|URN)"
    r"\s+(?:reference\s+number|reference|ref\.?|number|num\.?|no\.?|id\.?(?!\w)|urn)(?:\s+no\.?)?"
    r"|(?:reference|ref\.?)\s+(?:number|no\.?)|ref\.?(?=\s*[:#])|reference(?=\s*[:#])"
    r"|(?:URN|CRN|LCS|ICS|mosaic|liquidlogic|care\s?first|protocol)\s*(?:id|no\.?|number)?)"
    r"\s*[:#]?(?:\s+(?:is|was))?\s*"
    r"(?P<token>(?:(?-i:[A-Z]{1,5})\s)?[A-Z0-9/.-]*\d[A-Z0-9/.-]*(?:\s[A-Z0-9/.-]*\d[A-Z0-9/.-]*){0,2})"
)
# Children's cases of the family courts: the court's two letters, the year, the kind, a number.
COURT_CASE = re.compile(r"(?<![\w/-])[A-Z]{2}\d{2}[A-Z]\d{5}(?![\w/-])")
YEARS = re.compile(r"(?:19|20)\d\d(?:[-/](?:(?:19|20)?\d\d))?")


def nhs_numbers(text: str) -> Iterator[Span]:
    """Ten digits whose last is right by modulus 11 (NHS Data Dictionary), in the ranges in use or after their label.

    Numbers of books are made in the very same way: without a label, what begins as English ones do is left out.
    """
    for match in NHS.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        before = text[max(0, match.start() - 40) : match.start()]
        labelled = bool(NHS_LABEL.search(before))
        if BOOK_LABEL.search(before) or len(set(digits)) == 1:
            continue
        if modulus_11(digits) and (labelled or digits[0] in "345679"):
            yield Span("nhs_number", *match.span())
        elif labelled:
            yield Span("nhs_number_like", *match.span())


def modulus_11(digits: str) -> bool:
    """Whether the tenth digit is the check digit of the nine before it."""
    rest = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return (11 - rest) % 11 == int(digits[9])


def insurance_numbers(text: str) -> Iterator[Span]:
    """Two letters, six digits, a letter from A to D; without that letter only after its label."""
    for match in NI.finditer(text):
        yield Span("insurance_number", *match.span())


def pupil_numbers(text: str) -> Iterator[Span]:
    """Unique pupil numbers, permanent and temporary, whose first letter is right (Department for Education)."""
    for match in UPN.finditer(text):
        if upn_is_right(re.sub(r"[ -]", "", match.group())):
            yield Span("pupil_number", *match.span())


def upn_is_right(number: str) -> bool:
    """Whether the check letter, the first, is that of the twelve characters after it: weights 2 to 13, modulus 23."""
    values = [int(char) if char.isdigit() else UPN_LETTERS.index(char) for char in number[1:]]
    total = sum(value * weight for value, weight in zip(values, range(2, 14), strict=True))
    return UPN_LETTERS[total % 23] == number[0]


def references(text: str) -> Iterator[Span]:
    """What follows "case reference", "our ref" and the like, with three digits at least; numbers of court cases."""
    for match in REFERENCE.finditer(text):
        token = match.group("token").rstrip("./-")
        if is_reference(token):
            yield Span("reference", match.start("token"), match.start("token") + len(token))
    for match in COURT_CASE.finditer(text):
        yield Span("reference", *match.span())


def is_reference(token: str) -> bool:
    """Whether it is more than the number of a chapter or a year: four digits, or three beside a letter."""
    without_years = YEARS.sub("", token)
    digits = sum(char.isdigit() for char in token)
    return bool(without_years.strip(" /-.")) and digits + any(char.isalpha() for char in token) >= 4
