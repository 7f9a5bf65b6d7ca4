"""Which group an activity belongs to today: the weekly summary and the questions by chat count these groups.

Every activity is in exactly one. "No report" is never mixed up with "reported no change": the first is
UNREPORTED, the second is a report like any other and is judged by its figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.calendar import WorkCalendar
from rules.duty import (
    USUAL_DAYS,
    ReportingDays,
    duty_has_ended,
    newest_late_period,
    owes,
    report_due_on,
)
from rules.fiscal_year import first_day, next_period, period_of
from rules.movement import Observation, moved_by_report_or_treasury
from rules.stall import USUAL_LIMITS, Stall, StallLimits, clock_starts_on, stalled_since
from rules.standing import Standing


class Condition(StrEnum):
    """The groups; WAITING has not begun and need not have, or its first report is not late yet."""

    MOVING = "moving"
    STANDING_STILL = "standing_still"
    UNREPORTED = "unreported"
    WAITING = "waiting"
    FINISHED = "finished"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Judgement:
    """The group, and why.

    since: the last movement or the start of the clock (MOVING, STANDING_STILL), the day the oldest missing
    report fell due (UNREPORTED), or None. working_days: how long ago that is.
    missing_from: the oldest period without a report, where UNREPORTED.
    stall: what the reports received say of standing still; an UNREPORTED activity may have one beside.
    """

    condition: Condition
    since: date | None = None
    working_days: int = 0
    stall: Stall | None = None
    missing_from: date | None = None


def classify(
    standing: Standing,
    observations: Sequence[Observation],
    today: date,
    calendar: WorkCalendar,
    *,
    treasury: Sequence[Observation] = (),
    limits: StallLimits = USUAL_LIMITS,
    days: ReportingDays = USUAL_DAYS,
) -> Judgement:
    """Return the activity's group `today`.

    A missing report counts only from its late day (the 10th); until then the reports received are judged, and
    what the treasury paid beside them.
    """
    if standing.is_cancelled:
        return Judgement(Condition.CANCELLED)
    if duty_has_ended(standing):
        return Judgement(Condition.FINISHED)
    moved_on = moved_by_report_or_treasury(observations, treasury, today)
    starts_on = clock_starts_on(standing, has_moved=moved_on is not None, limits=limits)
    stall = stalled_since(observations, today, limits.working_days, calendar, starts_on, treasury)
    if owes(standing, newest_late_period(today, calendar, days)):
        return _unreported(standing, today, calendar, days, stall)
    if stall is not None:
        return Judgement(Condition.STANDING_STILL, stall.since, stall.working_days, stall)
    if moved_on is None:
        return Judgement(Condition.WAITING)
    return Judgement(Condition.MOVING, moved_on, calendar.working_days_between(moved_on, today))


def _unreported(
    standing: Standing, today: date, calendar: WorkCalendar, days: ReportingDays, stall: Stall | None
) -> Judgement:
    missing = _oldest_missing(standing)
    due_on = report_due_on(missing, calendar, days)
    overdue = calendar.working_days_between(due_on, today)
    return Judgement(Condition.UNREPORTED, due_on, overdue, stall, missing)


def _oldest_missing(standing: Standing) -> date:
    begins = max(first_day(standing.year_be), period_of(standing.duty_from or date.min))
    return begins if standing.last_period is None else max(begins, next_period(standing.last_period))
