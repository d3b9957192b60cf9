"""A spreadsheet saved as CSV, read into rows."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from publications.importing.problems import ImportRefused, Problem, refuse_file

REQUIRED = ("board", "review", "review_type", "document", "released", "state")
COLUMNS = (*REQUIRED, "title", "file", "reason", "address", "source")
MAXIMUM_BYTES = 20_000_000


@dataclass(frozen=True)
class Row:
    """One line: its number as the spreadsheet program shows it, and its cells by column, "" where there is none."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """A spreadsheet: its name, the SHA-256 of its bytes, and its rows without the empty ones."""

    name: str
    sha256: str
    rows: list[Row]


def read(path: Path) -> Table:
    """The table in a CSV file; ImportRefused if it is none or a column is missing or unknown."""
    if path.suffix.lower() != ".csv":
        raise refuse_file(f"{path.name} is not a CSV file. In the spreadsheet program, save it as “CSV UTF-8 (.csv)”.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise refuse_file(f"{path} can't be read: {error.strerror}. Check its name.") from error
    if len(content) > MAXIMUM_BYTES or b"\0" in content:
        raise refuse_file(f"{path.name} is not a CSV file of text. Save it again as “CSV UTF-8 (.csv)”.")
    return Table(path.name, hashlib.sha256(content).hexdigest(), list(rows(text_of(content))))


def text_of(content: bytes) -> str:
    """Its text: UTF-8 with or without a byte order mark, else as older Windows programs save it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def one_line(cell: str) -> str:
    """A cell without line ends and repeated spaces."""
    return " ".join(cell.split())


def rows(
    text: str,
    *,
    columns: Sequence[str] = COLUMNS,
    required: Sequence[str] = REQUIRED,
    tidied: Callable[[str], str] = one_line,
) -> Iterator[Row]:
    """The lines below the first, which names the columns in any order; ImportRefused for what can't be read.

    `columns` are all that may be there, in lower case and with _ for a space; `tidied` is applied to each cell.
    """
    first, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().casefold().replace(" ", "_") for name in next(reader, [])]
        _check(header, columns, required)
        for number, cells in enumerate(reader, start=2):
            values = [tidied(cell) for cell in cells]
            if any(values):
                yield _row(number, header, values, columns)
    except csv.Error as error:
        raise ImportRefused(
            [Problem(reader.line_num, "", f"This line can't be read ({error}). Save the file again.")]
        ) from error


def _row(number: int, header: list[str], values: list[str], columns: Sequence[str]) -> Row:
    if any(values[len(header) :]):
        sentence = (
            "This line has more cells than the first line. Put a text with a comma in it between quotation marks."
        )
        raise ImportRefused([Problem(number, "", sentence)])
    return Row(number, dict.fromkeys(columns, "") | dict(zip(header, values, strict=False)))


def _check(header: list[str], columns: Sequence[str], required: Sequence[str]) -> None:
    problems = [
        Problem(1, name, "This column is missing. Add it; the first line holds the names.")
        for name in required
        if name not in header
    ]
    problems += [
        Problem(1, name or "(no name)", f"This column is not known. Take it away; known are {', '.join(columns)}.")
        for name in header
        if name not in columns
    ]
    problems += [
        Problem(1, name, "This column is there twice. Take one away.") for name in columns if header.count(name) > 1
    ]
    if problems:
        raise ImportRefused(problems)
