"""What the governor's cards are told: the province, what got unstuck, what needs somebody, and the orders given.

Money is satang, percentages are Decimal, days are working days; None means "not known" and is left out.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from rules.order import OrderKind, OrderState
from rules.role import Role


@dataclass(frozen=True)
class AnswerView:
    """One thing that was said to an order. `kind` is acknowledged, answered, returned or closed.

    `receipt_no` is the receipt of the report that an answer became too.
    """

    kind: str
    at: datetime
    who: str
    text: str = ""
    promised_on: date | None = None
    photos: int = 0
    receipt_no: str = ""


@dataclass(frozen=True)
class OrderView:
    """One order. `owners` are the names of those whose desk it is on; `overdue_days` is None while it is in time."""

    order_id: int
    kind: OrderKind
    text: str
    no: int
    name: str
    agency: str
    giver: str
    given_on: date
    due_on: date
    state: OrderState
    assignee: Role
    owners: tuple[str, ...] = ()
    overdue_days: int | None = None
    answers: tuple[AnswerView, ...] = ()
    photos_link: str = ""

    @property
    def last_answer(self) -> AnswerView | None:
        return next((each for each in reversed(self.answers) if each.kind == "answered"), None)


@dataclass(frozen=True)
class Unstuck:
    """One activity that moves again. `stood_days` is how long it had stood when it was last looked at."""

    activity_id: int
    no: int
    name: str
    agency: str
    stood_days: int
    percent_before: Decimal | None = None
    percent_now: Decimal | None = None
    gained_satang: int = 0


@dataclass(frozen=True)
class Needs:
    """One case that needs the governor. `evidence` is one sentence; `weight` explains the order they stand in."""

    case_id: int
    no: int
    name: str
    agency: str
    evidence: str
    unpaid_satang: int
    days: int
    who_can_act: str
    weight: str = ""
    is_on_agenda: bool = False
    orders: tuple[OrderView, ...] = ()


@dataclass(frozen=True)
class ProvinceWeek:
    """The province in three figures, now and a week ago; `area` names the part of it, where it is one."""

    on: date
    province: str
    activities: int
    budget_satang: int
    disbursed_satang: int
    disbursed_percent: Decimal | None
    disbursed_before_satang: int | None
    target_percent: Decimal | None
    moving: int
    moving_before: int | None
    stuck: int
    stuck_before: int | None
    unreported: int
    finished: int
    area: str = ""
    sparkline: str | None = None


@dataclass(frozen=True)
class GovernorView:
    """The governor's minute. `more` counts the cases that stand behind the gravest,
    `waiting` those that are being seen to."""

    week: ProvinceWeek
    unstuck: tuple[Unstuck, ...] = ()
    needs: tuple[Needs, ...] = ()
    more: int = 0
    waiting: int = 0
    orders: tuple[OrderView, ...] = ()
    on_agenda: int = 0
