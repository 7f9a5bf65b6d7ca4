"""What an order of an executive is, when it is due, and when it rises by itself; pure.

Days are working days. Sources: two working days for an explanation as asked for by the office; the other numbers are
our choice: five working days are one week until the next summary but one.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from rules.calendar import WorkCalendar
from rules.role import Role
from rules.who_can_act import Actor

EXPLAIN_WITHIN = 2
USUAL_WITHIN = 5
# A working day after the due day owner and head are told, after three more the provincial office.
HEAD_AFTER, OFFICE_AFTER = 1, 4


class OrderKind(StrEnum):
    """EXPLAIN asks why (ขอคำชี้แจง); ORDER says what shall be done (สั่งการ)."""

    EXPLAIN = "explain"
    ORDER = "order"


class OrderState(StrEnum):
    """Where an order is. RETURNED waits for a better answer; CLOSED is the end."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    RETURNED = "returned"
    CLOSED = "closed"


# What waits for its owner; an answered order waits for the executive.
WITH_OWNER = (OrderState.OPEN, OrderState.ACKNOWLEDGED, OrderState.RETURNED)
NOT_CLOSED = (*WITH_OWNER, OrderState.ANSWERED)


class Rise(IntEnum):
    """How far an overdue order has risen: nobody told, its owner and head told, the provincial office told."""

    NONE = 0
    HEAD = 1
    OFFICE = 2


class Ready(StrEnum):
    """Orders that need no typing. Source: the measures named in Lampang 2560 section 6 and Loei 2564 section 5."""

    SPEED_UP = "speed_up"
    CATCH_UP_PLAN = "catch_up_plan"
    PAY_OUT = "pay_out"
    SITE_VISIT = "site_visit"
    SOLVE_TOGETHER = "solve_together"


@dataclass(frozen=True)
class Overdue:
    """How many working days an order is past its due day, and whom it has reached by that."""

    days: int
    rise: Rise


def due_after(today: date, working_days: int, calendar: WorkCalendar) -> date:
    """Return the day by which something asked for today is due."""
    return calendar.add_working_days(today, working_days)


def overdue(state: OrderState, due_on: date, today: date, calendar: WorkCalendar) -> Overdue | None:
    """Return how overdue an order is, None where it is not: its due day has passed and its owner has not answered."""
    if state not in WITH_OWNER or today <= due_on:
        return None
    days = max(0, calendar.working_days_between(due_on, today))
    if days >= OFFICE_AFTER:
        return Overdue(days, Rise.OFFICE)
    return Overdue(days, Rise.HEAD if days >= HEAD_AFTER else Rise.NONE)


def assignee_for(actors: list[Actor]) -> Role:
    """Return whose desk an order goes to: the officer, the head, or the office for what lies outside the agency."""
    first = actors[0] if actors else Actor.OFFICER
    if first is Actor.OFFICER:
        return Role.OFFICER
    return Role.HEAD if first in (Actor.HEAD, Actor.PROCUREMENT) else Role.ADMIN
