"""The rows of a sheet's table as its file keeps them; as_xlsx hands them over whole.

A cell written by XlsxWriter's own verbs costs four times as much, and is held in memory until the end.
"""

import math
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from documents.papers.sheet import Column, Entry, Formula, Kind, Sheet
from documents.papers.xlsx_formulas import Formulas

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# Points of a line, how wide a Thai letter of that size is beside the digit that columns are measured in, and the
# highest row that Excel opens.
LINE_HEIGHT, LETTER, HIGHEST = 24.0, 1.15, 408.0
LONGEST_WORDS = 32_767 // 2  # letters that a cell holds, each of which may count for two
DAY_ZERO = date(1899, 12, 30)  # Excel counts days from here
SATANG_PER_BAHT = 100
MARKS = dict.fromkeys(
    each for each in range(0x0E01, 0x0E5C) if unicodedata.category(chr(each)) == "Mn"
)  # above and below letters, where they take no width


@cache
def page_class() -> "type[Worksheet]":
    """Return a sheet that takes the rows of its table as finished text, after those that were written one by one."""
    from xlsxwriter.worksheet import Worksheet

    class Page(Worksheet):  # type: ignore[misc]
        dim_rowmin: int
        dim_rowmax: int
        table_rows: tuple[str, ...] = ()
        table_line = 0

        def put_rows(self, line: int, rows: Iterator[str]) -> None:
            """Put the table's rows below the first `line` rows of the sheet; something must be written below them."""
            self.table_line, self.table_rows = line, tuple(rows)

        def _write_rows(self) -> None:
            first, last = self.dim_rowmin, self.dim_rowmax
            self.dim_rowmax = self.table_line - 1
            super()._write_rows()
            self.fh.writelines(self.table_rows)
            self.dim_rowmin, self.dim_rowmax = self.table_line + len(self.table_rows), last
            super()._write_rows()
            self.dim_rowmin = first

    return Page


class Rows:
    """Writes the rows of all tables of a workbook; how wide words are is measured once.

    `style` gives the number of a look, plain or bold; `number_of` that of a text in the workbook.
    """

    def __init__(self, style: Callable[[Kind, bool], int], number_of: Callable[[str], int]) -> None:
        self._style, self._number_of = style, number_of
        self._width: Callable[[str], float] = cache(_width)

    def of(self, sheet: Sheet) -> Iterator[str]:
        """Yield the rows of a sheet's table, which stands below its titles and headings."""
        from xlsxwriter.utility import xl_col_to_name

        formulas = Formulas(sheet)
        columns = [
            (
                each.key,
                each.kind,
                xl_col_to_name(at),
                [self._style(each.kind, bold) for bold in (False, True)],
            )
            for at, each in enumerate(sheet.columns)
        ]
        for line, row in enumerate(sheet.rows, start=len(sheet.titles) + 2):
            entry_of = row.entries.get
            cells = [
                f'<c r="{letters}{line}" s="{styles[row.is_bold]}"{self._held(entry_of(key), kind, formulas, line)}'
                for key, kind, letters, styles in columns
            ]
            height = self.height(sheet.columns, row.entries)
            yield f'<row r="{line}" ht="{height:g}" customHeight="1">{"".join(cells)}</row>'

    def height(self, columns: Sequence[Column], entries: Mapping[str, Entry]) -> float:
        """Return how high a row must be for its longest words, in points."""
        lines = 1
        for column in columns:
            words = entries.get(column.key)
            if isinstance(words, str) and len(words) * LETTER > column.width:
                lines = max(lines, math.ceil(self._width(words) / column.width))
        return min(LINE_HEIGHT * lines, HIGHEST)

    def _held(self, entry: Entry, kind: Kind, formulas: Formulas, line: int) -> str:
        """Return what a cell holds, and its end."""
        if entry is None:
            return "/>"
        if isinstance(entry, str):
            return f' t="s"><v>{self._number_of(entry[:LONGEST_WORDS])}</v></c>'
        if isinstance(entry, Formula):
            return f"><f>{formulas.at(entry.text, line)}</f><v>{number_in(kind, entry.value)}</v></c>"
        return f"><v>{number_in(kind, entry)}</v></c>"


def _width(words: str) -> float:
    return len(words.translate(MARKS)) * LETTER


def number_in(kind: Kind, value: Any) -> str:
    """Return a number as the sheet holds it: satang become baht, days are counted; blank for None."""
    if value is None:
        return ""
    if isinstance(value, date):
        return str((value - DAY_ZERO).days)
    number = float(value) / SATANG_PER_BAHT if kind is Kind.BAHT else float(value)
    return str(int(number)) if number.is_integer() else repr(number)
