"""Draws sheets as an .xlsx workbook: numbers as numbers, formulas that are live, and the same bytes for the same data."""

import io
import math
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from documents.papers.sheet import Entry, Formula, Kind, Sheet
from documents.papers.xlsx_bars import draw_bars
from documents.papers.xlsx_formulas import Formulas
from engine.uncollected import uncollected

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "TH SarabunPSK"
SIZE, A4 = 16, 9
# Points of a line, how wide a Thai letter of that size is beside the digit that columns are measured in, and the
# highest row that Excel opens.
LINE_HEIGHT, LETTER, HIGHEST = 24.0, 1.15, 408.0
LONGEST_WORDS = 32_767 // 2  # letters that a cell holds, each of which may count for two
NUMBERS = {Kind.BAHT: "#,##0.00", Kind.COUNT: "#,##0", Kind.PERCENT: "0.00", Kind.DAY: "dd/mm/yyyy"}
SATANG_PER_BAHT = 100
MARKS = dict.fromkeys(
    each for each in range(0x0E01, 0x0E5C) if unicodedata.category(chr(each)) == "Mn"
)  # above and below letters, where they take no width


def workbook_of(sheets: Sequence[Sheet], title: str, footer: str, made_on: date) -> bytes:
    """Return the workbook; `footer` is printed below each page and on the last row of each sheet."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    # A large workbook would pay a quarter for the collector.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with uncollected(), Workbook(content, options) as book:
        created = datetime.combine(made_on, time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "comments": footer, "created": created})
        looks = _Looks(book)
        for sheet in sheets:
            page = book.add_worksheet(sheet.name[:31], worksheet_class=_page_class())
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


@cache
def _page_class() -> "type[Worksheet]":
    from xlsxwriter.worksheet import Worksheet

    class Page(Worksheet):  # type: ignore[misc]
        """A sheet without any of Excel's newer functions: looking for thirty of them in each formula takes a third of
        the time of a large workbook."""

        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
            return formula.removeprefix("=")

    return Page


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
    _draw_rows(page, sheet, looks)
    below = len(sheet.titles) + 1 + len(sheet.rows)
    for at, words in enumerate((*sheet.notes, footer)):
        page.set_row(below + 1 + at, LINE_HEIGHT)
        page.write_string(below + 1 + at, 0, words, looks.look())


def _draw_rows(page: "Worksheet", sheet: Sheet, looks: _Looks) -> None:
    """Draw the table, row by row; what is the same in each row is worked out once."""
    formulas = Formulas(sheet)
    columns = [
        (at, column.key, column.kind, (looks.cell(column.kind, False), looks.cell(column.kind, True)))
        for at, column in enumerate(sheet.columns)
    ]
    for line, row in enumerate(sheet.rows, start=len(sheet.titles) + 1):
        page.set_row(line, _height(sheet, row.entries))
        for at, key, kind, look in columns:
            entry = row.entries.get(key)
            if isinstance(entry, Formula):
                shown = _shown(entry.value, kind)
                text = formulas.at(entry.text, line)
                page.write_formula(line, at, text, look[row.is_bold], "" if shown is None else shown)
            else:
                _write(page, line, at, entry, kind, look[row.is_bold])


def _height(sheet: Sheet, entries: Mapping[str, Entry]) -> float:
    """Return how high a row must be for its longest words, in points."""
    lines = 1
    for column in sheet.columns:
        words = entries.get(column.key)
        if isinstance(words, str) and len(words) * LETTER > column.width:
            lines = max(lines, math.ceil(_width(words) / column.width))
    return min(LINE_HEIGHT * lines, HIGHEST)


@lru_cache(maxsize=4096)
def _width(words: str) -> float:
    """Return how wide words are, in digits; most stand on several sheets."""
    return len(words.translate(MARKS)) * LETTER


def _lay_out(page: "Worksheet", sheet: Sheet, footer: str) -> None:
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, len(sheet.titles))
    page.freeze_panes(len(sheet.titles) + 1, 0)
    page.set_footer(f"&L&8{footer.replace('&', '&&')}&R&8&P/&N")


def _write(page: "Worksheet", line: int, at: int, entry: Entry, kind: Kind, look: "Format") -> None:
    if entry is None:
        page.write_blank(line, at, None, look)
    elif isinstance(entry, str):
        page.write_string(line, at, entry[:LONGEST_WORDS], look)
    elif isinstance(entry, date):
        page.write_datetime(line, at, datetime.combine(entry, time()), look)
    else:
        page.write_number(line, at, _shown(entry, kind), look)


def _shown(value: Any, kind: Kind) -> Any:
    """Return the number as the sheet holds it: satang become baht."""
    if value is None:
        return None
    return float(value) / SATANG_PER_BAHT if kind is Kind.BAHT else float(value)
