"""What becomes of the budget that is not disbursed: still to be paid (คงเหลือ), or no longer needed (เหลือจ่าย).

Source: Lampang 2560, table 4: budget = disbursed + remaining + left over, row by row.
"""

from dataclasses import dataclass

from rules.figures import Figures
from rules.status import Status


@dataclass(frozen=True)
class Rest:
    """Satang; both are zero or more and add up to what is not disbursed."""

    remaining_satang: int
    left_over_satang: int


def rest_of_budget(figures: Figures, budget_satang: int) -> Rest:
    """Return how the rest divides.

    Left over is what was declared so. Without a declaration the rest of completed work counts as left over once
    something was paid and nothing is committed any more; whoever says nothing of commitments may still have to pay.
    """
    rest = max(0, budget_satang - (figures.disbursed_satang or 0))
    left = figures.left_over_satang
    if left is None:
        is_settled = figures.status is Status.COMPLETED and figures.committed_satang == 0
        left = rest if is_settled and figures.disbursed_satang else 0
    return Rest(rest - min(left, rest), min(left, rest))
