"""What is kept about one person, counted: for the person's own eyes."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.evidence import Evidence, Kept
from models.inbox import Event
from models.order import AnswerKind, Order, OrderAnswer
from models.person import Person
from models.report import Report


@dataclass(frozen=True)
class KeptOf:
    """`messages` are all events received from the person; `evidence` counts pieces by kind (image, file, …).

    `orders` are those that the person gave, `answers` those that the person sent to orders.
    """

    messages: int
    reports: int
    evidence: Mapping[str, int]
    orders: int = 0
    answers: int = 0


def kept_of(session: Session, person: Person) -> KeptOf:
    """Return how much is kept of a person; what was taken back is not counted."""
    lane = f"{person.channel}:{person.line_user_id}"
    pieces = (
        select(Evidence.kind, func.count())
        .where(Evidence.person_id == person.id, Evidence.state != Kept.REMOVED)
        .group_by(Evidence.kind)
    )
    messages = select(func.count()).where(Event.lane == lane)
    reports = select(func.count()).where(Report.reporter_id == person.id)
    orders = select(func.count()).where(Order.given_by == person.id)
    answers = select(func.count()).where(
        OrderAnswer.person_id == person.id, OrderAnswer.kind == AnswerKind.ANSWERED
    )
    return KeptOf(
        messages=session.scalar(messages) or 0,
        reports=session.scalar(reports) or 0,
        evidence={row[0]: row[1] for row in session.execute(pieces)},
        orders=session.scalar(orders) or 0,
        answers=session.scalar(answers) or 0,
    )
