"""Findings and actions as a spreadsheet: what is written there can be read in again and is the same."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import TextChoices

from lscb_site.partial_dates import PartialDate, to_partial_date
from lscb_site.spreadsheets import csv_lines, read_cell
from publications.importing import table
from publications.importing.problems import ImportRefused, Problem, refuse_file
from publications.importing.table import Row
from publications.learning.lines import ActionLine, FindingLine, Key, too_much
from publications.models.learning import LONGEST_TEXT, NUMBER, NUMBER_HINT, tidy
from publications.terms import ActionStatus, FindingKind

OF_FINDING = {"finding_or_recommendation": "text", "for_whom": "addressed_to", "response": "response"}
OF_ACTION = {"action": "text", "owner": "owner", "impact": "impact"}
DATES = {"status_since": "status_on", "by_when": "due"}
COLUMNS = (
    "type", "number", "finding_or_recommendation", "for_whom", "response",
    "action", "owner", "status", "status_since", "by_when", "impact",
)  # fmt: skip
REQUIRED = ("type", "number", "finding_or_recommendation")
LONGEST = dict.fromkeys(COLUMNS, LONGEST_TEXT) | {"for_whom": 300, "owner": 200}
MOST_BYTES = 1_000_000
MOST_LINES = 500
IN_EXCEL = re.compile(r"((?P<day>\d{1,2})-)?(?P<month>[a-z]{3,9})-(?P<year>\d{2}|\d{4})", re.ASCII | re.IGNORECASE)
Choice = TypeVar("Choice", bound=TextChoices)


def heading(column: str) -> str:
    """A column as its first line names it."""
    return column.replace("_", " ").capitalize()


def written(findings: list[FindingLine]) -> bytes:
    """A CSV file with a line an action, or a finding without one; a finding's text stands in its first line."""
    lines = csv_lines([heading(column) for column in COLUMNS], [row for each in findings for row in _rows(each)])
    return b"".join(lines)


def _rows(finding: FindingLine) -> Iterator[list[str]]:
    texts = [finding.text, finding.addressed_to, finding.response]
    for action in finding.actions or [None]:
        yield [finding.kind.label, _as_text(finding.number), *texts, *_cells(action)]
        texts = ["", "", ""]


def _as_text(number: str) -> str:
    """A number that no spreadsheet program shortens: 3.10 would come back as 3.1."""
    return f"'{number}" if re.fullmatch(r"\d+\.\d*0|0\d.*", number) else number


def _cells(action: ActionLine | None) -> list[str]:
    if action is None:
        return [""] * 6
    dates = [date.words() if date else "" for date in (action.status_on, action.due)]
    return [action.text, action.owner, action.status.label, *dates, action.impact]


def text_of(content: bytes) -> str:
    """The text of an uploaded file; ImportRefused if it is none, or too much."""
    if len(content) > MOST_BYTES:
        raise refuse_file(
            "This file is larger than 1 MB, far more than findings and actions need. Choose the right one."
        )
    if b"\0" in content or content.startswith(b"PK"):
        raise refuse_file("This is not a CSV file. In the spreadsheet program, save it as “CSV UTF-8 (.csv)”.")
    text = table.text_of(content)
    if "\ufffd" in text:
        raise refuse_file("Some letters of this file can't be read. Save it again as “CSV UTF-8 (.csv)”.")
    return text


