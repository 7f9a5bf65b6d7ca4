"""Reads a past year's results by strategic issue, as evaluations print them, where a file holds no activities."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from documents.any_table import AnyTable, SheetRow, is_total_label
from documents.checks import (
    MONEY,
    Alternates,
    Check,
    Difference,
    FigureRow,
    FigureTable,
    TotalRow,
    check_table,
)
from documents.learned import NOTHING, Learned
from documents.likeness import most_alike
from documents.misprints import Slip, Why, slip_between
from documents.plan_figures import read_percent
from documents.plan_reading import Doubt, PlanReading, PlanRow, Results
from documents.plan_words import key, plain, words
from documents.table_totals import total_of
from documents.tables import open_tables

NEEDED = "name,budget"
LIKENESS = 88


@dataclass
class _Issues:
    """One table by issue: its rows with figures, its totals, and what could not be read."""

    table: AnyTable
    rows: list[FigureRow] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def has_results(self) -> bool:
        return "disbursed" in self.table.fields


def read_results(path: Path, agency: str, learned: Learned = NOTHING) -> PlanReading:
    """Return each strategic issue as one project with one activity of `agency`, with its results as printed.

    Raises PlanFileRefused where the file holds no such table. Tables of the same issues are held against one another.
    """
    opened = open_tables(path, "results", NEEDED, learned)
    tables = [_issues(table) for table in opened.found]
    with_results = [each for each in tables if each.has_results] or tables[:1]
    likelier, across = _compared(tables)
    differences = [*across]
    for each in tables:
        figures = FigureTable(each.table.sheet, _places(each.table), each.rows, each.totals)
        differences += check_table(figures, likelier.get(each.table.sheet))
    rows = [row for each in with_results for row in _plan_rows(each, agency)]
    return PlanReading(
        rows=tuple(
            PlanRow(**{**vars(row), "no": number, "project_no": number})
            for number, row in enumerate(rows, start=1)
        ),
        columns=opened.columns,
        doubts=(*opened.doubts(), *(doubt for each in tables for doubt in each.doubts)),
        notes=opened.notes,
        hidden=opened.hidden,
        totals=(),
        sheets=tuple(each.table.reading for each in tables),
        year_be=_year(tables),
        differences=tuple(sorted(differences, key=lambda each: (each.sheet, each.row))),
        figure_columns={each.table.sheet: _places(each.table) for each in tables},
    )


def _issues(table: AnyTable) -> _Issues:
    found = _Issues(table)
    for row in table.rows:
        amount = table.amount(row, "budget")
        if amount.satang is None:
            if amount.remark is not None:
                found.doubts.append(table.unreadable(row, "budget", amount.remark))
            continue
        label = row.text("name") or row.label
        figures = FigureRow(row.number, label, _money(table, row), _percent(row))
        if is_total_label(row.label) or is_total_label(label):
            since = found.totals[-1].last if found.totals else 0
            found.totals.append(total_of(figures, found.rows, since))
        elif label:
            found.rows.append(figures)
    return found


def _money(table: AnyTable, row: SheetRow) -> dict[str, int]:
    read = {name: table.amount(row, name).satang for name in MONEY if name in table.fields}
    return {name: satang for name, satang in read.items() if satang is not None}


def _percent(row: SheetRow) -> Decimal | None:
    return read_percent(row.cell("percent")) if row.text("percent") else None


def _places(table: AnyTable) -> dict[str, int]:
    return {column.heading.field: column.index for column in table.columns if column.heading.field}


def _compared(tables: Sequence[_Issues]) -> tuple[dict[str, Alternates], list[Difference]]:
    """Hold every table against the one with results; return likelier values by sheet, and the differences."""
    main = next((each for each in tables if each.has_results), None)
    likelier: dict[str, Alternates] = {}
    found: list[Difference] = []
    for other in tables:
        if main is None or other is main:
            continue
        budgets = {key(row.label): row.money["budget"] for row in main.rows}
        for row in other.rows:
            match = most_alike(key(row.label), budgets.keys(), LIKENESS)
            if match and budgets[match[0]] != row.money["budget"]:
                likelier.setdefault(other.table.sheet, {})[(row.row, "budget")] = budgets[match[0]]
                found.append(_other_table(other.table.sheet, row, budgets[match[0]]))
    return likelier, found


def _other_table(sheet: str, row: FigureRow, there: int) -> Difference:
    here = row.money["budget"]
    slip = slip_between(here, there)
    details = (("field", "budget"), ("printed", str(here)), ("likely", str(there)))
    why = Why(slip, details) if slip else Why(Slip.UNKNOWN)
    return Difference(sheet, row.row, row.label, Check.OTHER_TABLE, "budget", here, there, why)


def _plan_rows(issues: _Issues, agency: str) -> list[PlanRow]:
    return [
        PlanRow(
            sheet=issues.table.sheet,
            row=row.row,
            no=None,
            code=None,
            project_no=None,
            project=row.label,
            main_activity=None,
            activity=row.label,
            place=None,
            budget_satang=row.money["budget"],
            agency=agency,
            expense_class=None,
            funding_source=None,
            strategic_issue=row.label,
            planned_start=None,
            planned_end=None,
            results=_results(row.money),
        )
        for row in issues.rows
    ]


def _results(money: Mapping[str, int]) -> Results | None:
    if "disbursed" not in money:
        return None
    return Results(money["disbursed"], money.get("committed"), money.get("left_over"))


def _year(tables: Sequence[_Issues]) -> int | None:
    titles = " ".join(plain(title) for each in tables for title in each.table.titles)
    years = {int(year) for year in re.findall(words()["patterns"]["year"], titles)}
    return years.pop() if len(years) == 1 else None
