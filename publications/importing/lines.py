"""One line of a spreadsheet, understood."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from lscb_site.partial_dates import PartialDate, to_partial_date
from publications.importing.problems import Problem
from publications.importing.table import Row
from publications.models.imports import Outcome
from publications.terms import AnnouncedState, DocumentKind, ReviewType

LONGEST = {"review": 120, "board": 200, "title": 200, "source": 300, "address": 200}
SHORT_TYPES = {
    "lcspr": ReviewType.LCSPR,
    "scr": ReviewType.SCR,
    "sar": ReviewType.SAFEGUARDING_ADULTS,
    "dhr": ReviewType.DOMESTIC_HOMICIDE,
}
STATES: dict[str, tuple[Outcome, str]] = {
    "published": (Outcome.RELEASE, ""),
    "on request": (Outcome.ON_REQUEST, ""),
    **{state.label.lower(): (Outcome.ANNOUNCE, state.value) for state in AnnouncedState},
}
PDF_MAGIC = b"%PDF-"
Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Line:
    """What a line says: `board` is "" for this board; `path` is the file it brings, if any."""

    number: int
    board: str
    review: str
    review_type: str
    kind: str
    title: str
    outcome: Outcome
    state: str
    released: PartialDate | None
    source: str
    reason: str
    address: str
    path: Path | None

    @property
    def document(self) -> tuple[str, str, str, str]:
        """What the same document is known by in another spreadsheet."""
        return (self.board, self.review, self.kind, self.title)


class Mistake(Exception):  # noqa: N818 - a mistake in the spreadsheet, not of ours
    """One cell that can't be used: its column and what to do."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass(frozen=True)
class Reader:
    """Understands the lines of one spreadsheet.

    `own_names` are this board's, in lower case; `folder` holds the files; `today` is the local day of the import;
    `origin` says where a date comes from if the line does not.
    """

    own_names: frozenset[str]
    folder: Path | None
    today: date
    origin: str

    def line(self, row: Row) -> Line | list[Problem]:
        """The line, or everything that is wrong with it."""
        problems: list[Problem] = []

        def tried(cell: Callable[[dict[str, str]], Any]) -> Any:
            try:
                return cell(row.cells)
            except Mistake as mistake:
                problems.append(Problem(row.number, mistake.column, str(mistake)))
                return None

        meant: Any = tried(state_of) or (None, "")
        outcome, state = meant
        values: dict[str, Any] = {
            "board": tried(self.board),
            "review": tried(review_label),
            "review_type": tried(review_type),
            "kind": tried(kind),
            "released": tried(self.released),
            "path": tried(self.path),
        }
        problems += [Problem(row.number, column, sentence) for column, sentence in self.whole(row.cells, state)]
        if problems:
            return sorted(problems)
        values |= {name: row.cells[name] for name in ("title", "reason", "address")}
        source = (row.cells["source"] or self.origin) if values["released"] else ""
        if outcome is Outcome.RELEASE and not values["path"]:
            outcome = Outcome.AWAIT_FILE
        return Line(number=row.number, outcome=outcome, state=state, source=source, **values)

    def board(self, cells: dict[str, str]) -> str:
        """The body that published it; "" for this board."""
        return "" if cells["board"].casefold() in self.own_names else cells["board"]

    def released(self, cells: dict[str, str]) -> PartialDate | None:
        """When it was first public, as precisely as the line says."""
        try:
            known = to_partial_date(cells["released"])
        except ValidationError as error:
            raise Mistake("released", " ".join(error.messages)) from error
        if known and known.first_day() > self.today:
            raise Mistake(
                "released", "This day is still to come. Leave out what is not public yet, or correct the date."
            )
        return known

    def path(self, cells: dict[str, str]) -> Path | None:
        """The file it brings."""
        name = cells["file"]
        if not name:
            return None
        if self.folder is None:
            raise Mistake("file", "Say where the files are: --files FOLDER.")
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise Mistake("file", "This name leads out of the folder of files. Put the file into the folder.")
        if not path.is_file():
            raise Mistake("file", f"There is no {name} in {self.folder}. Put it there, or leave the cell empty.")
        with path.open("rb") as file:
            if file.read(len(PDF_MAGIC)) != PDF_MAGIC:
                raise Mistake("file", f"{name} is not a PDF. Save it as a PDF in the program that made it.")
        return path

    def whole(self, cells: dict[str, str], state: str) -> Iterator[tuple[str, str]]:
        """What is wrong with cells as they stand together, as (column, what to do)."""
        for column, longest in LONGEST.items():
            if len(cells[column]) > longest:
                yield column, f"This text is longer than {longest} characters. Shorten it."
        if cells["address"] and not is_address(cells["address"]):
            yield "address", "This is not a web address. It starts with https://"
        if state == AnnouncedState.PUBLISHED_ELSEWHERE and not cells["address"]:
            yield "address", "Give the address at which it was published."
        if state and cells["released"]:
            yield "released", "Only what was published has a date. Leave it empty, or change the state."
        if state and cells["file"]:
            yield "file", "This file would not be published. Leave the cell empty, or change the state."
        if cells["state"].casefold() == "on request" and cells["file"] and not cells["released"]:
            yield (
                "released",
                "Give the day, the month or the year in which it was first public: its clock starts there.",
            )


def is_address(text: str) -> bool:
    """Whether it can be linked to."""
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        return False
    return True


def state_of(cells: dict[str, str]) -> tuple[Outcome, str]:
    """What is to become of it, and the announced state if it is one."""
    return one_of(cells["state"], STATES, "state")


def review_label(cells: dict[str, str]) -> str:
    """The review's public label."""
    if not cells["review"]:
        raise Mistake("review", "Give the public label of the review, such as Child G.")
    return cells["review"]


def review_type(cells: dict[str, str]) -> str:
    """The type of review, by its name or its short form."""
    named = {label.split(" (")[0].lower(): value for value, label in ReviewType.choices}
    return str(one_of(cells["review_type"], {**named, **SHORT_TYPES}, "review_type"))


def kind(cells: dict[str, str]) -> str:
    """The kind of document, by its name."""
    return str(one_of(cells["document"], {label.lower(): value for value, label in DocumentKind.choices}, "document"))


def one_of(text: str, known: Mapping[str, Meaning], column: str) -> Meaning:
    """What a word of the list means; Mistake, with the list, for any other."""
    found = known.get(text.casefold().replace("_", " "))
    if found is None:
        raise Mistake(column, f"“{text}” is not known here. Use one of: {', '.join(known)}.")
    return found
