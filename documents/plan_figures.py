"""The figures that a plan prints beside its budgets: what was paid, bound, left. Compared, and kept as results if asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from documents.any_amount import read_signed
from documents.checks import Difference, FigureRow, FigureTable, TotalRow, check_table
from documents.drafts import Draft, Unit
from documents.grid import Cell, text_of
from documents.header import Column
from documents.headings import UNIT_NAMES, heading_unit, units
from documents.lines import Line
from documents.plan_reading import Doubt, Results
from documents.plan_remarks import Remark
from documents.plan_totals import TotalClaim
from documents.plan_words import plain
from documents.vocabulary import recogniser_of

FIGURES = ("disbursed", "committed", "remaining", "left_over", "percent")
# What only begins like a wording may be a plan of spending, month by month.
LEAST_SURE = 2
# More is a slip beyond recomputing, or no number at all: "inf", "1e999".
LARGEST_PERCENT = Decimal(1_000_000)


@dataclass(frozen=True)
class SheetFigures:
    """Where a sheet prints such figures, in which units, and its rows by number.

    `units` is the satang in one unit of figures whose headings print their own; `unreadable` gathers what is no amount.
    """

    sheet: str
    at: Mapping[str, int]
    unit: Unit
    lines: Mapping[int, Line]
    units: Mapping[str, int] = field(default_factory=dict)
    unreadable: list[Doubt] = field(default_factory=list)
    _read: dict[int, FigureRow] = field(default_factory=dict)

    def row(self, number: int, label: str, budget_satang: int) -> FigureRow:
        """Return the figures of one row; each is read once."""
        if number not in self._read:
            self._read[number] = self._row(number, label, budget_satang)
        return self._read[number]

    def _row(self, number: int, label: str, budget_satang: int) -> FigureRow:
        line, money = self.lines[number], {"budget": budget_satang}
        for name, column in self.at.items():
            if name == "percent":
                continue
            unit, is_own = self.units.get(name, self.unit.satang), name in self.units
            amount = read_signed(line.row.cell(column), unit, self.unit.is_printed or is_own)
            if amount.remark is not None:
                details = (("unit", UNIT_NAMES[unit]),)
                self.unreadable.append(
                    Doubt(self.sheet, number, amount.remark, line.row.text(column), details)
                )
            if amount.satang is not None:
                money[name] = amount.satang
        percent = read_percent(line.row.cell(self.at["percent"])) if "percent" in self.at else None
        return FigureRow(number, label, money, percent)


def figure_columns(columns: Sequence[Column]) -> dict[str, int]:
    """Return the column of each figure; a figure for which two columns are equally sure is left out."""
    found: dict[str, list[tuple[int, int]]] = {}
    for column in columns:
        heading = column.heading
        if heading.field is None:
            heading = recogniser_of("results")(column.index, (column.header,))
        if heading.field in FIGURES and heading.rank <= LEAST_SURE:
            found.setdefault(heading.field, []).append((heading.rank, column.index))
    at = {}
    for name, places in found.items():
        best = min(rank for rank, _index in places)
        surest = [index for rank, index in places if rank == best]
        if len(surest) == 1:
            at[name] = surest[0]
    return at


def figure_units(columns: Sequence[Column], at: Mapping[str, int]) -> dict[str, int]:
    """Return the satang in one unit of each figure whose heading prints a unit of its own."""
    headers = {column.index: column.header for column in columns}
    own = {name: heading_unit(headers[index]) for name, index in at.items()}
    return {name: units()[unit] for name, unit in own.items() if unit}


def with_figures(columns: Sequence[Column], at: Mapping[str, int]) -> tuple[Column, ...]:
    """Return the columns, those of figures marked as such, for people."""
    names = {index: name for name, index in at.items()}
    return tuple(
        replace(
            column, heading=replace(column.heading, field=names[column.index], because=Remark.COLUMN_FIGURE)
        )
        if column.index in names and column.heading.field is None
        else column
        for column in columns
    )


def differences_of(
    figures: SheetFigures, drafts: Sequence[Draft], claims: Sequence[TotalClaim]
) -> list[Difference]:
    """Return what does not follow from the other figures of a sheet; budgets' own totals are compared elsewhere."""
    if not figures.at:
        return []
    places = [at for at, draft in enumerate(drafts) if draft.sheet == figures.sheet and not draft.is_left_out]
    rows = [figures.row(drafts[at].line.number, drafts[at].name, drafts[at].budget_satang) for at in places]
    totals = [
        TotalRow(
            figures.row(claim.row, claim.label, claim.printed_satang),
            sum(at < claim.chosen[0] for at in places),
            sum(at < claim.chosen[1] for at in places),
        )
        for claim in claims
        if claim.sheet == figures.sheet
    ]
    table = FigureTable(figures.sheet, {"budget": -1, **figures.at}, rows, totals, budget_totals=False)
    return check_table(table)


def results_of(figures: SheetFigures | None, draft: Draft) -> Results | None:
    """Return what a row prints of its money's use, None where the sheet has no such columns."""
    if figures is None or "disbursed" not in figures.at:
        return None
    money = figures.row(draft.line.number, draft.name, draft.budget_satang).money
    return Results(
        money.get("disbursed"), money.get("committed"), money.get("left_over"), draft.is_done_marked
    )


def read_percent(cell: Cell) -> Decimal | None:
    """Return a printed percentage, None where there is none; Excel keeps 85.99 % as 0.8599."""
    if isinstance(cell, bool):
        return None
    is_number = isinstance(cell, int | Decimal)
    printed = cell if isinstance(cell, int | Decimal) else plain(text_of(cell)).rstrip("% ").replace(",", "")
    try:
        number = Decimal(printed)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > LARGEST_PERCENT:
        return None
    return number * 100 if is_number and abs(number) <= 1 else number
