"""The day of the governor's weekly summary: a weekday, moved off days off as the office chose."""

from datetime import date, timedelta

from rules.calendar import WorkCalendar

_WEEK = timedelta(days=7)


def summary_day_from(earliest: date, calendar: WorkCalendar, weekday: int = 0) -> date:
    """Return the first day of the summary that is not before `earliest`; `weekday` is 0 for Monday."""
    nominal = earliest - timedelta(days=(earliest.weekday() - weekday) % 7) - _WEEK
    while calendar.shifted(nominal) < earliest:
        nominal += _WEEK
    return calendar.shifted(nominal)
