"""More messages than anybody types: kept but not read, and the person is asked once to slow down."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from cards.card import Card, say
from engine import plain
from i18n import _
from models.inbox import Event, Handled
from models.told import is_due

if TYPE_CHECKING:
    from handlers.turn import Turn

MOST_A_MINUTE = 240
A_MINUTE_MS = 60_000
TOLD_EVERY = timedelta(minutes=1)


RECENT = (
    select(Event.id)
    .where(
        Event.lane == bindparam("lane"),
        Event.state == Handled.DONE,
        Event.timestamp_ms > bindparam("since"),
        Event.timestamp_ms <= bindparam("until"),
    )
    .limit(MOST_A_MINUTE)
)
COUNT = select(func.count()).select_from(RECENT.subquery())


def is_flood(session: Session, row: Event, event: dict[str, object]) -> bool:
    """Return whether a text or tap comes after more of them than a minute of one person holds, by LINE's clock.

    Photos are not counted out: an album comes in one breath.
    """
    message = event.get("message")
    is_text = isinstance(message, dict) and message.get("type") == "text"
    if not is_text and event.get("type") != "postback":
        return False
    return (plain.scalar(session, COUNT, minute_of(row)) or 0) >= MOST_A_MINUTE


def minute_of(row: Event) -> dict[str, object]:
    """Return what COUNT is given: an event's lane, and the minute that ends with it."""
    return {"lane": row.lane, "since": row.timestamp_ms - A_MINUTE_MS, "until": row.timestamp_ms}


def slow_down(turn: Turn) -> list[Card]:
    """Return the request, once a minute at most."""
    if not is_due(turn.session, turn.person.id, "slow down", TOLD_EVERY, turn.now):
        return []
    return [
        say(
            _(
                "That was very much at once. What you stored is safe, but I did not read the last messages. "
                "Please wait a minute and send them again."
            )
        )
    ]
