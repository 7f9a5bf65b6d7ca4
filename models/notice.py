"""Messages that the bot means to send: a row before it is a message, so that nothing is lost and nothing sent twice."""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session

from models.base import Base, Id, Moment, Word
from models.upsert import write_new, write_new_later

REPLY_TOKEN_LIVES = timedelta(
    seconds=50
)  # LINE says about a minute; a late reply is refused and costs a push
# LINE forgets a retry key after 24 hours and would then send again; the margin is for requests under way.
RETRY_KEY_LIVES = timedelta(hours=23, minutes=30)
# What a sender takes it keeps for so long: longer than the gateway's time-outs, and short enough that a reply which
# nobody saw the end of is tried again while its token lives.
LEASE = timedelta(seconds=16)
UNIQUE = ("channel", "recipient", "kind", "key")


class Sent(StrEnum):
    """Where a notice is. WAITING may be sent, CARRIED goes with another notice; the others are its ends."""

    WAITING = "waiting"
    CARRIED = "carried"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    GIVEN_UP = "given_up"


class Notice(Base):
    """One message to one recipient. `kind` and `key` say what it is about; the same one is never written twice.

    An answer goes by `reply_token` until `reply_until`; after that, unless it is `reply_only`, it is pushed like
    everything else, always under the same `retry_key`. `reply_tried_at` and `first_pushed_at` are when it was first
    tried without our knowing the end. From `worthless_after` on it is not sent any more. `carried_by` is the notice
    whose push takes this one along; how that ends is how this one ends. `carries` counts those that go with this one,
    and `cost` is what LINE counts for a push: one, or the members of a group.
    """

    __tablename__ = "notices"
    __table_args__ = (
        UniqueConstraint(*UNIQUE),
        Index("ix_notices_state_urgency", "state", "urgency", "id"),
        Index("ix_notices_province_id_state", "province_id", "state"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int | None] = mapped_column(ForeignKey("provinces.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    channel: Mapped[str] = mapped_column(String(50))
    recipient: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(80))
    urgency: Mapped[int] = mapped_column(default=5)
    # Kept and given out whole: as jsonb PostgreSQL would take each apart and put it together again.
    messages: Mapped[list[Any]] = mapped_column(JSON)
    reply_token: Mapped[str | None] = mapped_column(String(64))
    reply_until: Mapped[datetime | None] = mapped_column(Moment)
    reply_only: Mapped[bool] = mapped_column(default=False)
    reply_tried_at: Mapped[datetime | None] = mapped_column(Moment)
    retry_key: Mapped[str] = mapped_column(String(36))
    state: Mapped[Sent] = mapped_column(Word(Sent), default=Sent.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime] = mapped_column(Moment)
    worthless_after: Mapped[datetime | None] = mapped_column(Moment)
    first_pushed_at: Mapped[datetime | None] = mapped_column(Moment)
    made_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    how: Mapped[str | None] = mapped_column(String(10))
    request_id: Mapped[str | None] = mapped_column(String(64))
    error: Mapped[str | None] = mapped_column(String(300))
    carried_by: Mapped[int | None] = mapped_column(ForeignKey("notices.id"), index=True)
    carries: Mapped[int] = mapped_column(default=0, server_default="0")
    cost: Mapped[int] = mapped_column(default=1, server_default="1")

    def may_reply(self, now: datetime) -> bool:
        """Return whether it can still go for free, as the answer to what was just said."""
        return bool(self.reply_token and self.reply_until and now < self.reply_until)


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
    asked_at: datetime | None = None,
    reply_only: bool = False,
    worthless_after: datetime | None = None,
    not_before: datetime | None = None,
    cost: int = 1,
    taken: Callable[[int], None] | None = None,
) -> int | None:
    """Write what shall be sent and return its id, or None where the same notice was written before.

    `asked_at` is when LINE handed the reply token over, from which its short life counts; by default now.
    `not_before` is when it may go out, by default now. Where it is `taken`, the caller replies as soon as the session
    has committed, has the same lease on it as whoever takes a notice that waits, and hears its id only by then.
    """
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
        "reply_until": (asked_at or now) + REPLY_TOKEN_LIVES if reply_token else None,
        "reply_only": reply_only,
        "retry_key": str(uuid.uuid4()),
        "state": Sent.WAITING,
        "attempts": int(taken is not None),
        "reply_tried_at": now if taken else None,
        "not_before": now + LEASE if taken else not_before or now,
        "worthless_after": worthless_after,
        "cost": cost,
        "made_at": now,
    }
    if taken is None:
        return write_new(session, Notice, UNIQUE, values)
    write_new_later(session, Notice, UNIQUE, values, taken)
    return None


def is_written(session: Session, channel: str, recipient: str, kind: str, key: str) -> bool:
    """Return whether this notice was written before, whatever became of it."""
    query = select(Notice.id).where(
        Notice.channel == channel, Notice.recipient == recipient, Notice.kind == kind, Notice.key == key
    )
    return session.scalar(query) is not None


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


def ended(state: Sent, at: Any, *, how: str | None = None, error: str | None = None) -> dict[str, Any]:
    """Return what is written of a notice that ends `at` a moment, which may be a parameter.

    What was in it is forgotten: people's figures stay in the reports, not here.
    """
    return {
        "state": state,
        "settled_at": at,
        "how": how,
        "error": error[:300] if error else None,
        "messages": [],
        "reply_token": None,
    }


def settle_notice(
    notice: Notice, state: Sent, now: datetime, *, how: str | None = None, error: str | None = None
) -> None:
    """Write the end of a notice and of those it carries."""
    for name, value in ended(state, now, how=how, error=error).items():
        setattr(notice, name, value)
    session = object_session(notice) if notice.carries else None
    if session is not None:
        end = {"state": state, "settled_at": now, "how": how and "carried", "error": notice.error}
        carried = update(Notice).where(Notice.carried_by == notice.id).values(end)
        session.execute(carried.execution_options(synchronize_session="fetch"))
