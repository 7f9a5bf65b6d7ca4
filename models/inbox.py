"""Webhook events: stored before LINE is told 200, handled once, one person's in the order of their timestamps."""

import json
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, String, Text, bindparam, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment, Word


class Handled(StrEnum):
    """What became of an event. SKIPPED events are kept but mean nothing to us; FAILED ones broke three times."""

    WAITING = "waiting"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"


class Event(Base):
    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_state_lane", "state", "lane"),
        Index("ix_inbox_lane_state", "lane", "state", "timestamp_ms", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    webhook_event_id: Mapped[str] = mapped_column(String(64), unique=True)
    channel: Mapped[str] = mapped_column(String(50))
    lane: Mapped[str] = mapped_column(String(160))
    timestamp_ms: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[str | None] = mapped_column(Text)
    state: Mapped[Handled] = mapped_column(Word(Handled), default=Handled.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    received_at: Mapped[datetime] = mapped_column(Moment)
    handled_at: Mapped[datetime | None] = mapped_column(Moment)

    def event(self) -> dict[str, Any]:
        """Return the event as LINE sent it."""
        found: dict[str, Any] = json.loads(self.body or "{}")
        return found


# What every message asks is built once: building a statement costs twice as much as running it.
NEXT = (
    select(Event)
    .where(Event.lane == bindparam("lane"), Event.state == Handled.WAITING)
    .order_by(Event.timestamp_ms, Event.id)
    .limit(2)
    .with_for_update()
)
INBOX = Event.__table__
SETTLE = (
    update(Event)
    .where(INBOX.c.id == bindparam("event_id"), INBOX.c.state == Handled.WAITING)
    .values(state=bindparam("end"), handled_at=bindparam("now"))
)


def next_in_lane(session: Session, lane: str) -> tuple[Event | None, bool]:
    """Return the earliest event that waits in a lane, by LINE's timestamp, and whether another waits behind it.

    They are locked where others could take them.
    """
    waiting = plain.scalars(session, NEXT, {"lane": lane})
    return (waiting[0] if waiting else None), len(waiting) > 1


def event_of_message(session: Session, lane: str, message_id: str) -> Event | None:
    """Return the event that brought a message of this lane, None where it was unsent since."""
    marker = f'"id":"{message_id}"'
    query = select(Event).where(Event.lane == lane, Event.body.contains(marker, autoescape=True))
    found = session.scalar(query.order_by(Event.id).limit(1))
    return found if found is not None and found.event().get("source") else None


def waiting_after(session: Session, first: Event) -> list[Event]:
    """Return `first` and what waits behind it in its lane, in the order in which it will be handled."""
    query = select(Event).where(Event.lane == first.lane, Event.state == Handled.WAITING)
    return list(session.scalars(query.order_by(Event.timestamp_ms, Event.id)))


def lanes_waiting(session: Session, limit: int = 1000) -> list[str]:
    """Return lanes in which something waits, those first that have waited longest."""
    query = select(Event.lane).where(Event.state == Handled.WAITING).group_by(Event.lane)
    return list(session.scalars(query.order_by(func.min(Event.id)).limit(limit)))


def settle(session: Session, event: Event, state: Handled, now: datetime) -> bool:
    """Move an event from WAITING to its end; False where someone else already did."""
    return plain.write(session, SETTLE, {"event_id": event.id, "end": state, "now": now}) > 0


def settle_mine(session: Session, event: Event, state: Handled, now: datetime) -> None:
    """Move an event to its end that this transaction took, so that nobody else can have done so."""
    plain.write_later(session, SETTLE, {"event_id": event.id, "end": state, "now": now})


def is_overtaken(session: Session, event_id: int) -> bool:
    """Return whether a later event of the same lane was handled before this one: LINE does not promise the order."""
    event = session.get_one(Event, event_id)
    later = select(Event.id).where(
        Event.lane == event.lane, Event.state == Handled.DONE, Event.timestamp_ms > event.timestamp_ms
    )
    return session.scalar(later.limit(1)) is not None


def forget_message(session: Session, channel: str, message_id: str) -> bool:
    """Remove the text of an unsent message from the stored events; False where it has not arrived (yet)."""
    marker = f'"id":"{message_id}"'
    query = select(Event).where(Event.channel == channel, Event.body.contains(marker, autoescape=True))
    found = session.scalars(query).all()
    for event in found:
        event.body = json.dumps({"type": "message", "message": {"id": message_id, "type": "unsent"}})
    return bool(found)
