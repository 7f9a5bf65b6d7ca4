"""Writes a copy of an office's workbook in which every doubtful cell is marked and explained; values stay as they are.

The copy is drawn anew from the cells that were read: nothing of the original's macros, links or hidden parts goes along.
"""

import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from documents.annotated_sizes import LINE_POINTS, MOST_LINES, set_sizes
from documents.grid import Cell, GridRow, Sheet
from documents.plan_sheets import open_sheets
from i18n import _

LONGEST_NAME = 31
CHARACTERS_A_LINE = 38
SUMMARY_WIDTH = 120
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class Tone(StrEnum):
    """How a cell is marked: not read, to be looked at, or only explained."""

    BAD = "bad"
    DOUBT = "doubt"
    HEADING = "heading"


COLOURS = {Tone.BAD: "#F8CBAD", Tone.DOUBT: "#FFF2CC", Tone.HEADING: "#DDEBF7"}


@dataclass(frozen=True)
class Mark:
    """What is said of one cell; `column` None means the cell that holds `cell`, otherwise the row's first one."""

    sheet: str
    row: int
    text: str
    tone: Tone = Tone.DOUBT
    column: int | None = None
    cell: str = ""


def annotated_copy(path: Path, marks: Sequence[Mark], summary: Sequence[str]) -> bytes:
    """Return the workbook as .xlsx, with a first sheet that lists what was understood and what is doubtful.

    Raises PlanFileRefused where the file cannot be read.
    """
    import xlsxwriter

    sheets = [sheet for sheet in open_sheets(path).sheets if not sheet.is_hidden]
    content = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(content, options) as book:
        looks = _looks(book)
        names = _names([_("Check")] + [sheet.name for sheet in sheets])
        _draw_summary(book.add_worksheet(names[0]), looks, summary)
        for sheet, name in zip(sheets, names[1:], strict=True):
            _draw(
                book.add_worksheet(name), looks, sheet, [mark for mark in marks if mark.sheet == sheet.name]
            )
    return content.getvalue()


def _looks(book: Any) -> dict[Any, Any]:
    base = {"font_name": "TH SarabunPSK", "font_size": 14, "valign": "top", "text_wrap": True}
    shades: dict[Tone | None, dict[str, Any]] = {None: {}}
    shades |= {tone: {"bg_color": colour, "border": 1} for tone, colour in COLOURS.items()}
    looks: dict[Any, Any] = {}
    for tone, shade in shades.items():
        looks[tone, "text"] = book.add_format({**base, **shade})
        looks[tone, "number"] = book.add_format({**base, **shade, "num_format": "#,##0.00"})
        looks[tone, "whole"] = book.add_format({**base, **shade, "num_format": "#,##0"})
        looks[tone, "date"] = book.add_format({**base, **shade, "num_format": "dd/mm/yyyy"})
    looks["title"] = book.add_format({**base, "bold": True, "font_size": 16})
    return looks


def _names(wanted: Sequence[str]) -> list[str]:
    """Return names that Excel takes, each once."""
    found: list[str] = []
    for at, name in enumerate(wanted):
        plain = name.translate(FORBIDDEN).strip("' ")[:LONGEST_NAME] or f"Sheet{at}"
        taken = {each.casefold() for each in found}
        found.append(plain if plain.casefold() not in taken else f"{plain[:24]} ({at})")
    return found


def _draw_summary(sheet: Any, looks: Mapping[Any, Any], summary: Sequence[str]) -> None:
    sheet.set_column(0, 0, SUMMARY_WIDTH)
    for row, line in enumerate(summary):
        sheet.set_row(row, LINE_POINTS * min(1 + len(line) // SUMMARY_WIDTH, MOST_LINES))
        sheet.write_string(row, 0, line, looks["title"] if row == 0 else looks[None, "text"])


def _draw(sheet: Any, looks: Mapping[Any, Any], source: Sheet, marks: Sequence[Mark]) -> None:
    rows = {row.number: row for row in source.rows}
    placed: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    covered = _covered(source)
    for mark in marks:
        place = _place(mark, rows, source)
        placed[covered.get(place, place)].append(mark)
    set_sizes(sheet, source)
    for merge in source.merges:
        if merge.first_column < merge.last_column or merge.first_row < merge.last_row:
            _merge(
                sheet, looks, merge.first_row - 1, merge.first_column, merge.last_row - 1, merge.last_column
            )
    for row in source.rows:
        for column, cell in enumerate(row.cells):
            here = placed.get((row.number, column), [])
            _write(
                sheet, looks, row.number - 1, column, cell, min((each.tone for each in here), default=None)
            )
    for (number, column), here in placed.items():
        if number not in rows or rows[number].cell(column) is None:
            sheet.write_blank(number - 1, column, None, looks[min(each.tone for each in here), "text"])
        _comment(sheet, number - 1, column, "\n".join(dict.fromkeys(mark.text for mark in here)))


def _covered(source: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell under a merged range the cell that is seen: its first."""
    return {
        (row, column): (merge.first_row, merge.first_column)
        for merge in source.merges
        for row in range(merge.first_row, merge.last_row + 1)
        for column in range(merge.first_column, merge.last_column + 1)
    }


def _merge(sheet: Any, looks: Mapping[Any, Any], top: int, left: int, bottom: int, right: int) -> None:
    from xlsxwriter.exceptions import OverlappingRange

    try:
        sheet.merge_range(top, left, bottom, right, "", looks[None, "text"])
    except OverlappingRange:
        return  # Excel itself would not draw this one


def _place(mark: Mark, rows: Mapping[int, GridRow], source: Sheet) -> tuple[int, int]:
    number = mark.row or (source.rows[0].number if source.rows else 1)
    if mark.column is not None:
        return number, mark.column
    filled = list(rows[number].filled()) if number in rows else []
    same = (column for column, text in filled if mark.cell and text == mark.cell)
    holding = (column for column, text in filled if mark.cell and mark.cell in text)
    first = (column for column, _text in filled)
    return number, next(same, next(holding, next(first, 0)))


def _write(
    sheet: Any, looks: Mapping[Any, Any], row: int, column: int, cell: Cell, tone: Tone | None
) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, looks[tone, "text"])
    elif isinstance(cell, int | Decimal):
        kind = "whole" if cell == int(cell) else "number"
        sheet.write_number(row, column, float(cell), looks[tone, kind])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, looks[tone, "date"])
    elif cell is not None:
        sheet.write_string(row, column, str(cell), looks[tone, "text"])
    elif tone is not None:
        sheet.write_blank(row, column, None, looks[tone, "text"])


def _comment(sheet: Any, row: int, column: int, text: str) -> None:
    lines = sum(1 + len(line) // CHARACTERS_A_LINE for line in text.splitlines())
    size = {"width": 320, "height": min(400, 30 + 20 * lines), "font_size": 11}
    sheet.write_comment(row, column, text, {**size, "author": "TamNgan"})
