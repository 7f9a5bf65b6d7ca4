"""Reads an export of the treasury's system: one line for each budget code, as printed; imports and the chat call it.

Layouts differ from office to office, so the headings are data (table_words.toml) beside what the office itself explained.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from documents.any_table import AnyTable, SheetRow, is_total_label
from documents.cell_amounts import Amount
from documents.cell_dates import NotADate, read_date
from documents.cells import read_code
from documents.checks import MONEY, Difference, FigureRow, FigureTable, check_table
from documents.learned import NOTHING, Learned
from documents.plan_figures import read_percent
from documents.plan_reading import Doubt
from documents.plan_remarks import Remark
from documents.plan_words import plain
from documents.table_totals import total_of
from documents.tables import TableReading, open_tables
from documents.treasury_parents import parents_among, totals_of_parents

NEEDED, WITH = "disbursed", "name,code"
AMOUNTS = ("budget", "committed", "disbursed", "remaining")
_AS_OF = re.compile(r"(?:ณ\s*วันที่|ณ|as of)\s*(\d{1,2}\s*[^\d\s]+\s*(?:พ\.ศ\.)?\s*\d{4}|\d{1,2}/\d{1,2}/\d{4})")


@dataclass(frozen=True)
class TreasuryRow:
    """One line: what it is called, and its figures in satang; None was not printed."""

    sheet: str
    row: int
    code: str | None
    name: str
    agency: str | None
    disbursed_satang: int
    budget_satang: int | None = None
    committed_satang: int | None = None
    remaining_satang: int | None = None


@dataclass(frozen=True)
class TreasuryReading(TableReading):
    """A whole export; `as_of` is the day its title names, None where it names none."""

    rows: tuple[TreasuryRow, ...]
    as_of: date | None = None

    @property
    def disbursed_satang(self) -> int:
        return sum(row.disbursed_satang for row in self.rows)


def read_treasury(path: Path, learned: Learned = NOTHING) -> TreasuryReading:
    """Return what an export says; raises PlanFileRefused where it holds nothing like one."""
    tables = open_tables(path, "treasury", NEEDED, learned, any_of=WITH)
    rows: list[TreasuryRow] = []
    doubts = tables.doubts()
    differences: list[Difference] = []
    for table in tables.found:
        read = [_read(table, line, doubts) for line in _lines(table)]
        kept = [row for row in read if row is not None]
        parents, found = _checked(table, kept)
        differences += found
        rows += [row for at, row in enumerate(kept) if at not in parents]
    as_of = _as_of([title for table in (*tables.found, *tables.lacking) for title in table.titles])
    return TreasuryReading(tables, tuple(rows), tuple(doubts), tuple(differences), as_of)


def _lines(table: AnyTable) -> list[SheetRow]:
    return [row for row in table.rows if not is_total_label(row.text("name") or row.label)]


def _read(table: AnyTable, row: SheetRow, doubts: list[Doubt]) -> TreasuryRow | None:
    amounts = {field: table.amount(row, field) for field in AMOUNTS if field in table.fields}
    if not any(amount.is_written for amount in amounts.values()):
        return None  # a heading between the lines
    bad = next((field for field, amount in amounts.items() if amount.remark), None)
    disbursed = amounts["disbursed"]
    if bad is not None or disbursed.satang is None:
        remark = amounts[bad].remark if bad else None
        doubts.append(table.unreadable(row, bad or "disbursed", remark or Remark.AMOUNT_MISSING))
        return None
    code = _code(row, doubts)
    name = row.text("name")
    if not code and not name:
        doubts.append(Doubt(row.sheet, row.number, Remark.NAME_MISSING, is_left_out=True))
        return None
    return TreasuryRow(
        sheet=row.sheet,
        row=row.number,
        code=code,
        name=name or code or "",
        agency=row.text("agency") or None,
        disbursed_satang=disbursed.satang,
        budget_satang=_satang(amounts, "budget"),
        committed_satang=_satang(amounts, "committed"),
        remaining_satang=_satang(amounts, "remaining"),
    )


def _satang(amounts: dict[str, Amount], field: str) -> int | None:
    return amounts[field].satang if field in amounts else None


def _code(row: SheetRow, doubts: list[Doubt]) -> str | None:
    try:
        code = read_code(row.cell("code"))
    except ValueError:
        doubts.append(Doubt(row.sheet, row.number, Remark.CODE_DIGITS, row.text("code")))
        return None
    return plain(code).strip() if code else None


def _checked(table: AnyTable, rows: Sequence[TreasuryRow]) -> tuple[Collection[int], list[Difference]]:
    """Return the places of the lines that add others up, and what does not follow from the other figures."""
    by_number = {row.number: row for row in table.rows}
    places = {column.heading.field: column.index for column in table.columns if column.heading.field}
    figures = [_figures(table, by_number[row.row], row.name) for row in rows]
    parents = parents_among(rows, figures)
    leaves = [row for at, row in enumerate(figures) if at not in parents]
    totals, since = totals_of_parents(parents, figures), 0
    for row in table.rows:
        if is_total_label(row.text("name") or row.label):
            above = [leaf for leaf in leaves if leaf.row < row.number]
            totals.append(total_of(_figures(table, row, row.text("name") or row.label), above, since))
            since = len(above)
    return parents, check_table(FigureTable(table.sheet, places, leaves, totals))


def _figures(table: AnyTable, row: SheetRow, label: str) -> FigureRow:
    read = {name: table.amount(row, name).satang for name in MONEY if name in table.fields}
    percent = read_percent(row.cell("percent")) if row.text("percent") else None
    return FigureRow(
        row.number, label, {name: each for name, each in read.items() if each is not None}, percent
    )


def _as_of(titles: Sequence[str]) -> date | None:
    """Return the day that the titles name, None where they name none or several."""
    days = set()
    for title in titles:
        for found in _AS_OF.findall(plain(title).lower()):
            try:
                day = read_date(found, is_end=True)
            except NotADate:
                continue
            if day is not None:
                days.add(day)
    return days.pop() if len(days) == 1 else None
