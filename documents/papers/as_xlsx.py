"""Draws sheets as an .xlsx workbook: numbers as numbers, formulas that are live, and the same bytes for the same data."""

import gc
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from documents.papers.sheet import Entry, Kind, Sheet
from documents.papers.xlsx_bars import draw_bars
from documents.papers.xlsx_rows import LINE_HEIGHT, Rows, page_class

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "TH SarabunPSK"
SIZE, A4 = 16, 9
NUMBERS = {Kind.BAHT: "#,##0.00", Kind.COUNT: "#,##0", Kind.PERCENT: "0.00", Kind.DAY: "dd/mm/yyyy"}


def workbook_of(sheets: Sequence[Sheet], title: str, footer: str, made_on: date) -> bytes:
    """Return the workbook; `footer` is printed below each page and on the last row of each sheet."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with _uncollected(), Workbook(content, options) as book:
        created = datetime.combine(made_on, time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "comments": footer, "created": created})
        looks = _Looks(book)
        rows = Rows(looks.number, book.str_table._get_shared_string_index)
        for sheet in sheets:
            page = book.add_worksheet(sheet.name[:31], worksheet_class=page_class())
            _draw(page, sheet, looks, rows, footer)
            if sheet.bars is not None:
                draw_bars(book, page, sheet, sheet.bars)
    return content.getvalue()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python not look for rings of dead objects meanwhile: a large workbook makes none, and pays a quarter for it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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

    def number(self, kind: Kind, is_bold: bool) -> int:
        """Return the number by which cells name a format."""
        number: int = self.cell(kind, is_bold)._get_xf_index()
        return number


def _draw(page: "Worksheet", sheet: Sheet, looks: _Looks, rows: Rows, footer: str) -> None:
    _lay_out(page, sheet, footer)
    for at, words in enumerate(sheet.titles):
        page.set_row(at, LINE_HEIGHT)
        page.write_string(at, 0, words, looks.look(bold=True))
    heading = looks.look(bold=True, border=1, text_wrap=True, align="center", valign="vcenter")
    for at, column in enumerate(sheet.columns):
        page.write_string(len(sheet.titles), at, column.heading, heading)
    headings: dict[str, Entry] = {each.key: each.heading for each in sheet.columns}
    page.set_row(len(sheet.titles), rows.height(sheet.columns, headings))
    page.put_rows(len(sheet.titles) + 1, rows.of(sheet))
    below = len(sheet.titles) + 1 + len(sheet.rows)
    for at, words in enumerate((*sheet.notes, footer)):
        page.set_row(below + 1 + at, LINE_HEIGHT)
        page.write_string(below + 1 + at, 0, words, looks.look())


def _lay_out(page: "Worksheet", sheet: Sheet, footer: str) -> None:
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, len(sheet.titles))
    page.freeze_panes(len(sheet.titles) + 1, 0)
    page.set_footer(f"&L&8{footer.replace('&', '&&')}&R&8&P/&N")
