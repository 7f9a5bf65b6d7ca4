"""Decides which column serves which field where headings name one field twice or name only one level."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from documents.grid import GridRow
from documents.header import BUDGETS, Column, Header
from documents.plan_reading import ColumnReading, Doubt
from documents.plan_remarks import Remark
from documents.plan_words import key

# Without these no row can be trusted; any other field is left blank where its column is unclear.
NEEDED = ("activity", "levels", "project", "agency", *BUDGETS)


@dataclass(frozen=True)
class Chosen:
    """Every column of a table, those that are not used with field None, and the doubts about them."""

    columns: tuple[Column, ...]
    doubts: tuple[Doubt, ...]

    @property
    def at(self) -> dict[str, int]:
        """Return the place of each field's column."""
        return {column.heading.field: column.index for column in self.columns if column.heading.field}

    @property
    def name_field(self) -> str:
        """Return the field whose column names the activities."""
        return next((field for field in ("activity", "levels") if field in self.at), "project")


def choose_columns(sheet: str, header: Header, rows: tuple[GridRow, ...]) -> Chosen:
    """Return one column for each field.

    Where two differ and neither is surer, neither is used and a doubt says so.
    """
    chosen = {column.index: column for column in header.columns}
    doubts = []
    for field in sorted(header.fields):
        rivals = sorted(
            (column for column in header.columns if column.heading.field == field),
            key=lambda one: one.heading.rank,
        )
        surest = [column for column in rivals if column.heading.rank == rivals[0].heading.rank]
        differing = [column for column in surest[1:] if not _same(surest[0], column, rows)]
        for column in rivals[1:] if not differing else rivals:
            remark = Remark.COLUMN_UNCLEAR if column in surest and differing else Remark.COLUMN_REPEATED
            chosen[column.index] = _unused(column, remark, rivals[0].letter)
        if differing:
            doubts.append(_twice(sheet, field, surest[0], differing[0]))
    return Chosen(tuple(_with_names(chosen)), tuple(doubts))


def describe(sheet: str, columns: tuple[Column, ...]) -> list[ColumnReading]:
    """Return how each column was understood, for people."""
    return [
        ColumnReading(
            sheet, column.letter, column.header, column.heading.field, column.heading.because,
            (("wording", column.heading.wording), ("column", column.heading.wording)),
        )
        for column in columns
    ]  # fmt: skip


def _with_names(chosen: Mapping[int, Column]) -> list[Column]:
    """Return the columns in order; where only projects have a column, that column names what is reported."""
    columns = [chosen[index] for index in sorted(chosen)]
    fields = {column.heading.field for column in columns}
    if fields & {"activity", "levels"}:
        return columns
    return [
        replace(column, heading=replace(column.heading, because=Remark.COLUMN_ONLY_NAMES))
        if column.heading.field == "project" else column
        for column in columns
    ]  # fmt: skip


def _same(one: Column, other: Column, rows: tuple[GridRow, ...]) -> bool:
    return all(key(row.text(one.index)) == key(row.text(other.index)) for row in rows)


def _unused(column: Column, because: Remark, instead: str) -> Column:
    return replace(column, heading=replace(column.heading, field=None, because=because, wording=instead))


def _twice(sheet: str, field: str, one: Column, other: Column) -> Doubt:
    details = (("field", field), ("other", f"{other.letter}: {other.header}"))
    return Doubt(sheet, 0, Remark.COLUMN_TWICE, f"{one.letter}: {one.header}", details, field in NEEDED)
