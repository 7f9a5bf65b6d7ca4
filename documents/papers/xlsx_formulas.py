"""Formulas of a sheet: {key} becomes the cell of that column in the same row, {key:all} those of all counted rows."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from documents.papers.sheet import Sheet

REFERENCE = re.compile(r"\{(\w+)(:all)?\}")
LINE = "\0"  # stands for the row's number, which no formula holds


class Formulas:
    """The formulas of one sheet; what a text means is worked out once, and each row puts its number in."""

    def __init__(self, sheet: Sheet) -> None:
        from xlsxwriter.utility import xl_col_to_name

        first = len(sheet.titles) + 2
        self._letters = {column.key: xl_col_to_name(at) for at, column in enumerate(sheet.columns)}
        self._counted = [first + at for at, row in enumerate(sheet.rows) if row.is_counted]
        self._pattern: Callable[[str], str] = cache(self._read)

    def at(self, text: str, line: int) -> str:
        """Return a formula for a row of the sheet, counted from 0."""
        return self._pattern(text).replace(LINE, str(line + 1))

    def _read(self, text: str) -> str:
        def cell(match: re.Match[str]) -> str:
            letters = self._letters[match[1]]
            return _runs(letters, self._counted) if match[2] else f"{letters}{LINE}"

        return REFERENCE.sub(cell, text)


def _runs(letters: str, lines: Sequence[int]) -> str:
    """Return the cells of one column as ranges: C5:C9,C11:C11; 0 for none."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ",".join(f"{letters}{first}:{letters}{last}" for first, last in runs) or "0"
