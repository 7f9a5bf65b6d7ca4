"""Opens a table that is no plan: finds its headings by a vocabulary, its columns, its unit and its rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from documents.cell_amounts import Amount, read_amount
from documents.columns import describe
from documents.grid import Cell, GridRow, Sheet
from documents.header import Column, Header, column_letter, find_header, printed_units
from documents.headings import units
from documents.learned import NOTHING, Learned
from documents.plan_hidden import Hidden
from documents.plan_reading import ColumnReading
from documents.plan_remarks import Remark
from documents.plan_sheets import open_sheets
from documents.plan_words import key, words
from documents.refusals import PlanFileRefused, Refusal
from documents.vocabulary import recogniser_of


@dataclass(frozen=True)
class TableRow:
    """One row seen through the columns of its table."""

    sheet: str
    row: GridRow
    at: Mapping[str, int]

    @property
    def number(self) -> int:
        return self.row.number

    def cell(self, field: str) -> Cell:
        return self.row.cell(self.at[field]) if field in self.at else None

    def text(self, field: str) -> str:
        return self.row.text(self.at[field]) if field in self.at else ""

    @property
    def label(self) -> str:
        """Return the first words of the row."""
        texts = (text for _column, text in self.row.filled())
        return next((text for text in texts if any(sign.isalpha() for sign in text)), "")


@dataclass(frozen=True)
class AnyTable:
    """`unit_satang` is what one unit of an amount is worth, `titles` what stands above the headings.

    `hidden_rows` are among the rows, unless the office leaves them out.
    """

    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    unit_satang: int
    is_unit_printed: bool
    titles: tuple[str, ...]
    hidden_rows: tuple[int, ...] = ()

    @property
    def fields(self) -> set[str]:
        return {column.heading.field for column in self.columns if column.heading.field}

    def readings(self) -> list[ColumnReading]:
        """Return how each column was understood, for people."""
        return describe(self.sheet, self.columns)

    def amount(self, row: TableRow, field: str) -> Amount:
        """Return an amount of a row in satang; below zero is read too, for refunds and lost-and-found minus signs."""
        return read_signed(row.cell(field), self.unit_satang, self.is_unit_printed)


def open_tables(
    path: Path, kind: str, needed: set[str], learned: Learned = NOTHING
) -> tuple[list[AnyTable], list[ColumnReading]]:
    """Return the tables of a file that have all needed columns, and the columns of those that lack some.

    Raises PlanFileRefused where the file cannot be read, or holds no such table and nothing like it.
    """
    found, lacking = [], []
    for sheet in open_sheets(path).sheets:
        table = None if sheet.is_hidden else _table(sheet, kind, learned)
        if table is not None and table.fields >= needed:
            found.append(table)
        elif table is not None:
            lacking += table.readings()
    if not found and not lacking:
        raise PlanFileRefused(Refusal.NO_KNOWN_TABLE, path)
    return found, lacking


def read_signed(cell: Cell, unit_satang: int, is_unit_printed: bool) -> Amount:
    """Return an amount that may be below zero, written with a minus or in brackets."""
    amount = read_amount(cell, unit_satang, is_unit_printed)
    if amount.remark is not Remark.AMOUNT_NEGATIVE:
        return amount
    if isinstance(cell, str):
        amount = read_amount(cell.strip().strip("()-−– "), unit_satang, is_unit_printed)
    else:
        amount = read_amount(-cell, unit_satang, is_unit_printed)  # type: ignore[operator]
    return Amount(-amount.satang) if amount.satang is not None else amount


def is_total_label(label: str) -> bool:
    """Return whether a row's words say that it adds others up."""
    return any(key(label).startswith(word) for word in map(key, words()["rows"]["total"]))


def _table(sheet: Sheet, kind: str, learned: Learned) -> AnyTable | None:
    header = find_header(sheet, learned.beside(recogniser_of(kind)))
    if header is None:
        return None
    at: dict[str, int] = {}
    for column in sorted(header.columns, key=lambda each: each.heading.rank):
        if column.heading.field:
            at.setdefault(column.heading.field, column.index)
    columns = tuple(_used(column, at) for column in header.columns)
    unit, is_printed = _unit(header)
    body = _body(sheet, header)
    hidden = tuple(row.number for row in body if row.number in sheet.hidden_rows)
    left_out = hidden if learned.hidden is Hidden.LEAVE else ()
    rows = tuple(TableRow(sheet.name, row, at) for row in body if row.number not in left_out)
    return AnyTable(
        sheet.name, sheet.rows[header.first].number, columns, rows, unit, is_printed, header.titles, hidden
    )


def _used(column: Column, at: Mapping[str, int]) -> Column:
    """Return the column, marked as passed over where a surer one holds the same field."""
    field = column.heading.field
    if field is None or at[field] == column.index:
        return column
    heading = replace(
        column.heading, field=None, because=Remark.COLUMN_REPEATED, wording=column_letter(at[field])
    )
    return replace(column, heading=heading)


def _unit(header: Header) -> tuple[int, bool]:
    in_heading, in_title = printed_units(header)
    printed = in_heading or in_title
    return (units()[printed], True) if printed else (100, False)


def _body(sheet: Sheet, header: Header) -> tuple[GridRow, ...]:
    """Return the rows below the headings, without headings that are printed again on every page."""
    heads = {key(column.header) for column in header.columns}
    rows = sheet.rows[header.last + 1 :]
    return tuple(row for row in rows if not {key(text) for _, text in row.filled()} <= heads)
