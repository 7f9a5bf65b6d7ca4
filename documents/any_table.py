"""Opens a table that is no plan: finds its headings by a vocabulary, its columns, its units and its rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from documents.any_amount import read_signed
from documents.cell_amounts import Amount
from documents.columns import describe
from documents.ditto_marks import write_out
from documents.grid import GridRow, Sheet
from documents.header import Column, Header, column_letter, find_header
from documents.headings import UNIT_NAMES
from documents.learned import Learned
from documents.lines import TableRow
from documents.merged_cells import spread_down
from documents.plan_hidden import Hidden, HiddenParts
from documents.plan_hidden_found import hidden_columns, leaving_hidden
from documents.plan_reading import ColumnReading, Doubt, SheetReading
from documents.plan_remarks import Remark
from documents.plan_words import key, words
from documents.table_units import TableUnits, units_of
from documents.vocabulary import recogniser_of


@dataclass(frozen=True)
class SheetRow(TableRow):
    """One row of a sheet; what is merged downwards or repeated by a mark is written out."""

    sheet: str

    @property
    def label(self) -> str:
        """Return the first words of the row."""
        texts = (text for _column, text in self.row.filled())
        return next((text for text in texts if any(sign.isalpha() for sign in text)), "")


@dataclass(frozen=True)
class AnyTable:
    """`titles` is what stands above the headings; `hidden` what the sheet hides of the table, None where nothing.

    `other_hidden` are hidden rows that only add others up or hold the headings. Hidden rows are among the rows unless
    the office leaves them out.
    """

    reading: SheetReading
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    units: TableUnits
    titles: tuple[str, ...]
    hidden: HiddenParts | None = None
    other_hidden: tuple[int, ...] = ()

    @property
    def sheet(self) -> str:
        return self.reading.name

    @property
    def fields(self) -> set[str]:
        return {column.heading.field for column in self.columns if column.heading.field}

    def readings(self) -> list[ColumnReading]:
        """Return how each column was understood, for people."""
        return describe(self.sheet, self.columns)

    def amount(self, row: SheetRow, field: str) -> Amount:
        """Return an amount of a row in satang; below zero is read too, for refunds and lost-and-found minus signs."""
        if row.is_shared(field) and row.text(field):
            return Amount(None, Remark.AMOUNT_SHARED)
        return read_signed(row.cell(field), *self.units.of(field))

    def unreadable(self, row: SheetRow, field: str, remark: Remark) -> Doubt:
        """Return the doubt about an amount that cannot be read, for which its row is left out."""
        details = (("unit", UNIT_NAMES[self.units.of(field)[0]]),)
        return Doubt(row.sheet, row.number, remark, row.text(field), details, is_left_out=True)


def is_total_label(label: str) -> bool:
    """Return whether a row's words say that it adds others up."""
    return any(key(label).startswith(word) for word in map(key, words()["rows"]["total"]))


def table_of(sheet: Sheet, kind: str, learned: Learned) -> AnyTable | None:
    """Return the table of a sheet, None where no two of its headings are known."""
    header = find_header(sheet, leaving_hidden(sheet, learned, learned.beside(recogniser_of(kind))))
    if header is None:
        return None
    at: dict[str, int] = {}
    for column in sorted(header.columns, key=lambda each: each.heading.rank):
        if column.heading.field:
            at.setdefault(column.heading.field, column.index)
    columns = tuple(_used(column, at) for column in header.columns)
    units = units_of(sheet.name, header)
    first = sheet.rows[header.first].number
    rows = tuple(SheetRow(row, at, sheet.name) for row in write_out(_body(spread_down(sheet), header), at))
    hidden = [row for row in rows if row.number in sheet.hidden_rows]
    asked = tuple(row.number for row in hidden if not is_total_label(row.text("name") or row.label))
    if learned.hidden is Hidden.LEAVE:
        rows = tuple(row for row in rows if row.number not in sheet.hidden_rows)
    return AnyTable(
        SheetReading(sheet.name, first, units.name, units.satang, units.is_printed or bool(units.by_field)),
        columns,
        () if units.doubt else rows,
        units,
        header.titles,
        _hidden(sheet, asked, columns, learned),
        tuple(sorted(row for row in sheet.hidden_rows - set(asked) if row >= first)),
    )


def _hidden(
    sheet: Sheet, rows: tuple[int, ...], columns: tuple[Column, ...], learned: Learned
) -> HiddenParts | None:
    unseen = tuple(each.column for each in hidden_columns(sheet, describe(sheet.name, columns), learned))
    return HiddenParts(sheet.name, rows, unseen, learned.hidden) if rows or unseen else None


def _used(column: Column, at: Mapping[str, int]) -> Column:
    """Return the column, marked as passed over where a surer one holds the same field."""
    field = column.heading.field
    if field is None or at[field] == column.index:
        return column
    heading = replace(
        column.heading, field=None, because=Remark.COLUMN_REPEATED, wording=column_letter(at[field])
    )
    return replace(column, heading=heading)


def _body(sheet: Sheet, header: Header) -> tuple[GridRow, ...]:
    """Return the rows below the headings, without headings that are printed again on every page."""
    heads = {key(column.header) for column in header.columns}
    rows = sheet.rows[header.last + 1 :]
    return tuple(row for row in rows if not {key(text) for _, text in row.filled()} <= heads)
