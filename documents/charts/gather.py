"""What the charts show, read from a year's activities and their reports; summaries and papers call it.

Percentages are of the budget without cancelled activities. Pure: the caller brings states, targets and `on`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from documents.charts.ageing import Ageing, Stuck
from documents.charts.agency_bars import AgencyBar, AgencyBars
from documents.charts.s_curve import SCurve
from models.overview import ActivityState
from rules.condition import Condition, Judgement
from rules.expense_class import ExpenseClass
from rules.fiscal_year import first_day, last_day_of, next_period, period_of, quarter_end
from rules.shares import percent_of
from rules.targets import Target, money_against_target
from thai.search import brief_agency

Judged = Sequence[tuple[ActivityState, Judgement]]


def s_curve(province: str, year_be: int, on: date, judged: Judged, targets: Sequence[Target]) -> SCurve:
    """Return the money of each month's end up to `on`, as the reports now say, beside the targets of the quarters."""
    states = [state for state, judgement in judged if judgement.condition is not Condition.CANCELLED]
    budget = sum(state.activity.budget_satang for state in states)
    begins, ends = first_day(year_be), quarter_end(year_be, 4)
    reached = [(begins, 0.0)]
    month = begins
    while month <= min(on, ends) and budget:
        day = min(last_day_of(month), on)
        reached.append((day, _percent(_disbursed(states, month), budget)))
        month = next_period(month)
    return SCurve(province, year_be, on, tuple(reached), _target_line(year_be, states, targets))


def agency_bars(province: str, on: date, judged: Judged) -> AgencyBars:
    """Return how many activities of each agency move, stand still, are silent or finished."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for state, judgement in judged:
        group = GROUPS.get(judgement.condition)
        if group is not None:
            found[brief_agency(state.agency.name)][group] += 1
    return AgencyBars(province, on, tuple(_bar(name, counts) for name, counts in sorted(found.items())))


def ageing(province: str, on: date, judged: Judged) -> Ageing:
    """Return what stands still or is silent, with its age and the money that waits."""
    stuck = [
        Stuck(
            judgement.working_days,
            state.standing().unpaid_satang,
            judgement.condition is Condition.UNREPORTED,
        )
        for state, judgement in judged
        if judgement.condition in (Condition.STANDING_STILL, Condition.UNREPORTED)
    ]
    return Ageing(province, on, tuple(stuck))


# What waits for its planned start needs nobody, so it is counted with what moves.
GROUPS: Mapping[Condition, str] = {
    Condition.MOVING: "moving",
    Condition.WAITING: "moving",
    Condition.STANDING_STILL: "still",
    Condition.UNREPORTED: "silent",
    Condition.FINISHED: "finished",
}


def _bar(name: str, counts: Mapping[str, int]) -> AgencyBar:
    return AgencyBar(name, *[counts.get(each, 0) for each in ("moving", "still", "silent", "finished")])


def _disbursed(states: Sequence[ActivityState], month: date) -> int:
    """Return the satang disbursed by the end of a month: of each activity the newest report up to it."""
    total = 0
    for state in states:
        known = [period for period in state.valid if period_of(period) <= month]
        total += (state.valid[max(known)].disbursed_satang or 0) if known else 0
    return total


def _target_line(
    year_be: int, states: Sequence[ActivityState], targets: Sequence[Target]
) -> tuple[tuple[date, float], ...]:
    """Return the year's cumulative targets at the ends of its quarters; nothing where a class has none."""
    money: dict[ExpenseClass, tuple[int, int]] = {}
    for state in states:
        named = state.activity.expense_class
        expense_class = ExpenseClass(named) if named else ExpenseClass.OVERALL
        budget = money.get(expense_class, (0, 0))[0] + state.activity.budget_satang
        money[expense_class] = (budget, 0)
    points = [(first_day(year_be), 0.0)]
    for quarter in (1, 2, 3, 4):
        day = quarter_end(year_be, quarter)
        against = money_against_target(money, targets, day)
        if against is None or against.target_percent is None:
            return ()
        points.append((day, float(against.target_percent)))
    return tuple(points)


def _percent(part: int, whole: int) -> float:
    return float(percent_of(part, whole) or 0)
