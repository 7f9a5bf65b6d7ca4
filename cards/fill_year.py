"""Fills the views of a whole year: the plan, the week's summary, the money; handlers and jobs call it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from sqlalchemy.orm import Session

from cards.fill import SHOWN_CONDITIONS, judged, stalled_row
from cards.views import PlanView, StalledRow, SummaryView
from cards.views_office import DisbursedRow, DisbursedView
from engine.clock import BANGKOK
from i18n import _
from models.overview import ActivityState, states_of
from models.plan import activities
from models.province import Province
from models.report import effective
from models.target import targets as stored_targets
from models.treasury_history import paid_by_treasury
from models.working_days import calendar_of
from rules.calendar import WorkCalendar
from rules.condition import Condition, Judgement
from rules.duty import ReportingState, period_asked, reporting_state
from rules.expense_class import ExpenseClass
from rules.fiscal_year import quarter_end, quarter_of
from rules.movement import Observation
from rules.plain_words import sentence
from rules.status import Status
from rules.summary import Line, WeeklySummary, money_by_class, weekly_summary
from rules.targets import Measure, Target, cumulative_target
from thai import writing

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Year:
    """One province's year as it stands on a day; every figure of a card comes from the same reading."""

    session: Session
    province: Province
    year_be: int
    today: date

    @cached_property
    def calendar(self) -> WorkCalendar:
        return calendar_of(self.session, self.province)

    @property
    def period(self) -> date:
        """The month that people report on now."""
        return period_asked(self.today, self.calendar)

    @cached_property
    def states(self) -> list[ActivityState]:
        return states_of(self.session, activities(self.session, self.province.id, self.year_be))

    @cached_property
    def judgements(self) -> dict[int, Judgement]:
        return {
            state.activity.no: judged(
                state, self.today, self.calendar, self.treasury.get(state.activity.id, ())
            )
            for state in self.states
        }

    @cached_property
    def treasury(self) -> dict[int, list[Observation]]:
        """What the treasury paid, export by export, by activity id."""
        return paid_by_treasury(self.session, self.province.id, self.year_be)

    @cached_property
    def lines(self) -> list[Line]:
        return [
            Line(
                state.standing(),
                self.judgements[state.activity.no],
                state.agency.name,
                ExpenseClass(state.activity.expense_class) if state.activity.expense_class else None,
            )
            for state in self.states
        ]

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        return tuple(
            Target(
                row.year_be, ExpenseClass(row.expense_class), Measure(row.measure), row.quarter, row.percent
            )
            for row in stored_targets(self.session, self.province.id, self.year_be)
        )

    @cached_property
    def summary(self) -> WeeklySummary:
        return weekly_summary(self.lines, self.targets, self.today, self.year_be)

    def state(self, no: int) -> ActivityState:
        return next(state for state in self.states if state.activity.no == no)

    def duty(self, state: ActivityState) -> ReportingState:
        return reporting_state(state.standing(), self.period, self.today, self.calendar)


def plan_view(session: Session, province: Province, year_be: int, today: date) -> PlanView:
    """Return the whole plan of a year."""
    year = Year(session, province, year_be, today)
    found, duties = year.summary, Counter(year.duty(state) for state in year.states)
    return PlanView(
        year_be=year_be,
        activities=found.activities,
        projects=len({state.activity.project_id for state in year.states}),
        budget_satang=found.budget_satang,
        disbursed_satang=found.disbursed_satang,
        committed_satang=found.used_satang - found.disbursed_satang,
        target_percent=found.against.target_percent if found.against else None,
        by_status=Counter(
            state.latest.status if state.latest and state.latest.status else Status.NOT_STARTED
            for state in year.states
        ),
        by_condition=conditions_shown(found),
        period=year.period,
        reported=duties[ReportingState.REPORTED],
        owed=duties[ReportingState.OWED],
        late=duties[ReportingState.LATE],
        province=province.name,
    )


def summary_view(year: Year) -> SummaryView:
    """Return the week for the executives."""
    found, counts = year.summary, conditions_shown(year.summary)
    return SummaryView(
        on=year.today,
        moving=counts["moving"],
        standing=counts["standing_still"],
        unreported=counts["unreported"],
        finished=counts["finished"],
        budget_satang=found.budget_satang,
        disbursed_satang=found.disbursed_satang,
        target_percent=found.against.target_percent if found.against else None,
        last_week_disbursed_satang=disbursed_before(year, year.today - A_WEEK),
        worst=tuple(worst_rows(year)),
        sentence=sentence(found, writing),
        province=year.province.name,
    )


def disbursed_before(year: Year, day: date) -> int | None:
    """Return the satang disbursed as it was known when `day` began, or None where nothing was reported by then.

    The activities are those that the year's own sum counts, so that the two can be compared.
    """
    cancelled = Condition.CANCELLED
    counted = [
        state for state in year.states if year.judgements[state.activity.no].condition is not cancelled
    ]
    begins = datetime.combine(day, time(), BANGKOK)
    known = [effective([each for each in state.revisions if each.sent_at < begins]) for state in counted]
    if not any(known):
        return None
    return sum(valid[max(valid)].disbursed_satang or 0 for valid in known if valid)


def worst_rows(year: Year) -> list[StalledRow]:
    """Return the worst cases, the most severe first."""
    return [stalled_row(year.state(case.activity_no), case.judgement) for case in year.summary.worst]


def conditions_shown(found: WeeklySummary) -> dict[str, int]:
    """Return the counts of the groups that cards show; what waits for its planned start counts as moving."""
    counts = {name: found.counts.get(condition, 0) for condition, name in SHOWN_CONDITIONS.items()}
    counts["moving"] += found.counts.get(Condition.WAITING, 0)
    return counts


def disbursed_view(year: Year) -> DisbursedView:
    """Return money against the targets of the present quarter, by expense class."""
    on = min(year.today, quarter_end(year.year_be, 4))
    disbursed, used = money_by_class(year.lines), money_by_class(year.lines, Measure.USED)
    names = {
        ExpenseClass.RECURRENT: _("Recurrent"),
        ExpenseClass.INVESTMENT: _("Investment"),
        ExpenseClass.OVERALL: _("Without a class"),
    }

    def row(name: str, expense_class: ExpenseClass, budget: int, paid: int, bound: int) -> DisbursedRow:
        return DisbursedRow(
            name=name,
            budget_satang=budget,
            disbursed_satang=paid,
            used_satang=bound,
            target_percent=cumulative_target(year.targets, on, expense_class),
            used_target_percent=cumulative_target(year.targets, on, expense_class, Measure.USED),
        )

    rows = [row(names[each], each, *disbursed[each], used[each][1]) for each in names if each in disbursed]
    sums = [
        sum(column)
        for column in zip(*[(r.budget_satang, r.disbursed_satang, r.used_satang) for r in rows], strict=True)
    ]
    total = row(_("Total"), ExpenseClass.OVERALL, *(sums or [0, 0, 0]))
    return DisbursedView(year.year_be, quarter_of(on), year.today, tuple(rows), total)
