"""Draws sheets as an .xlsx workbook: numbers as numbers, formulas that are live, and the same bytes for the same data."""

import io
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from documents.papers.sheet import Column, Entry, Formula, Kind, Row, Sheet
from documents.papers.xlsx_bars import draw_bars

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "TH SarabunPSK"
SIZE, A4 = 16, 9
# Points of a line, and how wide a Thai letter of that size is beside the digit that columns are measured in.
LINE_HEIGHT, LETTER = 24.0, 1.15
NUMBERS = {Kind.BAHT: "#,##0.00", Kind.COUNT: "#,##0", Kind.PERCENT: "0.00", Kind.DAY: "dd/mm/yyyy"}
SATANG_PER_BAHT = 100
_REFERENCE = re.compile(r"\{(\w+)(:all)?\}")


def workbook_of(sheets: Sequence[Sheet], title: str, footer: str, made_on: date) -> bytes:
    """Return the workbook; `footer` is printed below each page and on the last row of each sheet."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(content, options) as book:
        created = datetime.combine(made_on, time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "comments": footer, "created": created})
        looks = _Looks(book)
        for sheet in sheets:
            page = book.add_worksheet(sheet.name[:31])
            _draw(page, sheet, looks, footer)
            if sheet.bars is not None:
                draw_bars(book, page, sheet, sheet.bars)
    return content.getvalue()


def places(sheet: Sheet) -> dict[tuple[int, str], str]:
    """Return where each entry of the table stands: (row of the sheet, column key) to a cell such as C7."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    first = len(sheet.titles) + 1
    return {
        (index, column.key): xl_rowcol_to_cell(first + index, at)
        for index in range(len(sheet.rows))
        for at, column in enumerate(sheet.columns)
    }


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book, self._made = book, dict[tuple[Any, ...], "Format"]()

    def look(self, **style: Any) -> "Format":
        key = tuple(sorted(style.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": FONT, "font_size": SIZE, **style})
        return self._made[key]

    def cell(self, kind: Kind, is_bold: bool) -> "Format":
        style: dict[str, Any] = {"border": 1, "valign": "top", "text_wrap": kind is Kind.WORDS}
        if kind in NUMBERS:
            style["num_format"] = NUMBERS[kind]
        return self.look(bold=is_bold, **style)


def _draw(page: "Worksheet", sheet: Sheet, looks: _Looks, footer: str) -> None:
    _lay_out(page, sheet, footer)
    for at, words in enumerate(sheet.titles):
        page.set_row(at, LINE_HEIGHT)
        page.write_string(at, 0, words, looks.look(bold=True))
    heading = looks.look(bold=True, border=1, text_wrap=True, align="center", valign="vcenter")
    for at, column in enumerate(sheet.columns):
        page.write_string(len(sheet.titles), at, column.heading, heading)
    page.set_row(len(sheet.titles), _height(sheet, {each.key: each.heading for each in sheet.columns}))
    at_cell = places(sheet)
    for index, row in enumerate(sheet.rows):
        page.set_row(len(sheet.titles) + 1 + index, _height(sheet, row.entries))
        for column in sheet.columns:
            entry, look = row.entries.get(column.key), looks.cell(column.kind, row.is_bold)
            _write(page, at_cell[index, column.key], column, entry, look, sheet, index, at_cell)
    below = len(sheet.titles) + 1 + len(sheet.rows)
    for at, words in enumerate((*sheet.notes, footer)):
        page.set_row(below + 1 + at, LINE_HEIGHT)
        page.write_string(below + 1 + at, 0, words, looks.look())


def _height(sheet: Sheet, entries: Mapping[str, Entry]) -> float:
    """Return how high a row must be for its longest words, in points; signs above and below letters take no width."""
    lines = 1
    for column in sheet.columns:
        words = entries.get(column.key)
        if isinstance(words, str):
            letters = sum(unicodedata.category(letter) != "Mn" for letter in words)
            lines = max(lines, math.ceil(letters * LETTER / column.width))
    return LINE_HEIGHT * lines


def _lay_out(page: "Worksheet", sheet: Sheet, footer: str) -> None:
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, len(sheet.titles))
    page.freeze_panes(len(sheet.titles) + 1, 0)
    page.set_footer(f"&L&8{footer.replace('&', '&&')}&R&8&P/&N")


def _write(
    page: "Worksheet",
    cell: str,
    column: Column,
    entry: Entry,
    look: "Format",
    sheet: Sheet,
    index: int,
    at_cell: dict[tuple[int, str], str],
) -> None:
    if isinstance(entry, Formula):
        value = _shown(entry.value, column.kind)
        page.write_formula(
            cell, _formula(entry.text, sheet, index, at_cell), look, "" if value is None else value
        )
    elif entry is None:
        page.write_blank(cell, None, look)
    elif isinstance(entry, str):
        page.write_string(cell, entry, look)
    elif isinstance(entry, date):
        page.write_datetime(cell, datetime.combine(entry, time()), look)
    else:
        page.write_number(cell, _shown(entry, column.kind), look)


def _shown(value: int | Decimal | None, kind: Kind) -> Any:
    """Return the number as the sheet holds it: satang become baht."""
    if value is None:
        return None
    return float(Decimal(value) / SATANG_PER_BAHT) if kind is Kind.BAHT else float(value)


def _formula(text: str, sheet: Sheet, index: int, at_cell: dict[tuple[int, str], str]) -> str:
    def cell(match: re.Match[str]) -> str:
        if not match[2]:
            return at_cell[index, match[1]]
        return _runs([at_cell[at, match[1]] for at in _counted(sheet.rows)])

    return _REFERENCE.sub(cell, text)


def _counted(rows: Sequence[Row]) -> list[int]:
    return [at for at, row in enumerate(rows) if row.is_counted]


def _runs(cells: list[str]) -> str:
    """Return the cells of one column as ranges: C5:C9,C11."""
    if not cells:
        return "0"
    runs: list[list[int]] = []
    numbers = [int("".join(letter for letter in cell if letter.isdigit())) for cell in cells]
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    letters = "".join(letter for letter in cells[0] if letter.isalpha())
    return ",".join(f"{letters}{first}:{letters}{last}" for first, last in runs)
