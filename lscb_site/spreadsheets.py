"""Tables as CSV, written such that a spreadsheet program shows what is in them and runs none of it."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

# What makes Excel and its like take a cell for a formula, their full-width twins included (OWASP, "CSV Injection").
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - the twins
# A cell that some program might run, and one to which an apostrophe was added. Apostrophes already before it count, so
# that what was written can be read again as it was.
_RUN = re.compile(r"'*\s*[" + re.escape("".join(FORMULA_SIGNS)) + "]")
_MARKED = re.compile("'" + _RUN.pattern)
BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as something else


class _Line:
    """A file for the csv module that hands on what is written into it."""

    def write(self, text: str) -> str:
        """The text, to whoever called the writer."""
        return text


def plain_cell(value: object) -> object:
    """The value; text that a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{value}" if isinstance(value, str) and _RUN.match(value) else value


def read_cell(cell: str) -> str:
    """The text of which `plain_cell` made this cell."""
    return cell[1:] if _MARKED.match(cell) else cell


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """A CSV file in UTF-8 with a byte order mark (RFC 4180), line by line."""
    writer = csv.writer(_Line())
    yield (BYTE_ORDER_MARK + writer.writerow(columns)).encode()
    for row in rows:
        line: str = writer.writerow([plain_cell(value) for value in row])
        yield line.encode()
