"""How much is too much for each finding; a province may choose its own (models/case_settings)."""

from dataclasses import dataclass, field
from enum import StrEnum

from rules.stall import StallLimits

_SATANG_PER_BAHT = 100


class Method(StrEnum):
    """How something is bought."""

    E_BIDDING = "e_bidding"
    SELECTION = "selection"
    SPECIFIC = "specific"


@dataclass(frozen=True)
class FindingLimits:
    """Working days unless named otherwise. Only two numbers have a source; the others are our choice (docs/rules.md).

    unreported: from the day the report fell due (the 1st) until its absence opens a case; the chase of the 10th
    comes first. procurement_*: in PROCUREMENT, by method. no_money_days: calendar days at 100 % of work without a
    baht. returns: times that a status came back to an earlier one. same_figures: reports in a row with equal figures.
    finish_quarter: from this quarter on the pace is asked whether it reaches 100 % by 30 September.
    """

    stall: StallLimits = field(default_factory=StallLimits)
    unreported: int = 10
    procurement_e_bidding: int = 60
    procurement_selection: int = 40
    procurement_specific: int = 20
    no_money_days: int = 60
    returns: int = 2
    same_figures: int = 4
    finish_quarter: int = 3

    def procurement(self, method: Method) -> int:
        """Return the working days that this way of buying may take."""
        return {
            Method.E_BIDDING: self.procurement_e_bidding,
            Method.SELECTION: self.procurement_selection,
            Method.SPECIFIC: self.procurement_specific,
        }[method]


USUAL_FINDING_LIMITS = FindingLimits()


def usual_method(budget_satang: int) -> Method:
    """Return how this much money is usually spent, where nobody says it.

    Over 2 million baht e-bidding (Lampang 2560 section 5); up to 500,000 baht the specific method (ministerial
    regulation of 2560).
    """
    baht = budget_satang / _SATANG_PER_BAHT
    if baht > 2_000_000:
        return Method.E_BIDDING
    return Method.SELECTION if baht > 500_000 else Method.SPECIFIC
