"""A fiscal year's disbursement targets and how the money stands against them; the summary calls it.

Targets are data the office enters per year, expense class and quarter. The percentages of the quarters add up
to the year's (Lampang 2560 section 2: 30 + 22 + 21 + 23 = 96), so they are compared with cumulative money.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rules.expense_class import ExpenseClass
from rules.fiscal_year import fiscal_year_of, quarter_end, quarter_of
from rules.shares import percent_of, share_of


class Measure(StrEnum):
    """What is compared: disbursed (เบิกจ่าย), or used (ใช้จ่าย = disbursed + committed)."""

    DISBURSED = "disbursed"
    USED = "used"


@dataclass(frozen=True)
class Target:
    """What one quarter adds, in percent of the budget of its class; not cumulative."""

    year_be: int
    expense_class: ExpenseClass
    measure: Measure
    quarter: int
    percent: Decimal


@dataclass(frozen=True)
class AgainstTarget:
    """Money beside its target; percentages are of the budget, short_satang is 0 where it is reached."""

    budget_satang: int
    reached_satang: int
    target_satang: int

    @property
    def reached_percent(self) -> Decimal | None:
        return percent_of(self.reached_satang, self.budget_satang)

    @property
    def target_percent(self) -> Decimal | None:
        return percent_of(self.target_satang, self.budget_satang)

    @property
    def short_satang(self) -> int:
        return max(0, self.target_satang - self.reached_satang)

    @property
    def points(self) -> Decimal | None:
        """Percentage points above the target, below zero where it is missed; None without a budget."""
        reached, target = self.reached_percent, self.target_percent
        return None if reached is None or target is None else reached - target


def cumulative_target(
    targets: Iterable[Target], on: date, expense_class: ExpenseClass, measure: Measure = Measure.DISBURSED
) -> Decimal | None:
    """Return the percent to reach by the end of the quarter that `on` lies in, or None where none is set.

    A class without targets of its own takes those of the whole.
    """
    return _sum_to(targets, fiscal_year_of(on), quarter_of(on), expense_class, measure)


def target_fallen_due(
    targets: Iterable[Target], on: date, expense_class: ExpenseClass, measure: Measure = Measure.DISBURSED
) -> Decimal | None:
    """Return the percent that should be reached already: by the last quarter that ended before or on `on`.

    0 in quarter 1, before anything fell due; None where no target is set.
    """
    year_be, quarter = fiscal_year_of(on), quarter_of(on)
    due = quarter if on == quarter_end(year_be, quarter) else quarter - 1
    return _sum_to(targets, year_be, due, expense_class, measure)


def money_against_target(
    money: Mapping[ExpenseClass, tuple[int, int]],
    targets: Iterable[Target],
    on: date,
    measure: Measure = Measure.DISBURSED,
) -> AgainstTarget | None:
    """Return the province's money beside the target of the quarter's end, or None where a class has none.

    `money` maps each class to (budget, reached) in satang, OVERALL where the class is unknown; each class
    is measured by its own target and the baht are added.
    """
    known, target_satang = tuple(targets), 0
    for expense_class, (budget, _reached) in money.items():
        percent = cumulative_target(known, on, expense_class, measure)
        if percent is None:
            return None
        target_satang += share_of(budget, percent)
    budgets, reached = (sum(pair[place] for pair in money.values()) for place in (0, 1))
    return AgainstTarget(budgets, reached, target_satang)


def _sum_to(
    targets: Iterable[Target], year_be: int, quarter: int, expense_class: ExpenseClass, measure: Measure
) -> Decimal | None:
    of_year = [target for target in targets if (target.year_be, target.measure) == (year_be, measure)]
    own = [target for target in of_year if target.expense_class is expense_class]
    chosen = own or [target for target in of_year if target.expense_class is ExpenseClass.OVERALL]
    if not chosen:
        return None
    return sum((target.percent for target in chosen if target.quarter <= quarter), Decimal(0))