def is_unicode(content: bytes) -> bool:
    """Whether the file says its letters as today's programs do; else somebody should look at accents and quotes."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def read(text: str) -> list[FindingLine]:
    """What a spreadsheet says; ImportRefused with every mistake, its line and its column."""
    try:
        rows = list(table.rows(text, columns=COLUMNS, required=REQUIRED, tidied=lambda cell: read_cell(tidy(cell))))
    except ImportRefused as refused:
        raise ImportRefused([_named(problem) for problem in refused.problems]) from refused
    if not rows:
        raise refuse_file("There is no line below the first. To take findings away, remove each on its own screen.")
    if len(rows) > MOST_LINES:
        raise refuse_file(f"There are more than {MOST_LINES} lines. Choose the right file.")
    reader = Reader()
    for row in rows:
        reader.add(row)
    if problems := [*reader.problems, *reader.without_text()]:
        raise ImportRefused(sorted(_named(problem) for problem in problems))
    findings = reader.findings()
    if sentence := too_much(sum(finding.size for finding in findings)):
        raise refuse_file(sentence)
    return findings


def _named(problem: Problem) -> Problem:
    """With the columns as the first line of the file names them."""
    sentence = problem.sentence.replace(", ".join(COLUMNS), ", ".join(map(heading, COLUMNS)))
    return Problem(problem.line, heading(problem.column) if problem.column in COLUMNS else problem.column, sentence)


class Reader:
    """Gathers the lines of each finding, and every mistake."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.texts: dict[Key, dict[str, str]] = {}
        self.first_lines: dict[Key, int] = {}
        self.actions: dict[Key, list[ActionLine]] = {}

    def add(self, row: Row) -> None:
        """One line."""
        before = len(self.problems)
        cell = Cells(row, self.problems)
        kind, number = cell.choice("type", FindingKind), cell.number()
        cell.check_lengths()
        action = cell.action()
        if kind is None or len(self.problems) > before:
            return
        key = (kind, number)
        self.first_lines.setdefault(key, row.number)
        self.actions.setdefault(key, []).extend([action] if action else [])
        self._add_texts(key, row)

    def _add_texts(self, key: Key, row: Row) -> None:
        texts = self.texts.setdefault(key, {})
        for column, name in OF_FINDING.items():
            said = row.cells[column]
            if said and texts.setdefault(name, said) != said:
                sentence = f"Another line says something else of {key[0].label.lower()} {key[1]}. Leave one empty."
                self.problems.append(Problem(row.number, column, sentence))

    def without_text(self) -> Iterator[Problem]:
        """Findings of which no line has the text."""
        for key, line in self.first_lines.items():
            if not self.texts[key].get("text"):
                sentence = "Write what was found or recommended; its first line is enough."
                yield Problem(line, "finding_or_recommendation", sentence)

    def findings(self) -> list[FindingLine]:
        """What was gathered, in the order of the first line of each."""
        return [FindingLine(*key, **texts, actions=tuple(self.actions[key])) for key, texts in self.texts.items()]  # type: ignore[arg-type]


class Cells:
    """The cells of one line, understood; mistakes go to `problems`."""

    def __init__(self, row: Row, problems: list[Problem]) -> None:
        self.row, self.problems = row, problems

    def __getitem__(self, column: str) -> str:
        return self.row.cells[column]

    def wrong(self, column: str, sentence: str) -> None:
        """Note a mistake."""
        self.problems.append(Problem(self.row.number, column, sentence))

    def choice(self, column: str, choices: type[Choice], *, empty: Choice | None = None) -> Choice | None:
        """One of a list, by its name in any case."""
        said = self[column].casefold()
        if not said and empty:
            return empty
        found = next((each for each in choices if said in {each.label.casefold(), each.value}), None)
        if found is None:
            names = ", ".join(str(each.label) for each in choices)
            self.wrong(
                column, f"“{self[column]}” is not known here. Use one of: {names}." if said else f"Use one of: {names}."
            )
        return found

    def number(self) -> str:
        """The number of the finding."""
        said = self["number"].lstrip("'")
        if not re.fullmatch(NUMBER, said):
            self.wrong("number", NUMBER_HINT)
        return said

    def check_lengths(self) -> None:
        """No text is longer than there is room for."""
        for column, longest in LONGEST.items():
            if len(self[column]) > longest:
                self.wrong(column, f"This text is longer than {longest} characters. Shorten it.")

    def action(self) -> ActionLine | None:
        """The action of this line; None if there is none."""
        others = [column for column in ("owner", "status", *DATES, "impact") if self[column]]
        if not self["action"]:
            if others:
                self.wrong("action", "Say what is done, or leave the cells after this one empty too.")
            return None
        status = self.choice("status", ActionStatus, empty=ActionStatus.NOT_STARTED)
        dates: dict[str, Any] = {name: self.date(column) for column, name in DATES.items()}
        texts: dict[str, Any] = {name: self[column] for column, name in OF_ACTION.items()}
        return ActionLine(status=status, **texts, **dates) if status else None

    def date(self, column: str) -> PartialDate | None:
        """A date as people write it, or as a spreadsheet program rewrites it: 14-Jun-17, Jun-17."""
        said = self[column]
        if found := IN_EXCEL.fullmatch(said):
            year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
            said = f"{found['day'] or ''} {found['month']} {year}".strip()
        try:
            return to_partial_date(said)
        except ValidationError as error:
            self.wrong(column, " ".join(error.messages))
            return None
