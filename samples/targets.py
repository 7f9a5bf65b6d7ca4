"""Disbursement targets for the demo: those of Lampang 2560, section 2, which the demo borrows for its own year.

The source prints the year's target and four quarters: 96 = 30 + 22 + 21 + 23 overall, 98 recurrent, 87 investment.
Each quarter's figure is what that quarter adds; money, which is cumulative, is compared with their running sum
(52 percent overall at the end of March). targets.csv keeps the source's year and its figures unchanged.
"""

import csv
from decimal import Decimal
from pathlib import Path

from rules.expense_class import ExpenseClass
from rules.targets import Measure, Target

TARGETS_CSV = Path(__file__).with_name("targets.csv")


def sample_targets(year_be: int) -> tuple[Target, ...]:
    """Return Lampang's targets as if they were set for `year_be`: percent of the budget, by class and quarter."""
    with TARGETS_CSV.open(encoding="utf-8", newline="") as source:
        return tuple(
            Target(
                year_be, ExpenseClass(row["expense_class"]), Measure(row["measure"]), int(row["quarter"]),
                Decimal(row["percent"]),
            )
            for row in csv.DictReader(source)
        )  # fmt: skip
