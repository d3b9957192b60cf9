"""What is wrong with a spreadsheet, each with its place and with what to do."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: the line as the spreadsheet program counts it (0: the whole file), the column, what to do."""

    line: int
    column: str
    sentence: str

    def __str__(self) -> str:
        where = ", ".join(filter(None, [f"line {self.line}" if self.line else "the file", self.column]))
        return f"{where}: {self.sentence}"


class ImportRefused(Exception):  # noqa: N818 - as errors.Refused
    """A spreadsheet that can't be imported; nothing of it was."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)


def refuse_file(sentence: str) -> ImportRefused:
    """The refusal of a whole file."""
    return ImportRefused([Problem(0, "", sentence)])
