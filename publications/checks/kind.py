"""What may be wrong with a file: how grave it is, how it is told, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is: whether it stops a sign-off (rule R13)."""

    BLOCKING = "blocking"
    LOOK = "look"
    NOTE = "note"


@dataclass(frozen=True)
class Kind:
    """One kind of finding.

    `sentence` says what it is and `advice` what to do, in plain words and without a word of the file.
    `why` says why it is as grave as it is. A `cleanable` one a clean copy takes out. An `unreadable` one means that
    the file could not be looked into to its end: nobody may overrule it.
    """

    severity: Severity
    sentence: str
    advice: str
    why: str
    cleanable: bool = False
    unreadable: bool = False
