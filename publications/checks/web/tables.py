"""Tables of a Word file, laid out so that every row has as many cells as there are columns."""

from collections.abc import Callable
from typing import Any

MOST_COLUMNS = 50
MOST_CELLS = 20_000


def table_of(element: Any, html_of: Callable[[Any], str]) -> dict[str, Any]:
    """`columns`, `rows` of HTML, whether cells were `merged`, and whether the file says which row is the head."""
    lines = element.xpath("./tr|./thead/tr|./tbody/tr")
    grid, merged = laid_out(lines)
    width = min(max((len(row) for row in grid), default=0), MOST_COLUMNS)
    even = [[*row, *[None] * width][:width] for row in grid if any(cell is not None for cell in row)]
    head = even[0] if even else []
    return {
        "columns": ["" if cell is None else " ".join(cell.text_content().split()) for cell in head],
        "rows": [["" if cell is None else html_of(cell) for cell in row] for row in even[1:]],
        "merged": merged,
        "has_head": bool(element.xpath("./thead/tr")),
    }


def laid_out(lines: list[Any]) -> tuple[list[list[Any]], bool]:
    """The cells of each line at their columns, None where one reaches from the left or from above."""
    grid: list[list[Any]] = []
    reaching: dict[int, int] = {}  # column -> how many further lines a cell reaches down to
    merged, cells = False, 0
    for line in lines:
        row: list[Any] = []
        for cell in line.xpath("./td|./th"):
            _fill(row, reaching)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            merged = merged or wide > 1 or high > 1
            for column in range(len(row), len(row) + wide):
                reaching[column] = high - 1
            row += [cell, *[None] * (wide - 1)]
            cells += wide
        _fill(row, reaching)
        grid.append(row)
        if cells > MOST_CELLS:
            break
    return grid, merged


def _fill(row: list[Any], reaching: dict[int, int]) -> None:
    """Leave the places empty to which a cell from above reaches."""
    while reaching.get(len(row), 0) > 0:
        reaching[len(row)] -= 1
        row.append(None)


def _span(cell: Any, name: str) -> int:
    said = cell.get(name) or "1"
    return max(1, min(int(said) if said.isdigit() else 1, MOST_COLUMNS))
