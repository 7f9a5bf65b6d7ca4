"""A province's working days: the national calendar, the office's own table, and how days off are moved."""

from sqlalchemy.orm import Session

from models.holiday import overrides
from models.province import Province
from rules.calendar import Shift, WorkCalendar, thai_calendar


def calendar_of(session: Session, province: Province) -> WorkCalendar:
    """Return the working calendar of a province."""
    return thai_calendar(overrides(session, province.id))


def shift_of(province: Province) -> Shift:
    """Return how a duty on a day off is moved: to the next working day unless the province chose otherwise."""
    return Shift(province.chosen.get("shift", Shift.NEXT))
