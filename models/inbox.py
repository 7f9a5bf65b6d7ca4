"""Webhook events: stored before LINE is told 200, handled once, one person's in the order of their timestamps."""

import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, String, Text, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment, Word


class Handled(StrEnum):
    """What became of an event. SKIPPED events are kept but mean nothing to us; FAILED ones broke three times."""

    WAITING = "waiting"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"


class Event(Base):
    __tablename__ = "inbox"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    webhook_event_id: Mapped[str] = mapped_column(String(64), unique=True)
    channel: Mapped[str] = mapped_column(String(50))
    lane: Mapped[str] = mapped_column(String(160), index=True)
    timestamp_ms: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[str | None] = mapped_column(Text)
    state: Mapped[Handled] = mapped_column(Word(Handled), default=Handled.WAITING, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    received_at: Mapped[datetime] = mapped_column(Moment)
    handled_at: Mapped[datetime | None] = mapped_column(Moment)

    def event(self) -> dict[str, Any]:
        """Return the event as LINE sent it."""
        found: dict[str, Any] = json.loads(self.body or "{}")
        return found


def store_events(session: Session, rows: Sequence[dict[str, Any]]) -> list[str]:
    """Store events that are not there yet, and return the lanes in which new ones wait.

    `rows` hold webhook_event_id, channel, lane, timestamp_ms, body and received_at; a repeated webhook_event_id is left out.
    """
    if not rows:
        return []
    kinds = {"postgresql": postgresql_insert, "sqlite": sqlite_insert}
    statement: Any = kinds.get(session.get_bind().dialect.name, insert)(Event)
    values = [{**row, "state": Handled.WAITING, "attempts": 0} for row in rows]
    stored = (
        statement.values(values)
        .on_conflict_do_nothing(index_elements=["webhook_event_id"])
        .returning(Event.lane)
    )
    return sorted(set(session.scalars(stored)))


def next_in_lane(session: Session, lane: str) -> Event | None:
    """Return the earliest event that waits in a lane, by LINE's timestamp, locked where others could take it."""
    query = select(Event).where(Event.lane == lane, Event.state == Handled.WAITING)
    return session.scalar(query.order_by(Event.timestamp_ms, Event.id).limit(1).with_for_update())


def lanes_waiting(session: Session) -> list[str]:
    """Return every lane in which something waits."""
    return list(session.scalars(select(Event.lane).where(Event.state == Handled.WAITING).distinct()))


def settle(session: Session, event: Event, state: Handled, now: datetime) -> bool:
    """Move an event from WAITING to its end; False where someone else already did."""
    moved = session.execute(
        update(Event)
        .where(Event.id == event.id, Event.state == Handled.WAITING)
        .values(state=state, handled_at=now)
        .returning(Event.id)
    )
    return moved.first() is not None


def forget_message(session: Session, channel: str, message_id: str) -> bool:
    """Remove the text of an unsent message from the stored events; False where it has not arrived (yet)."""
    marker = f'"id":"{message_id}"'
    query = select(Event).where(Event.channel == channel, Event.body.contains(marker, autoescape=True))
    found = session.scalars(query).all()
    for event in found:
        event.body = json.dumps({"type": "message", "message": {"id": message_id, "type": "unsent"}})
    return bool(found)
