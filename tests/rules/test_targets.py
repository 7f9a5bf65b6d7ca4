"""Money is compared with the sum of the quarters' targets (Lampang 2560 section 2)."""

from datetime import date
from decimal import Decimal

import pytest

from rules.expense_class import ExpenseClass
from rules.targets import (
    Measure,
    Target,
    cumulative_target,
    money_against_target,
    target_fallen_due,
)

LAMPANG = {
    ExpenseClass.OVERALL: (30, 22, 21, 23),
    ExpenseClass.RECURRENT: (33, 22, 21, 22),
    ExpenseClass.INVESTMENT: (19, 22, 22, 24),
}
TARGETS = [
    Target(2560, expense_class, Measure.DISBURSED, quarter, Decimal(percent))
    for expense_class, quarters in LAMPANG.items()
    for quarter, percent in enumerate(quarters, start=1)
]
MAY_2560 = date(2017, 5, 15)  # quarter 3
M = 1_000_000_00


@pytest.mark.parametrize(
    ("expense_class", "year"),
    [(ExpenseClass.OVERALL, 96), (ExpenseClass.RECURRENT, 98), (ExpenseClass.INVESTMENT, 87)],
)
def test_the_quarters_add_up_to_the_printed_target_of_the_year(expense_class, year):
    assert cumulative_target(TARGETS, date(2017, 9, 30), expense_class) == year


def test_the_target_of_a_day_is_that_of_its_quarters_end():
    assert cumulative_target(TARGETS, MAY_2560, ExpenseClass.INVESTMENT) == 63
    assert cumulative_target(TARGETS, date(2016, 10, 1), ExpenseClass.INVESTMENT) == 19


@pytest.mark.parametrize(
    ("on", "due"),
    [(date(2016, 12, 30), 0), (date(2016, 12, 31), 19), (MAY_2560, 41), (date(2017, 6, 30), 63)],
)
def test_only_finished_quarters_have_fallen_due(on, due):
    assert target_fallen_due(TARGETS, on, ExpenseClass.INVESTMENT) == due


def test_no_target_is_not_zero():
    assert cumulative_target(TARGETS, date(2021, 5, 15), ExpenseClass.OVERALL) is None
    assert cumulative_target(TARGETS, MAY_2560, ExpenseClass.OVERALL, Measure.USED) is None
    assert target_fallen_due([], MAY_2560, ExpenseClass.OVERALL) is None
    assert money_against_target({ExpenseClass.OVERALL: (M, 0)}, [], MAY_2560) is None


def test_a_class_without_its_own_targets_takes_those_of_the_whole():
    overall = [target for target in TARGETS if target.expense_class is ExpenseClass.OVERALL]
    assert cumulative_target(overall, MAY_2560, ExpenseClass.RECURRENT) == 73


def test_each_class_is_measured_by_its_own_target():
    money = {ExpenseClass.INVESTMENT: (100 * M, 50 * M), ExpenseClass.RECURRENT: (100 * M, 60 * M)}
    against = money_against_target(money, TARGETS, MAY_2560)
    assert against is not None
    assert against.target_satang == 63 * M + 76 * M
    assert against.short_satang == 29 * M
    assert (against.reached_percent, against.target_percent) == (55, Decimal("69.50"))
    assert against.points == Decimal("-14.50")


def test_what_is_above_target_is_not_short():
    against = money_against_target({ExpenseClass.OVERALL: (100 * M, 80 * M)}, TARGETS, MAY_2560)
    assert (against.short_satang, against.points) == (0, 7)
