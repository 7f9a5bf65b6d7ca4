"""How wide and how high the cells of an annotated copy are drawn."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from documents.grid import Cell, Sheet, text_of

WIDEST, NARROWEST = 60, 8
LOOKED_AT = 200
LINE_POINTS, MOST_LINES = 21, 8


def letters_of(cell: Cell) -> int:
    """Return how many letters a cell takes as it is drawn: amounts get their commas and decimals."""
    if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        return len(f"{cell:,.2f}")
    return len(text_of(cell))


def set_sizes(sheet: Any, source: Sheet) -> None:
    """Make the columns wide and the rows high enough for what they hold, and the page wide enough for the columns."""
    longest: dict[int, int] = defaultdict(int)
    for row in source.rows[:LOOKED_AT]:
        for column, cell in enumerate(row.cells):
            longest[column] = max(longest[column], min(letters_of(cell), WIDEST))
    for column, letters in longest.items():
        sheet.set_column(column, column, max(NARROWEST, letters * 1.1))
    for row in source.rows:
        lines = max(map(_lines, row.cells), default=1)
        sheet.set_row(row.number - 1, LINE_POINTS * min(lines, MOST_LINES))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _lines(cell: Cell) -> int:
    """Return how many lines a cell takes: what is broken in the file is broken in the copy."""
    breaks = cell.count("\n") if isinstance(cell, str) else 0
    return 1 + max(len(text_of(cell)) // WIDEST, breaks)
