"""Orders of executives that are not closed, as papers list them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from documents.papers.form import Ask
from engine.clock import BANGKOK
from models.agency import Agency
from models.order import last_answer, open_orders
from models.plan import Activity
from rules.calendar import WorkCalendar
from rules.order import OrderState, overdue


@dataclass(frozen=True)
class OpenOrder:
    """One order. `answer` is what its owner said last, blank before; `promised_on` the day by which it will be done."""

    no: int
    name: str
    agency: str
    text: str
    given_on: date
    due_on: date
    is_overdue: bool
    is_answered: bool
    answer: str
    promised_on: date | None


def open_orders_on(session: Session, ask: Ask, calendar: WorkCalendar) -> list[OpenOrder]:
    """Return the orders of the asked year given up to the paper's day: overdue ones first, then by due day."""
    found = []
    for order in open_orders(session, ask.province.id):
        activity = session.get_one(Activity, order.activity_id)
        given_on = order.given_at.astimezone(BANGKOK).date()
        if activity.year_be != ask.year_be or given_on > ask.as_of:
            continue
        answer = last_answer(session, order)
        found.append(
            OpenOrder(
                no=activity.no,
                name=activity.name,
                agency=session.get_one(Agency, activity.agency_id).name,
                text=" ".join(order.text.split()),
                given_on=given_on,
                due_on=order.due_on,
                is_overdue=overdue(order.state, order.due_on, ask.as_of, calendar) is not None,
                is_answered=order.state is OrderState.ANSWERED,
                answer=" ".join((answer.text or "").split()) if answer else "",
                promised_on=answer.promised_on if answer else None,
            )
        )
    return sorted(found, key=lambda each: (not each.is_overdue, each.due_on, each.no))
