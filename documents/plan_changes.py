"""Reads a list of changes that were approved during the year: transfers, reserve projects, cancelled, carried over."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from documents.any_table import AnyTable, SheetRow, is_total_label
from documents.cell_dates import NotADate, read_date
from documents.cells import read_number
from documents.learned import NOTHING, Learned
from documents.plan_reading import Doubt
from documents.plan_remarks import Remark
from documents.tables import TableReading, open_tables
from documents.vocabulary import word_for

NEEDED = "no,kind,decided_on"


@dataclass(frozen=True)
class ChangeRow:
    """One approved change. `kind` is a line of change_kinds in table_words.toml; money is satang, None was not printed."""

    sheet: str
    row: int
    no: int
    kind: str
    amount_satang: int | None
    decided_on: date
    to_no: int | None = None
    reference: str | None = None
    authority: str | None = None


@dataclass(frozen=True)
class ChangesReading(TableReading):
    """A whole list; nothing in it was guessed."""

    rows: tuple[ChangeRow, ...]


def read_changes(path: Path, learned: Learned = NOTHING) -> ChangesReading:
    """Return the changes that a file lists; raises PlanFileRefused where it holds nothing like it."""
    tables = open_tables(path, "changes", NEEDED, learned)
    doubts = tables.doubts()
    rows = [row for table in tables.found for line in table.rows if (row := _read(table, line, doubts))]
    return ChangesReading(tables, tuple(rows), tuple(doubts))


def _read(table: AnyTable, row: SheetRow, doubts: list[Doubt]) -> ChangeRow | None:
    if is_total_label(row.label) or not (row.text("no") or row.text("kind")):
        return None

    def doubt(code: Remark, cell: str) -> ChangeRow | None:
        doubts.append(Doubt(row.sheet, row.number, code, cell, is_left_out=True))
        return None

    no, kind = read_number(row.cell("no")), word_for("change_kinds", row.text("kind"))
    amount, decided_on = table.amount(row, "amount"), _day(row)
    if no is None:
        return doubt(Remark.NUMBER_FORMAT, row.text("no"))
    if kind is None:
        return doubt(Remark.CHANGE_UNKNOWN, row.text("kind"))
    if decided_on is None:
        return doubt(Remark.DATE_UNREADABLE, row.text("decided_on"))
    if amount.remark is not None or (amount.satang or 0) < 0:
        doubts.append(table.unreadable(row, "amount", amount.remark or Remark.AMOUNT_NEGATIVE))
        return None
    if kind in ("transfer", "increase", "decrease") and not amount.satang:
        return doubt(Remark.AMOUNT_MISSING, "")
    to_no = read_number(row.cell("to_no"))
    if row.text("to_no") and to_no is None:
        return doubt(Remark.NUMBER_FORMAT, row.text("to_no"))
    return ChangeRow(
        row.sheet, row.number, no, kind, amount.satang, decided_on, to_no,
        row.text("reference") or None, row.text("authority") or None,
    )  # fmt: skip


def _day(row: SheetRow) -> date | None:
    try:
        return read_date(row.cell("decided_on"))
    except NotADate:
        return None
