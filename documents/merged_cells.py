"""Gives cells under a merged range what the range says: to the right in headings, downward in the table."""

from collections import defaultdict
from dataclasses import replace

from documents.grid import Cell, GridRow, Sheet


def spread_headings(sheet: Sheet, rows: int, columns: int) -> list[list[str]]:
    """Return the texts of the first rows, every cell of a merged range saying what its first cell says."""
    head = sheet.rows[:rows]
    texts = [[row.text(column) for column in range(columns)] for row in head]
    place = {row.number: at for at, row in enumerate(head)}
    for merge in sheet.merges:
        if merge.first_row in place and merge.first_column < columns:
            text = texts[place[merge.first_row]][merge.first_column]
            for number in range(merge.first_row, merge.last_row + 1):
                for column in range(merge.first_column, min(merge.last_column + 1, columns)):
                    if number in place and not texts[place[number]][column]:
                        texts[place[number]][column] = text
    return texts


def spread_down(sheet: Sheet) -> Sheet:
    """Return the sheet with vertically merged cells repeated in each row, marked as shared and continued.

    Over several columns a range speaks in its first column only: in a table it is a line across the sheet.
    """
    spoken: dict[int, dict[int, tuple[Cell, bool]]] = defaultdict(dict)
    rows = {row.number: row for row in sheet.rows}
    for merge in sheet.merges:
        top = rows.get(merge.first_row)
        if top is not None and merge.last_row > merge.first_row:
            for number in range(merge.first_row, merge.last_row + 1):
                said = top.cell(merge.first_column)
                spoken[number][merge.first_column] = (said, number > merge.first_row)
    return (
        replace(sheet, rows=tuple(_with(row, spoken[row.number]) for row in sheet.rows)) if spoken else sheet
    )


def _with(row: GridRow, spoken: dict[int, tuple[Cell, bool]]) -> GridRow:
    """Return a row with what its merged cells say, by column, and whether they only repeat a row above."""
    if not spoken:
        return row
    cells = list(row.cells) + [None] * (max(spoken) + 1 - len(row.cells))
    for column, (said, _is_continued) in spoken.items():
        cells[column] = said
    continued = frozenset(column for column, (_said, is_continued) in spoken.items() if is_continued)
    return replace(row, cells=tuple(cells), shared=frozenset(spoken), continued=continued)
