"""Reads the table of one sheet: its headings, its columns, its unit, then row by row."""

import re
from dataclasses import dataclass, field

from documents.columns import choose_columns, describe
from documents.ditto_marks import write_out
from documents.drafts import Draft, Unit
from documents.grid import GridRow, Sheet
from documents.header import Header, Recogniser, find_header, printed_units, recognise_plan
from documents.headings import UNIT_NAMES, units
from documents.in_force import Project
from documents.lines import Line
from documents.merged_cells import spread_down
from documents.plan_figures import SheetFigures, figure_columns, figure_units, with_figures
from documents.plan_reading import ColumnReading, Doubt, Note, SheetReading
from documents.plan_remarks import Remark
from documents.plan_totals import TotalClaim
from documents.plan_words import key
from documents.table_walk import TableWalk

_COLUMN_NUMBER = re.compile(r"^\(?(\d{1,2})\)?$")


@dataclass
class TableRead:
    sheet: SheetReading
    titles: tuple[str, ...]
    columns: list[ColumnReading] = field(default_factory=list)
    claims: list[TotalClaim] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    figures: SheetFigures | None = None


def read_table(
    sheet: Sheet, drafts: list[Draft], projects: dict[str, Project], recognise: Recogniser = recognise_plan
) -> TableRead | None:
    """Add the sheet's activities to `drafts`; returns what else it says, None where it holds no table.

    A table that lacks a column, or whose columns or units contradict each other, adds nothing but a doubt.
    """
    header = find_header(sheet, recognise)
    if header is None or len(header.missing) > 1:
        return None
    body = _body(spread_down(sheet), header)
    chosen = choose_columns(sheet.name, header, body)
    unit, unit_doubts = _unit(sheet.name, header)
    reading = SheetReading(
        sheet.name, sheet.rows[header.first].number, unit.name, unit.satang, unit.is_printed
    )
    at = figure_columns(chosen.columns)
    columns = describe(sheet.name, with_figures(chosen.columns, at))
    table = TableRead(reading, header.titles, columns, doubts=[*chosen.doubts, *unit_doubts])
    if header.missing:
        details = (("fields", ",".join(header.missing)),)
        table.doubts.append(Doubt(sheet.name, 0, Remark.COLUMNS_MISSING, "", details, is_left_out=True))
    if not any(doubt.is_left_out for doubt in table.doubts):
        lines = [Line(row, chosen.at, chosen.name_field) for row in write_out(body, chosen.at)]
        own = figure_units(chosen.columns, at)
        table.figures = SheetFigures(sheet.name, at, unit, {line.number: line for line in lines}, own)
        _walk(table, TableWalk(sheet.name, lines, unit, drafts, projects))
    return table


def _walk(table: TableRead, walk: TableWalk) -> None:
    walk.walk()
    table.claims, table.notes = walk.claims, walk.notes
    table.doubts += walk.doubts


def _unit(sheet: str, header: Header) -> tuple[Unit, list[Doubt]]:
    in_heading, in_title = printed_units(header)
    printed = in_heading or in_title
    satang = units()[printed] if printed else 100
    unit = Unit(satang, UNIT_NAMES[satang], printed is not None)
    if in_heading and in_title and units()[in_heading] != units()[in_title]:
        details = (("unit", unit.name), ("other", in_title))
        return unit, [Doubt(sheet, 0, Remark.UNIT_TWICE, in_heading, details, is_left_out=True)]
    return unit, []


def _body(sheet: Sheet, header: Header) -> tuple[GridRow, ...]:
    """Return the rows below the headings, without those that are printed again on every page."""
    titles = {key(title) for title in header.titles}
    rows = sheet.rows[header.last + 1 :]
    if rows and _numbers_columns(rows[0]):
        rows = rows[1:]
    return tuple(row for row in rows if not _repeats_header(row, header) and not _repeats_title(row, titles))


def _repeats_header(row: GridRow, header: Header) -> bool:
    same = sum(
        1 for column in header.columns if (text := key(row.text(column.index))) and text in key(column.header)
    )
    return same >= 3 and same * 2 > sum(1 for _ in row.filled())


def _repeats_title(row: GridRow, titles: set[str]) -> bool:
    texts = {key(text) for _, text in row.filled()}
    return len(texts) == 1 and texts <= titles


def _numbers_columns(row: GridRow) -> bool:
    """Return whether the row only numbers the columns: (1) (2) (3)."""
    found = [_COLUMN_NUMBER.match(text) for _, text in row.filled()]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(found) >= 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
