"""Where one activity stands now: its plan and its last figures; duty, stall and the summary judge it."""

from dataclasses import dataclass, field
from datetime import date

from rules.figures import Figures
from rules.status import Status


@dataclass(frozen=True)
class Standing:
    """One activity as last reported, corrections and undone reports already settled.

    budget_satang is the budget after approved transfers; figures are carried forward from report to report.
    last_period is the newest period with a standing report (a report of "no change" is one).
    left_over_satang is what was declared as left over (เหลือจ่าย); None where nothing was declared.
    duty_from is the first period to report where that is not the year's first (a plan imported late).
    """

    activity_no: int
    year_be: int
    budget_satang: int
    figures: Figures = field(default_factory=Figures)
    last_period: date | None = None
    left_over_satang: int | None = None
    planned_start: date | None = None
    duty_from: date | None = None
    is_carried_over: bool = False
    closed_on: date | None = None

    @property
    def disbursed_satang(self) -> int:
        """Cumulative from 1 October; 0 where nothing was reported yet."""
        return self.figures.disbursed_satang or 0

    @property
    def unpaid_satang(self) -> int:
        """The budget not yet disbursed and not declared left over (คงเหลือ); never below zero."""
        return max(0, self.budget_satang - self.disbursed_satang - (self.left_over_satang or 0))

    @property
    def is_cancelled(self) -> bool:
        return self.figures.status is Status.CANCELLED

    @property
    def is_completed(self) -> bool:
        return self.figures.status is Status.COMPLETED
