"""Orders of executives (ข้อสั่งการ) and what became of them, which is only added to; the verbs are in order_acts.

An order hangs on an activity and names a desk (officer, head, provincial office), not a person: whoever holds the post
when it matters owns it. Moments are UTC, days are days of the province.
"""

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment, Word
from rules.calendar import WorkCalendar
from rules.order import NOT_CLOSED, WITH_OWNER, OrderKind, OrderState, overdue
from rules.role import Role


class AnswerKind(StrEnum):
    """What was said to an order: by its owner the first three, by an executive the others.

    REPORTED is an answer that became a report too; its text is the receipt number.
    """

    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    REPORTED = "reported"
    RETURNED = "returned"
    CLOSED = "closed"


class Order(Base):
    """One order. `slot` holds the place of an order that is not closed, so that a second tap finds the first order.

    state_since: when it came to its state. risen: how far rules/order.Rise has taken it since it fell due.
    """

    __tablename__ = "orders"
    __table_args__ = (
        Index("ix_orders_province_id_state", "province_id", "state"),
        Index("ix_orders_activity_id", "activity_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[OrderKind] = mapped_column(Word(OrderKind))
    text: Mapped[str] = mapped_column(Text)
    assignee: Mapped[Role] = mapped_column(Word(Role))
    given_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    given_at: Mapped[datetime] = mapped_column(Moment)
    due_on: Mapped[date]
    state: Mapped[OrderState] = mapped_column(Word(OrderState), default=OrderState.OPEN)
    state_since: Mapped[datetime] = mapped_column(Moment)
    risen: Mapped[int] = mapped_column(default=0)
    slot: Mapped[str | None] = mapped_column(String(120), unique=True)


class OrderAnswer(Base):
    """One thing said to an order. `evidence_ids` are its photos; `promised_on` the day by which it will be done."""

    __tablename__ = "order_answers"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    kind: Mapped[AnswerKind] = mapped_column(Word(AnswerKind))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str | None] = mapped_column(Text)
    promised_on: Mapped[date | None]
    evidence_ids: Mapped[list[Any]] = mapped_column(default=list)


def order_with_id(session: Session, order_id: int) -> Order | None:
    return session.get(Order, order_id)


def lock_order(session: Session, order_id: int) -> Order | None:
    """Return an order as it is now, held until we commit: two people may answer and close it at one moment."""
    query = select(Order).where(Order.id == order_id).with_for_update()
    return session.scalar(query.execution_options(populate_existing=True))


def open_orders(
    session: Session, province_id: int, activity_ids: Collection[int] | None = None
) -> list[Order]:
    """Return a province's orders that are not closed, of these activities where they are given, the oldest first."""
    query = select(Order).where(Order.province_id == province_id, Order.state.in_(NOT_CLOSED))
    if activity_ids is not None:
        query = query.where(Order.activity_id.in_(list(activity_ids)))
    return list(session.scalars(query.order_by(Order.id)))


def orders_of_activity(session: Session, activity_id: int) -> list[Order]:
    """Return every order about an activity, the oldest first."""
    return list(session.scalars(select(Order).where(Order.activity_id == activity_id).order_by(Order.id)))


def overdue_orders(session: Session, province_id: int, today: date, calendar: WorkCalendar) -> list[Order]:
    """Return the orders whose due day has passed and whose owner has not answered, the oldest first."""
    query = select(Order).where(
        Order.province_id == province_id, Order.state.in_(WITH_OWNER), Order.due_on < today
    )
    found = session.scalars(query.order_by(Order.due_on, Order.id))
    return [order for order in found if overdue(order.state, order.due_on, today, calendar)]


def answers_to(session: Session, order: Order) -> list[OrderAnswer]:
    """Return everything said to an order, the oldest first."""
    query = select(OrderAnswer).where(OrderAnswer.order_id == order.id)
    return list(session.scalars(query.order_by(OrderAnswer.id)))


def last_answer(session: Session, order: Order) -> OrderAnswer | None:
    """Return what the owner answered last, or None."""
    query = select(OrderAnswer).where(
        OrderAnswer.order_id == order.id, OrderAnswer.kind == AnswerKind.ANSWERED
    )
    return session.scalar(query.order_by(OrderAnswer.id.desc()).limit(1))


def evidence_of_orders(session: Session, activity_id: int) -> list[int]:
    """Return the ids of the photos with which orders about an activity were answered."""
    query = select(OrderAnswer.evidence_ids).join(Order, Order.id == OrderAnswer.order_id)
    found = session.scalars(query.where(Order.activity_id == activity_id).order_by(OrderAnswer.id))
    return [each for ids in found for each in ids]
