"""The sample targets mean what Lampang printed: the quarters add up to the year."""

from datetime import date
from decimal import Decimal

import pytest

from rules.expense_class import ExpenseClass
from rules.fiscal_year import fiscal_year_of
from rules.targets import cumulative_target
from samples.plan_extra import PLAN_EXTRA
from samples.plan_rows import plan_rows
from samples.targets import sample_targets


@pytest.mark.parametrize(
    ("expense_class", "march", "year"),
    [("overall", 52, 96), ("recurrent", 55, 98), ("investment", 41, 87)],
)
def test_quarters_add_up_to_the_targets_of_march_and_of_the_year(expense_class, march, year):
    targets = sample_targets(2564)
    reached = [
        cumulative_target(targets, on, ExpenseClass(expense_class))
        for on in (date(2021, 3, 31), date(2021, 9, 30))
    ]
    assert reached == [Decimal(march), Decimal(year)]


def test_every_activity_has_a_class_and_dates_within_the_year():
    assert set(PLAN_EXTRA) == {activity.no for activity in plan_rows()}
    for _expense_class, start, end in PLAN_EXTRA.values():
        assert start < end
        assert fiscal_year_of(start) == fiscal_year_of(end) == 2564
