"""Recomputes what a table prints: balances, percentages and totals. Differences are named, never repaired.

budget = disbursed + remaining + left over (Lampang 2560, section 4); percent = disbursed / budget, half up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from documents.checks_percent import wrong_percent
from documents.checks_sums import Gaps, explain_total
from documents.misprints import RANK, Slip, Why, slip_between

OF_DIGITS = (Slip.SWAPPED_DIGITS, Slip.MISSING_DIGIT, Slip.EXTRA_DIGIT, Slip.ONE_DIGIT)
NO_REASON = Why(Slip.UNKNOWN)
PARTS = ("disbursed", "committed", "remaining", "left_over")
MONEY = ("budget", *PARTS)
PLAIN = ("disbursed", "remaining", "left_over")
Alternates = dict[tuple[int, str], int]


class Check(StrEnum):
    BALANCE = "balance"
    PERCENT = "percent"
    TOTAL = "total"
    OTHER_TABLE = "other_table"


@dataclass(frozen=True)
class FigureRow:
    """One row's printed figures: satang by field; a percentage as printed. `row` is the sheet's own number."""

    row: int
    label: str
    money: Mapping[str, int]
    percent: Decimal | None = None


@dataclass(frozen=True)
class TotalRow:
    """A row that adds up the rows from place `first` up to but without `last`."""

    figures: FigureRow
    first: int
    last: int


@dataclass(frozen=True)
class FigureTable:
    """The figures of one sheet; `at` is the column of each field, `budget_totals` says whether those are compared."""

    sheet: str
    at: Mapping[str, int]
    rows: Sequence[FigureRow]
    totals: Sequence[TotalRow] = ()
    budget_totals: bool = True


@dataclass(frozen=True)
class Difference:
    """One figure that does not follow from the others.

    Money is satang, a percentage hundredths of a percent. A balance compares the parts (printed) with the budget.
    """

    sheet: str
    row: int
    label: str
    check: Check
    field: str
    printed: int
    computed: int
    why: Why = NO_REASON

    @property
    def difference(self) -> int:
        """Return printed less computed."""
        return self.printed - self.computed


def check_table(table: FigureTable, others: Alternates | None = None) -> list[Difference]:
    """Return every difference of a table; `others` are likelier values that another table prints, by row and field."""
    formula = _formula(table)
    alternates: Alternates = dict(others or {})
    found: list[Difference] = []
    for row in table.rows:
        found += _balance(table.sheet, row, formula, alternates)
    for total in table.totals:
        own: Alternates = {}
        found += _sums(table, total, alternates)
        found += _balance(table.sheet, total.figures, formula, own)
    for row in [*table.rows, *(total.figures for total in table.totals)]:
        wrong = wrong_percent(row.money, row.percent)
        if wrong is not None:
            printed, computed, why = wrong
            found.append(
                Difference(table.sheet, row.row, row.label, Check.PERCENT, "percent", printed, computed, why)
            )
    return sorted(found, key=lambda each: each.row)


def _formula(table: FigureTable) -> tuple[str, ...]:
    """Return the parts that make up the budget here: with what is bound by contract, or without, as most rows have it."""
    plain = tuple(part for part in PLAIN if part in table.at)
    bound = tuple(part for part in PARTS if part in table.at)
    if "budget" not in table.at or "disbursed" not in table.at or not set(plain) & {"remaining", "left_over"}:
        return ()
    fits = [sum(_misses(row, parts) == 0 for row in table.rows) for parts in (plain, bound)]
    return bound if fits[1] > fits[0] else plain


def _misses(row: FigureRow, parts: Sequence[str]) -> int | None:
    """Return the parts less the budget (satang), None where one of them is not printed."""
    if "budget" not in row.money or "disbursed" not in row.money:
        return None
    if not any(part in row.money for part in parts if part != "disbursed"):
        return None
    return sum(row.money.get(part, 0) for part in parts) - row.money["budget"]


def _balance(sheet: str, row: FigureRow, formula: Sequence[str], alternates: Alternates) -> list[Difference]:
    missed = _misses(row, formula) if formula else 0
    if not missed:
        return []
    suspects = []
    for place, name in enumerate((*formula, "budget")):
        if name in row.money:
            wanted = row.money[name] + (missed if name == "budget" else -missed)
            slip = slip_between(row.money[name], wanted)
            if slip is not None:
                suspects.append((RANK[slip], place, name, wanted, slip))
    budget = row.money["budget"]
    if not suspects or _is_a_toss_up([slip for _rank, _place, _name, _wanted, slip in suspects]):
        return [Difference(sheet, row.row, row.label, Check.BALANCE, "remaining", budget + missed, budget)]
    _rank, _place, name, wanted, slip = min(suspects)
    alternates.setdefault((row.row, name), wanted)
    details = (("field", name), ("printed", str(row.money[name])), ("likely", str(wanted)))
    why = Why(slip, details)
    return [Difference(sheet, row.row, row.label, Check.BALANCE, name, budget + missed, budget, why)]


def _is_a_toss_up(slips: Sequence[Slip]) -> bool:
    """Return whether the same slip of one digit may lie in several figures: then none of them is named."""
    likeliest = min(slips, key=lambda slip: RANK[slip])
    return likeliest in OF_DIGITS and slips.count(likeliest) > 1


def _sums(table: FigureTable, total: TotalRow, alternates: Alternates) -> list[Difference]:
    rows = table.rows[total.first : total.last]
    gaps = Gaps.of(rows, total.figures, alternates)
    found = []
    for name in MONEY:
        if name not in total.figures.money or (name == "budget" and not table.budget_totals):
            continue
        printed = total.figures.money[name]
        values = {row.row: row.money[name] for row in rows if name in row.money}
        if values and sum(values.values()) != printed:
            likelier = {
                at: satang for (at, field_), satang in alternates.items() if field_ == name and at in values
            }
            why = explain_total(printed, values, likelier, name, gaps)
            figures = total.figures
            found.append(
                Difference(
                    table.sheet,
                    figures.row,
                    figures.label,
                    Check.TOTAL,
                    name,
                    printed,
                    sum(values.values()),
                    why,
                )
            )
    return found
