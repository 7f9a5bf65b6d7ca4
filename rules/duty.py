"""Who still owes which report and when it is due; reminders, chasing and "what do I owe" call it.

Sources: Loei 2564 section 3(3): on the 1st of each month. Lampang 2560 section 6.2-3(2.1): on the 10th of
each month until the disbursement is complete.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.calendar import WorkCalendar
from rules.fiscal_year import (
    first_day,
    last_day,
    next_period,
    period_just_ended,
    period_of,
    previous_period,
)
from rules.standing import Standing


class ReportingState(StrEnum):
    """How one activity stands with one period's report."""

    REPORTED = "reported"
    NOT_DUE = "not_due"
    OWED = "owed"
    LATE = "late"
    NO_DUTY = "no_duty"


@dataclass(frozen=True)
class ReportingDays:
    """The days of the month after the period on which its report is asked for and becomes late."""

    due: int = 1
    late: int = 10


USUAL_DAYS = ReportingDays()


def duty_has_ended(standing: Standing) -> bool:
    """Return whether no more reports are asked for: all is disbursed, or the activity is cancelled or closed.

    Finished work does not end the duty while money is unpaid, unless all that remains is declared left over.
    Without any money to follow, finished work does end it.
    Source: Lampang 2560 section 6.2-3(2.1).
    """
    if standing.is_cancelled or standing.closed_on is not None:
        return True
    if standing.budget_satang > 0 and standing.disbursed_satang >= standing.budget_satang:
        return True
    return standing.is_completed and standing.unpaid_satang == 0


def is_waiting_for_money(standing: Standing) -> bool:
    """Return whether the work is completed but money is neither paid nor declared left over."""
    return standing.is_completed and not duty_has_ended(standing)


def owes(standing: Standing, period: date) -> bool:
    """Return whether the report for `period` is still missing.

    Figures are cumulative, so a report for a later period settles the earlier ones. Activities that have not
    begun report too ("not started"). After September only money carried over to the next year is reported on.
    """
    if duty_has_ended(standing) or not _duty_covers(standing, period):
        return False
    return standing.last_period is None or standing.last_period < period


def _duty_covers(standing: Standing, period: date) -> bool:
    begins = max(first_day(standing.year_be), standing.duty_from or date.min)
    return begins <= period and (standing.is_carried_over or period <= last_day(standing.year_be))


def report_due_on(period: date, calendar: WorkCalendar, days: ReportingDays = USUAL_DAYS) -> date:
    """Return the day the report for `period` is asked for: the 1st of the next month, moved off days off."""
    return calendar.shifted(next_period(period).replace(day=days.due))


def report_late_on(period: date, calendar: WorkCalendar, days: ReportingDays = USUAL_DAYS) -> date:
    """Return the first day that report counts as late: the 10th of the next month, moved off days off."""
    return calendar.shifted(next_period(period).replace(day=days.late))


def period_falling_due(today: date, calendar: WorkCalendar, days: ReportingDays = USUAL_DAYS) -> date | None:
    """Return the period whose report is first asked for `today`, or None on any other day."""
    return next(
        (period for period in _candidates(today) if report_due_on(period, calendar, days) == today), None
    )


def period_falling_late(today: date, calendar: WorkCalendar, days: ReportingDays = USUAL_DAYS) -> date | None:
    """Return the period whose missing reports become late `today`, or None on any other day."""
    return next(
        (period for period in _candidates(today) if report_late_on(period, calendar, days) == today), None
    )


def period_asked(today: date, calendar: WorkCalendar, days: ReportingDays = USUAL_DAYS) -> date:
    """Return the period that people report on `today`: the month just ended.

    It is the running month once its own due day has come, moved back before the month's end.
    """
    running = period_of(today)
    return running if report_due_on(running, calendar, days) <= today else period_just_ended(today)


def newest_late_period(today: date, calendar: WorkCalendar, days: ReportingDays = USUAL_DAYS) -> date:
    """Return the newest period whose report may be called missing: its late day has come."""
    return next(period for period in _candidates(today) if report_late_on(period, calendar, days) <= today)


def _candidates(today: date) -> tuple[date, ...]:
    """The periods whose days can lie near `today`, newest first; a shift may cross the end of a month."""
    ended = period_just_ended(today)
    return (next_period(ended), ended, previous_period(ended), previous_period(previous_period(ended)))


def reporting_state(
    standing: Standing, period: date, today: date, calendar: WorkCalendar, days: ReportingDays = USUAL_DAYS
) -> ReportingState:
    """Return how the activity stands `today` with the report for `period`."""
    if standing.last_period is not None and standing.last_period >= period:
        return ReportingState.REPORTED
    if not owes(standing, period):
        return ReportingState.NO_DUTY
    if today < report_due_on(period, calendar, days):
        return ReportingState.NOT_DUE
    return ReportingState.LATE if today >= report_late_on(period, calendar, days) else ReportingState.OWED


def working_days_overdue(
    period: date, today: date, calendar: WorkCalendar, days: ReportingDays = USUAL_DAYS
) -> int:
    """Return the working days since the report for `period` was asked for; 0 before and on that day."""
    return max(0, calendar.working_days_between(report_due_on(period, calendar, days), today))
