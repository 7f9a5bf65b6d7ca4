"""A province's working days: the national calendar, the office's own table, and how days off are moved."""

from dataclasses import replace

from sqlalchemy.orm import Session

from models.case_settings import ladder_steps_of
from models.holiday import overrides
from models.province import Province
from rules.calendar import Shift, WorkCalendar, thai_calendar


def calendar_of(session: Session, province: Province) -> WorkCalendar:
    """Return the working calendar of a province, which also says when its duties fall."""
    calendar = thai_calendar(overrides(session, province.id), shift_of(province))
    return replace(calendar, weekly_on=ladder_steps_of(province).summary_weekday)


def shift_of(province: Province) -> Shift:
    """Return how a duty on a day off is moved: to the next working day unless the province chose otherwise."""
    return Shift(province.chosen.get("shift", Shift.NEXT))


def choose_shift(province: Province, shift: Shift) -> None:
    """Let a province move its duties off weekends and holidays in its own way."""
    province.chosen = {**province.chosen, "shift": str(shift)}
