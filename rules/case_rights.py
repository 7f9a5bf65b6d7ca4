"""Who may rest a case where: nobody below the level that is asked; and how far away a rest may end."""

from datetime import date
from enum import StrEnum

from rules.calendar import WorkCalendar
from rules.ladder import Level
from rules.role import Role

_REACHES = {
    Role.OFFICER: Level.OFFICER,
    Role.HEAD: Level.HEAD,
    Role.ADMIN: Level.OFFICE,
    Role.EXECUTIVE: Level.INSPECTOR,
    Role.INSPECTOR: Level.OFFICER,
}


class DayFault(StrEnum):
    """What is wrong with the day of a postponement or plan."""

    PAST = "past"
    TOO_FAR = "too_far"


def may_rest(role: Role, level: Level) -> bool:
    """Return whether `role` may postpone, or rest the repetition of, a case that stands at `level`."""
    return role is not Role.INSPECTOR and _REACHES[role].height >= level.height


def day_fault(day: date, today: date, most: int, calendar: WorkCalendar) -> DayFault | None:
    """Return what is wrong with resting until `day`: it lies after today, at most `most` working days away."""
    if day <= today:
        return DayFault.PAST
    return DayFault.TOO_FAR if day > calendar.add_working_days(today, most) else None
