"""Gives cells under a merged range what the range says: to the right in headings, downward in the table."""

from dataclasses import replace

from documents.grid import Cell, GridRow, Merge, Sheet


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
    tall = [merge for merge in sheet.merges if merge.last_row > merge.first_row]
    if not tall:
        return sheet
    rows = {row.number: row for row in sheet.rows}
    for merge in tall:
        top = rows.get(merge.first_row)
        if top is None:
            continue
        said = top.cell(merge.first_column)
        for number in range(merge.first_row, merge.last_row + 1):
            if number in rows:
                rows[number] = _with(rows[number], merge, said, number > merge.first_row)
    return replace(sheet, rows=tuple(rows[row.number] for row in sheet.rows))


def _with(row: GridRow, merge: Merge, said: Cell, is_continued: bool) -> GridRow:
    column = merge.first_column
    cells = list(row.cells) + [None] * (column + 1 - len(row.cells))
    cells[column] = said
    here = frozenset({column})
    continued = row.continued | here if is_continued else row.continued
    return replace(row, cells=tuple(cells), shared=row.shared | here, continued=continued)
