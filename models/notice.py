"""Messages that the bot means to send: a row before it is a message, so that nothing is lost and nothing sent twice."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Json, Moment, Word

REPLY_TOKEN_LIVES = timedelta(
    seconds=50
)  # LINE says about a minute; a late reply is refused and costs a push
RETRY_KEY_LIVES = timedelta(hours=24)  # after that LINE would take the same key for a new message
LEASE = timedelta(minutes=2)


class Sent(StrEnum):
    """Where a notice is. WAITING may be sent; the others are its ends."""

    WAITING = "waiting"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    GIVEN_UP = "given_up"


class Notice(Base):
    """One message to one recipient. `kind` and `key` say what it is about; the same one is never written twice.

    `retry_key` is sent with the first push and every later one; an answer goes by `reply_token` while that lives.
    """

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("recipient", "kind", "key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int | None] = mapped_column(ForeignKey("provinces.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    channel: Mapped[str] = mapped_column(String(50))
    recipient: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(80))
    urgency: Mapped[int] = mapped_column(default=5)
    messages: Mapped[list[Any]] = mapped_column(Json)
    reply_token: Mapped[str | None] = mapped_column(String(64))
    reply_until: Mapped[datetime | None] = mapped_column(Moment)
    retry_key: Mapped[str] = mapped_column(String(36))
    state: Mapped[Sent] = mapped_column(Word(Sent), default=Sent.WAITING, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime] = mapped_column(Moment)
    first_pushed_at: Mapped[datetime | None] = mapped_column(Moment)
    made_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    how: Mapped[str | None] = mapped_column(String(10))
    request_id: Mapped[str | None] = mapped_column(String(64))
    error: Mapped[str | None] = mapped_column(String(300))


def write_notice(
    session: Session,
    *,
    channel: str,
    recipient: str,
    kind: str,
    key: str,
    messages: Sequence[dict[str, Any]],
    now: datetime,
    urgency: int = 5,
    province_id: int | None = None,
    person_id: int | None = None,
    reply_token: str | None = None,
) -> int | None:
    """Write what shall be sent and return its id, or None where the same notice was written before."""
    kinds = {"postgresql": postgresql_insert, "sqlite": sqlite_insert}
    statement: Any = kinds.get(session.get_bind().dialect.name, insert)(Notice)
    values = {
        "province_id": province_id,
        "person_id": person_id,
        "channel": channel,
        "recipient": recipient,
        "kind": kind,
        "key": key,
        "urgency": urgency,
        "messages": list(messages),
        "reply_token": reply_token,
        "reply_until": now + REPLY_TOKEN_LIVES if reply_token else None,
        "retry_key": str(uuid.uuid4()),
        "state": Sent.WAITING,
        "attempts": 0,
        "not_before": now,
        "made_at": now,
    }
    written = statement.values(values).on_conflict_do_nothing(index_elements=["recipient", "kind", "key"])
    found: int | None = session.scalar(written.returning(Notice.id))
    return found


def lease(session: Session, notice_id: int, now: datetime) -> Notice | None:
    """Take a notice for sending, or return None where it is settled, not due, or in someone else's hands.

    The lease runs out by itself, so a sender that died does not keep the notice.
    """
    taken = session.execute(
        update(Notice)
        .where(Notice.id == notice_id, Notice.state == Sent.WAITING, Notice.not_before <= now)
        .values(attempts=Notice.attempts + 1, not_before=now + LEASE)
        .returning(Notice.id)
    )
    if taken.first() is None:
        return None
    return session.get(Notice, notice_id, populate_existing=True)


def settle_notice(
    notice: Notice, state: Sent, now: datetime, *, how: str | None = None, error: str | None = None
) -> None:
    """Write a notice's end. What was in it is no longer needed once it is sent."""
    notice.state, notice.settled_at, notice.how = state, now, how
    notice.error = error[:300] if error else None


def notices_due(session: Session, now: datetime, limit: int = 1000) -> list[tuple[int, str]]:
    """Return id and recipient of what may be sent now: the most urgent first, then the oldest."""
    query = select(Notice.id, Notice.recipient).where(Notice.state == Sent.WAITING, Notice.not_before <= now)
    return [
        (row.id, row.recipient)
        for row in session.execute(query.order_by(Notice.urgency, Notice.id).limit(limit))
    ]


def has_waiting(session: Session, now: datetime) -> bool:
    """Return whether anything waits whose time has come."""
    query = select(Notice.id).where(Notice.state == Sent.WAITING, Notice.not_before <= now)
    return session.scalar(query.limit(1)) is not None


def troubled(session: Session, province_id: int, since: datetime) -> list[Notice]:
    """Return notices that ended unsent since a moment, for the office to see."""
    ends = (Sent.FAILED, Sent.GIVEN_UP, Sent.UNREACHABLE)
    query = select(Notice).where(
        Notice.province_id == province_id,
        Notice.state.in_(ends),
        or_(Notice.settled_at >= since, Notice.settled_at.is_(None)),
    )
    return list(session.scalars(query.order_by(Notice.id)))
