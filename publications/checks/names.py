"""Whether the name or the title of a file says too much: a person's name, or that it is not the one to publish."""

import re

from publications.checks.contacts import EMAIL, POSTCODE
from publications.checks.findings import Finding
from publications.checks.forenames import FORENAMES, NO_SURNAMES, WORDS_TOO
from publications.checks.spans import plain

MARKED = re.compile(
    r"(?i)(?<![a-z])(?:drafts?|tracked|unredacted|un-redacted|not redacted|confidential|restricted|names)(?![a-z])"
)
TOKEN = re.compile(r"[A-Za-z][A-Za-z'-]*|\d+")
INITIAL_AND_SURNAME = re.compile(r"(?<!\w)[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z][a-z]{2,}(?!\w)")


def of_file_name(name: str) -> tuple[Finding, ...]:
    """What is wrong with what an uploaded file was called."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    named = [Finding("name_in_file_name")] if tells_of_person(stem) else []
    marked = [Finding("marking_in_file_name")] if MARKED.search(stem.replace("_", " ")) else []
    return (*named, *marked)


def tells_of_person(text: str) -> bool:
    """Whether it has a forename of the list, an initial with a surname, an e-mail address or a postcode in it."""
    even = plain(text)
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])|[_+~%/\\]+|(?<=\w)[-.](?=\w)", " ", even)
    if EMAIL.search(even) or POSTCODE.search(spread) or INITIAL_AND_SURNAME.search(even):
        return True
    words = TOKEN.findall(spread)
    return any(is_forename(word, after) for word, after in zip(words, [*words[1:], ""], strict=False))


def is_forename(word: str, after: str) -> bool:
    """Whether a word is a forename; one that is an ordinary word too needs a surname after it."""
    name = word.lower().removesuffix("'s")
    if name in WORDS_TOO:
        return after[:1].isupper() and len(after) > 2 and after.lower() not in NO_SURNAMES
    return name in FORENAMES
