"""Fills the views of orders from what is remembered; handlers and jobs call it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from cards.governor_views import AnswerView, OrderView
from engine.clock import BANGKOK
from i18n import _
from models.agency import Agency
from models.evidence import Evidence, Kept
from models.order import AnswerKind, Order, OrderAnswer, answers_to
from models.order_people import people_at_desk
from models.person import Person
from models.plan import Activity
from rules.calendar import WorkCalendar
from rules.order import NOT_CLOSED, overdue


def order_view(
    session: Session, order: Order, today: date, calendar: WorkCalendar, photos_link: str = ""
) -> OrderView:
    """Return everything that a card may show of an order."""
    activity = session.get_one(Activity, order.activity_id)
    late = overdue(order.state, order.due_on, today, calendar)
    owners = people_at_desk(session, activity, order.assignee, today) if order.state in NOT_CLOSED else []
    return OrderView(
        order_id=order.id,
        kind=order.kind,
        text=order.text,
        no=activity.no,
        name=activity.name,
        agency=session.get_one(Agency, activity.agency_id).name,
        giver=_name(session, order.given_by),
        given_on=order.given_at.astimezone(BANGKOK).date(),
        due_on=order.due_on,
        state=order.state,
        assignee=order.assignee,
        owners=tuple(owner.name for owner in owners if owner.name),
        overdue_days=late.days if late else None,
        answers=_answer_views(session, answers_to(session, order)),
        photos_link=photos_link,
    )


def order_views(
    session: Session, orders: Sequence[Order], today: date, calendar: WorkCalendar
) -> list[OrderView]:
    """Return the views in the order in which they want attention: answered, overdue, the others by due day."""
    found = [order_view(session, order, today, calendar) for order in orders]
    return sorted(found, key=_attention)


def _attention(order: OrderView) -> tuple[int, int, date, int]:
    rank = 0 if order.state == "answered" else 1 if order.overdue_days is not None else 2
    return rank, -(order.overdue_days or 0), order.due_on, order.order_id


def photos_left(session: Session, evidence_ids: Sequence[int]) -> list[Evidence]:
    """Return the photos among these that nobody took back."""
    found = [session.get(Evidence, each) for each in evidence_ids]
    return [each for each in found if each is not None and each.state is not Kept.REMOVED]


def _answer_views(session: Session, answers: Sequence[OrderAnswer]) -> tuple[AnswerView, ...]:
    """Return what was said; the receipt of a report stands with the answer of the same person that it came from."""
    views: dict[int, AnswerView] = {}
    for number, answer in enumerate(answers):
        if answer.kind is not AnswerKind.REPORTED:
            views[number] = _answer_view(session, answer)
            continue
        own = [at for at in views if answers[at].person_id == answer.person_id]
        told = next((at for at in reversed(own) if answers[at].kind is AnswerKind.ANSWERED), None)
        if told is not None:
            views[told] = replace(views[told], receipt_no=answer.text or "")
    return tuple(views.values())


def _answer_view(session: Session, answer: OrderAnswer) -> AnswerView:
    return AnswerView(
        kind=str(answer.kind),
        at=answer.at,
        who=_name(session, answer.person_id),
        text=answer.text or "",
        promised_on=answer.promised_on,
        photos=len(photos_left(session, answer.evidence_ids)),
    )


def _name(session: Session, person_id: int) -> str:
    person = session.get(Person, person_id)
    return (person.name if person else None) or _("somebody")
