"""The agenda of the heads' meeting: the cases put on it with their orders; the meeting paper is written from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.agency import Agency
from models.case import Case, CaseStep, history, open_cases
from models.order import Order, OrderAnswer, answers_to, orders_of_activity
from models.plan import Activity


@dataclass(frozen=True)
class AgendaItem:
    """One matter of the meeting: the case with its history, and each order about the activity with what was answered."""

    case: Case
    activity: Activity
    agency: Agency
    steps: Sequence[CaseStep]
    orders: Sequence[tuple[Order, Sequence[OrderAnswer]]]


def agenda(session: Session, province_id: int) -> list[AgendaItem]:
    """Return what the next meeting is about, by the day on which each was put on the agenda, then by number."""
    cases = [case for case in open_cases(session, province_id) if case.agenda_on is not None]
    found = [_item(session, case) for case in cases]
    return sorted(found, key=lambda item: (item.case.agenda_on, item.activity.no))


def _item(session: Session, case: Case) -> AgendaItem:
    activity = session.get_one(Activity, case.activity_id)
    orders = [(order, answers_to(session, order)) for order in orders_of_activity(session, activity.id)]
    return AgendaItem(
        case=case,
        activity=activity,
        agency=session.get_one(Agency, activity.agency_id),
        steps=history(session, case),
        orders=orders,
    )
