"""Prints the cells of one workbook as JSON lines; workbook_process runs it as a program of its own.

A hostile workbook may exhaust memory or abort the reader: here that ends this process and nothing else.
Formulas are never evaluated; what a program stored as their result is taken as data.
"""

import datetime
import json
import math
import os
import sys
from collections.abc import Callable
from typing import Any

SHEETS_AT_MOST = 100
EXACT = 2**53  # beyond it a float no longer holds every whole number


class TooMuch(Exception):
    """The workbook holds more rows or cells than a plan can."""


class Allowance:
    """How much may still be printed; a short workbook can name one long text in every cell."""

    def __init__(self, rows: int, cells: int, letters: int) -> None:
        self.rows, self.cells, self.letters = rows, cells, letters

    def spend(self, row: list[Any]) -> None:
        self.rows -= 1
        self.letters -= sum(len(cell) for cell in row if isinstance(cell, str))
        self.spend_cells(len(row))

    def spend_cells(self, count: int) -> None:
        self.cells -= count
        if min(self.rows, self.cells, self.letters) < 0:
            raise TooMuch


def main(path: str, memory_bytes: int, seconds: int, *allowed: int) -> None:
    _limit(memory_bytes, seconds)
    import python_calamine as calamine

    from documents.workbook_hidden import TooManySpans, hidden_by_sheet

    try:
        with open(path, "rb") as source:  # noqa: PTH123 (pathlib costs start-up time here)
            workbook = calamine.CalamineWorkbook.from_filelike(source)
            _print_workbook(workbook, hidden_by_sheet(path), Allowance(*allowed))
        _print({"end": True})
    except calamine.PasswordError:
        _print({"refused": "PASSWORD"})
    except (TooMuch, TooManySpans):
        _print({"refused": "TOO_MANY_ROWS"})
    except MemoryError:
        _print({"refused": "NEEDS_TOO_MUCH"})
    except BaseException:  # the reader's panics are no Exception
        _print({"refused": "DAMAGED"})


def _limit(memory_bytes: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: only the parent's clock limits this process
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _print_workbook(workbook: Any, hides: Callable[[str], Any], allowance: Allowance) -> None:
    import python_calamine as calamine

    for sheet in workbook.sheets_metadata[:SHEETS_AT_MOST]:
        if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        is_hidden = sheet.visible != calamine.SheetVisibleEnum.Visible
        table = None if is_hidden else workbook.get_sheet_by_name(sheet.name)
        _print(
            {
                "sheet": sheet.name,
                "is_hidden": is_hidden,
                "merges": _merges(table, allowance) if table else [],
                **_hidden(None if is_hidden else hides(sheet.name)),
            }
        )
        for number, row in enumerate(table.iter_rows() if table is not None else (), start=1):
            while row and row[-1] == "":
                row.pop()
            if row:
                allowance.spend(row)
                _print([number, *map(_as_json, row)])


def _hidden(hidden: Any) -> dict[str, Any]:
    """Return the spans of hidden rows and columns, and whether they can be seen at all."""
    if hidden is None:
        return {"hidden_rows": [], "hidden_columns": [], "tells_hidden": False}
    return {
        "hidden_rows": hidden.rows.joined(),
        "hidden_columns": hidden.columns.joined(),
        "tells_hidden": True,
    }


def _merges(table: Any, allowance: Allowance) -> list[list[int]]:
    """Return the merged ranges, cut to the part of the sheet in use: some reach to Excel's last row."""
    bottom, right = table.end or (0, 0)
    ranges = []
    for (first_row, first_column), end in table.merged_cell_ranges or []:
        last_row, last_column = min(end[0], bottom), min(end[1], right)
        if first_row <= last_row and first_column <= last_column:
            allowance.spend_cells((last_row - first_row + 1) * (last_column - first_column + 1))
            ranges.append([first_row, first_column, last_row, last_column])
    return ranges


def _as_json(cell: Any) -> Any:
    if cell == "":
        return None
    if isinstance(cell, datetime.date):  # a datetime is one too
        return {"date": cell.isoformat()[:10]}
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < EXACT:
            return int(cell)
        return cell if math.isfinite(cell) else str(cell)
    return cell if isinstance(cell, (str, int)) else str(cell)


def _print(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    # Ours comes last: nothing here may stand for a library's module.
    sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    main(sys.argv[1], *map(int, sys.argv[2:]))
