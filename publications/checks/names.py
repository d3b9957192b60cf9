"""Whether the name or title of a file says too much: a person's name, a path, a computer's user."""

import re

from publications.checks.contacts import EMAIL, POSTCODE
from publications.checks.forenames import FORENAMES, NO_SURNAMES, WORDS_TOO
from publications.checks.spans import plain

PATH = re.compile(
    r"(?i)(?:^|[\s\"'(:])(?:[a-z]:[\\/]|\\\\[\w.-]+\\|/(?:home|users|mnt|media|volumes|srv|var|private)/|~/|file:)"
)
FROM_PROGRAM = re.compile(
    r"(?i)^(?:microsoft (?:word|powerpoint|excel) - |untitled\b|document\d*$|.*\.(?:docx?|odt|rtf|indd|pub|tmp)$)"
)
MARKED = re.compile(
    r"(?i)(?<![a-z])(?:drafts?|tracked|unredacted|un-redacted|not redacted|confidential|restricted|names)(?![a-z])"
)
TOKEN = re.compile(r"[A-Za-z][A-Za-z'-]*|\d+")
INITIAL_AND_SURNAME = re.compile(r"(?<!\w)[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z][a-z]{2,}(?!\w)")


def file_name_kinds(name: str) -> set[str]:
    """What is wrong with what an uploaded file was called: "name_in_file_name", "marking_in_file_name"."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    found = {"name_in_file_name"} if tells_of_person(stem) else set()
    return found | ({"marking_in_file_name"} if MARKED.search(stem.replace("_", " ")) else set())


def title_kinds(title: str) -> set[str]:
    """What is wrong with a document's own title: "name_in_title", "path_in_title", "title_from_program"."""
    found = {"path_in_title"} if PATH.search(title) else set()
    if FROM_PROGRAM.search(title):
        found.add("title_from_program")
    if tells_of_person(re.sub(r"(?i)^microsoft \w+ - |\.[a-z]{3,4}$", "", title)):
        found.add("name_in_title")
    return found


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
