"""CSV for spreadsheet programs: nothing in a cell is taken for a formula, and what comes back is what went out.

A cell that begins with one of =, +, -, @ and their wide forms is run as a formula by spreadsheet programs (OWASP: CSV
injection). It gets an apostrophe before it, as one types it there oneself; `unguarded` takes exactly that away again.
"""

import csv
import io
import re
from collections.abc import Iterable

BOM = "\ufeff"  # without it Excel takes UTF-8 for something else
FORMULA = re.compile(r"'*\s*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]")
GUARDED = re.compile(r"'+\s*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if GUARDED.match(cell) else cell


def written(rows: Iterable[Iterable[str]]) -> str:
    """The rows as the text of a CSV file, every cell guarded; it begins with the mark by which Excel knows UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([guarded(cell) for cell in row] for row in rows)
    return BOM + out.getvalue()
