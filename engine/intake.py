"""LINE's events on their way in: stored before LINE is told 200. What becomes of them afterwards is in models/inbox.py.

Words of SQL alone, so that a process that does nothing else maps no table.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Connection, DateTime, column, text

from engine.database import Database
from engine.work import Work

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# One value and one statement however many rows there are: what the mapper does for each of them is most of the cost.
TAKE_IN = {
    dialect: f"""
        INSERT INTO inbox (webhook_event_id, channel, lane, timestamp_ms, body, received_at, state, attempts)
        SELECT value ->> 0, value ->> 1, value ->> 2, CAST(value ->> 3 AS BIGINT), value ->> 4, {moment}, 'waiting', 0
        FROM {rows} WHERE true
        ON CONFLICT (webhook_event_id) DO NOTHING RETURNING lane
    """  # noqa: S608  the two texts below
    for dialect, rows, moment in (
        ("sqlite", "json_each(?)", "value ->> 5"),
        (
            "postgresql",
            "json_array_elements(CAST($1 AS json))",
            "CAST(value ->> 5 AS timestamp) AT TIME ZONE 'UTC'",
        ),
    )
}
OLDEST = text("SELECT received_at FROM inbox WHERE state = 'waiting' ORDER BY received_at LIMIT 1").columns(
    column("received_at", DateTime(timezone=True))
)


def take_in(db: Database, work: Work, rows: Sequence[dict[str, Any]], task: str) -> None:
    """Store events that are not there yet, and let `task` look after each lane in which new ones wait, all in one commit.

    `rows` hold webhook_event_id, channel, lane, timestamp_ms, body and received_at; a repeated webhook_event_id is left out.
    """
    given = orjson.dumps([_values(row) for row in rows]).decode()
    work.take_in(db, TAKE_IN[db.engine.dialect.name], given, task)


def _values(row: dict[str, Any]) -> tuple[Any, ...]:
    received_at = row["received_at"].astimezone(UTC).replace(tzinfo=None)
    return (
        row["webhook_event_id"],
        row["channel"],
        row["lane"],
        row["timestamp_ms"],
        row["body"],
        received_at.isoformat(" ", "microseconds"),
    )


def oldest_waiting(session: Session | Connection) -> datetime | None:
    """Return when the event that has waited longest came in, None where nothing waits."""
    found: datetime | None = session.scalar(OLDEST)
    # SQLite knows no time zones: what is stored there is UTC.
    return found.replace(tzinfo=UTC) if found is not None and found.tzinfo is None else found
