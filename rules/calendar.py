"""Which days are worked, and where a duty on a day off moves; jobs and every rule of time call it."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from rules.thai_holidays import civil_service_holidays

_DAY = timedelta(days=1)
_SATURDAY = 5


class Shift(StrEnum):
    """Where a duty goes that falls on a day off."""

    NEXT = "next"
    PREVIOUS = "previous"
    NONE = "none"


@dataclass(frozen=True)
class WorkCalendar:
    """Monday to Friday without holidays, as the office amends it; years are worked out when first asked for.

    closed: days off beside the usual holidays, with their names (regional days, cabinet resolutions).
    opened: days worked although they are holidays or fall on a weekend.
    shift: where the office moves duties that fall on a day off.
    weekly_on: on which weekday the office has its weekly duties, 0 for Monday.
    holidays_of: the usual holidays of one CE year.
    """

    closed: Mapping[date, str] = field(default_factory=dict)
    opened: frozenset[date] = frozenset()
    shift: Shift = Shift.NEXT
    weekly_on: int = 0
    holidays_of: Callable[[int], Mapping[date, str]] = field(default=civil_service_holidays, repr=False)
    _years: dict[int, tuple[date, ...]] = field(default_factory=dict, repr=False, compare=False)

    def is_working_day(self, day: date) -> bool:
        """Return whether offices work on `day`."""
        if day in self.opened:
            return True
        return day.weekday() < _SATURDAY and self.holiday_name(day) is None

    def holiday_name(self, day: date) -> str | None:
        """Return the name of the holiday on `day`, or None; an ordinary weekend has no name."""
        if day in self.opened:
            return None
        return self.closed.get(day) or self.holidays_of(day.year).get(day)

    def next_working_day(self, day: date) -> date:
        """Return `day` itself where it is worked, otherwise the first working day after it."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def previous_working_day(self, day: date) -> date:
        """Return `day` itself where it is worked, otherwise the last working day before it."""
        while not self.is_working_day(day):
            day -= _DAY
        return day

    def shifted(self, day: date) -> date:
        """Return where a duty of `day` falls: moved off holidays and weekends as the office chose."""
        if self.shift is Shift.NEXT:
            return self.next_working_day(day)
        return self.previous_working_day(day) if self.shift is Shift.PREVIOUS else day

    def working_days_between(self, start: date, end: date) -> int:
        """Return the working days after `start` up to and with `end`; negative where `end` comes first."""
        if end < start:
            return -self.working_days_between(end, start)
        between = sum(len(self._working_days(year)) for year in range(start.year, end.year))
        return between + self._position(end) - self._position(start)

    def add_working_days(self, day: date, count: int) -> date:
        """Return the `count`-th working day after `day`, before it where negative; `day` itself for 0."""
        for _ in range(count):
            day = self.next_working_day(day + _DAY)
        for _ in range(-count):
            day = self.previous_working_day(day - _DAY)
        return day

    def _position(self, day: date) -> int:
        return bisect_right(self._working_days(day.year), day)

    def _working_days(self, year: int) -> tuple[date, ...]:
        if year not in self._years:
            days = (date(year, 1, 1) + _DAY * count for count in range(366))
            self._years[year] = tuple(day for day in days if day.year == year and self.is_working_day(day))
        return self._years[year]


def thai_calendar(
    overrides: Mapping[date, str | None] | None = None, shift: Shift = Shift.NEXT
) -> WorkCalendar:
    """Return the calendar of Thai government offices, amended by the office's own table.

    `overrides` maps a date to the name of its holiday, or to None where it is worked after all.
    """
    return _amended(frozenset((overrides or {}).items()), shift)


@lru_cache(maxsize=256)
def _amended(overrides: frozenset[tuple[date, str | None]], shift: Shift) -> WorkCalendar:
    """Return one calendar for the same table, however often it is asked for: it has counted its years already."""
    closed = {day: name for day, name in overrides if name is not None}
    return WorkCalendar(closed, frozenset(day for day, _name in overrides) - frozenset(closed), shift)
