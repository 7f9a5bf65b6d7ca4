"""One line of the draft with all it stands on: the activity's plan, last month, and the figures that result."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from handlers.report.draft import Item
from models.overview import ActivityState
from models.treasury_figures import TreasuryFigures
from rules.carry_forward import carried_forward
from rules.doubt import Doubt
from rules.figures import Figures
from rules.fiscal_year import usual_as_of
from rules.pace import is_behind, planned_percent
from rules.quality import as_of_doubts, doubts
from rules.status import Status

NOT_BEGUN = (None, Status.NOT_STARTED, Status.PROCUREMENT)


def _not_asked() -> None:
    return None


@dataclass(frozen=True)
class Line:
    """`base` is what unsaid figures are taken from, `last` what the card compares with: the month before.

    `ask_treasury` returns what the treasury last said, None where no export speaks of the activity.
    """

    item: Item
    state: ActivityState
    sent_on: date
    is_admin: bool = False
    ask_treasury: Callable[[], TreasuryFigures | None] = _not_asked

    @cached_property
    def treasury(self) -> TreasuryFigures | None:
        return self.ask_treasury()

    @cached_property
    def treasury_ahead(self) -> TreasuryFigures | None:
        """The treasury's figure where it is newer than the last report and says more than that, within the budget."""
        figures, before = self.treasury, self.state.latest
        if figures is None or figures.disbursed_satang > self.state.activity.budget_satang:
            return None
        if before is None or before.disbursed_satang is None:
            return figures if figures.disbursed_satang else None
        is_newer = figures.as_of >= before.as_of
        return figures if is_newer and figures.disbursed_satang > before.disbursed_satang else None

    @property
    def treasury_offered(self) -> TreasuryFigures | None:
        """The treasury's figure where it can be the answer: it is ahead, or a report that it contradicts is corrected."""
        if self.treasury_ahead is not None or not self.item.is_correction or self.treasury is None:
            return self.treasury_ahead
        paid, before = self.treasury.disbursed_satang, self.state.latest
        is_other = before is not None and before.disbursed_satang != paid
        return self.treasury if is_other and paid <= self.state.activity.budget_satang else None

    @cached_property
    def last(self) -> Figures | None:
        before = self.state.before(self.item.period)
        return before.figures() if before else None

    @cached_property
    def base(self) -> Figures | None:
        same_month = self.state.valid.get(self.item.period)
        return same_month.figures() if same_month else self.last

    @cached_property
    def now(self) -> Figures:
        """The figures that would be stored."""
        if self.item.is_no_change and self.base is not None:
            return self.base
        return carried_forward(self._said(), self.base)

    @cached_property
    def as_of(self) -> date:
        return self.item.as_of or usual_as_of(self.item.period, self.sent_on)

    @cached_property
    def planned(self) -> Decimal | None:
        activity = self.state.activity
        return planned_percent(activity.planned_start, activity.planned_end, self.as_of)

    @property
    def is_behind(self) -> bool:
        return is_behind(self.now.progress_percent, self.planned)

    @property
    def unpaid_satang(self) -> int:
        return self.state.activity.budget_satang - (self.now.disbursed_satang or 0)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What must be changed, then what must be confirmed."""
        budget, year_be = self.state.activity.budget_satang, self.state.activity.year_be
        if self.item.is_no_change and self.base is not None:
            return doubts(self.base, self.base, budget)
        dates = as_of_doubts(self.as_of, self.sent_on, year_be)
        return (*dates, *doubts(self.now, self.last, budget, is_admin=self.is_admin))

    def _said(self) -> Figures:
        """Work that has got a percentage has begun, and blocked work that gained some goes on again."""
        said, base = self.item.said, self.base or Figures()
        has_risen = (said.progress_percent or 0) > (base.progress_percent or 0)
        goes_on = said.status is None and not said.causes and has_risen
        if goes_on and base.status in (*NOT_BEGUN, Status.BLOCKED):
            said = replace(said, status=Status.IN_PROGRESS)
        if (
            said.status is Status.NOT_STARTED
            and base.disbursed_satang is None
            and said.disbursed_satang is None
        ):
            said = replace(said, disbursed_satang=0)
        begins = (said.status or base.status) in (Status.NOT_STARTED, Status.PROCUREMENT)
        if begins and base.progress_percent is None and said.progress_percent is None:
            said = replace(said, progress_percent=Decimal(0))
        return said
