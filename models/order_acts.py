"""What is done with an order: given, acknowledged, answered, returned, closed; each written down as it happens.

Every verb says whether it changed anything, so that an old button or a second tap does no harm.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.case import Case, StepKind, record_step
from models.order import AnswerKind, Order, OrderAnswer
from models.report import Report
from models.upsert import insert_new
from rules.order import OrderKind, OrderState
from rules.role import Role


def give_order(
    session: Session,
    *,
    province_id: int,
    activity_id: int,
    case: Case | None,
    kind: OrderKind,
    text: str,
    assignee: Role,
    given_by: int,
    due_on: date,
    now: datetime,
) -> tuple[Order, bool]:
    """Return the order, and whether it is new: while the same one is not closed, a second tap gives the first.

    The same is: of one activity and kind, an explanation whatever its words, an order with the same words.
    """
    words = "" if kind is OrderKind.EXPLAIN else ":" + text.strip()[:80]
    slot = f"{activity_id}:{kind}{words}"
    values = {
        "province_id": province_id,
        "activity_id": activity_id,
        "case_id": case.id if case is not None else None,
        "kind": kind,
        "text": text.strip(),
        "assignee": assignee,
        "given_by": given_by,
        "given_at": now,
        "due_on": due_on,
        "state": OrderState.OPEN,
        "state_since": now,
        "risen": 0,
        "slot": slot,
    }
    made = session.scalar(insert_new(session, Order, ["slot"]).values(values).returning(Order.id))
    order = session.scalars(select(Order).where(Order.slot == slot)).one()
    if made is not None:
        _in_case(session, order, StepKind.ORDERED, given_by, text, now)
    return order, made is not None


def acknowledge_order(session: Session, order: Order, person_id: int, now: datetime) -> bool:
    """Let the owner say that it is received; False where that was said, or it is answered or closed."""
    if order.state not in (OrderState.OPEN, OrderState.RETURNED):
        return False
    _to_state(order, OrderState.ACKNOWLEDGED, now)
    _answer(session, order, AnswerKind.ACKNOWLEDGED, person_id, now)
    _in_case(session, order, StepKind.ACKNOWLEDGED, person_id, None, now)
    return True


def answer_order(
    session: Session,
    order: Order,
    person_id: int,
    now: datetime,
    *,
    text: str | None,
    promised_on: date | None = None,
    evidence_ids: Sequence[int] = (),
) -> bool:
    """Store the owner's answer; a further one may follow until it is closed. False where it is closed."""
    if order.state is OrderState.CLOSED:
        return False
    _to_state(order, OrderState.ANSWERED, now)
    answer = _answer(session, order, AnswerKind.ANSWERED, person_id, now, text)
    answer.promised_on, answer.evidence_ids = promised_on, list(evidence_ids)
    _in_case(session, order, StepKind.ANSWERED, person_id, text, now)
    return True


def report_in_order(
    session: Session, order_id: int, person_id: int, now: datetime, reports: Sequence[Report]
) -> bool:
    """Write down that an answer became a report of the order's activity; False where none of them is of it."""
    order = session.get_one(Order, order_id)
    report = next((each for each in reports if each.activity_id == order.activity_id), None)
    if report is None:
        return False
    _answer(session, order, AnswerKind.REPORTED, person_id, now, report.receipt_no)
    return True


def return_order(
    session: Session, order: Order, person_id: int, now: datetime, *, text: str | None, due_on: date
) -> bool:
    """Give an answered order back to its owner with a new due day; False where there is no answer to give back."""
    if order.state is not OrderState.ANSWERED:
        return False
    _to_state(order, OrderState.RETURNED, now)
    order.due_on, order.risen = due_on, 0
    _answer(session, order, AnswerKind.RETURNED, person_id, now, text)
    _in_case(session, order, StepKind.ORDERED, person_id, text, now)
    return True


def close_order(session: Session, order: Order, person_id: int, now: datetime) -> bool:
    """End an order, answered or not; False where it was ended before."""
    if order.state is OrderState.CLOSED:
        return False
    _to_state(order, OrderState.CLOSED, now)
    order.slot = None
    _answer(session, order, AnswerKind.CLOSED, person_id, now)
    return True


def _to_state(order: Order, state: OrderState, now: datetime) -> None:
    order.state, order.state_since = state, now


def _answer(
    session: Session, order: Order, kind: AnswerKind, person_id: int, now: datetime, text: str | None = None
) -> OrderAnswer:
    answer = OrderAnswer(
        order_id=order.id, at=now, kind=kind, person_id=person_id, text=text, evidence_ids=[]
    )
    session.add(answer)
    session.flush()
    return answer


def _in_case(
    session: Session, order: Order, kind: StepKind, person_id: int, text: str | None, now: datetime
) -> None:
    """Write it into the history of the case that the order came from."""
    case = session.get(Case, order.case_id) if order.case_id is not None else None
    if case is not None:
        record_step(session, case, kind, now, person_id=person_id, text=text, order_id=order.id)
