"""Notices that go as pushes, hundreds in a statement: which are due, taken for sending, given back, and their ends."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Row,
    Text,
    cast,
    func,
    literal,
    or_,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.orm import Session

from engine.kept_json import as_kept
from models.base import Moment
from models.many import is_among
from models.notice import LEASE, Notice, Sent, ended
from models.person import Person

# A table's figures are from before a duty wrote thousands of notices: PostgreSQL, taking them for a few, would fetch and
# sort all that is due for each few hundred.
IN_ORDER_OF_THE_INDEX = text("SET LOCAL enable_sort = off")
UNSYNCED = {"synchronize_session": False}


def due_pushes(session: Session, channel: str, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """Return what is to be pushed now, locked, without its messages: the most urgent first, then the oldest.

    What others are just writing to is passed over; whoever writes asks for the task again.
    """
    columns = (
        Notice.id, Notice.kind, Notice.recipient, Notice.urgency, Notice.retry_key, Notice.reply_only,
        Notice.attempts, Notice.worthless_after, Notice.first_pushed_at, Notice.made_at, Notice.carries, Notice.cost,
        Person.left_at, Person.unreachable_since,
    )  # fmt: skip
    query = select(*columns).outerjoin(Person, Person.id == Notice.person_id).where(*_is_due(channel, now))
    query = query.order_by(Notice.urgency, Notice.id).limit(limit)
    if session.get_bind().dialect.name != "sqlite":
        session.execute(IN_ORDER_OF_THE_INDEX)
    found: Sequence[Any] = session.execute(query.with_for_update(skip_locked=True, of=Notice)).all()
    return found


def is_push_due(session: Session, channel: str, now: datetime) -> bool:
    """Return whether anything is to be pushed now."""
    return session.scalar(select(Notice.id).where(*_is_due(channel, now)).limit(1)) is not None


def lease_pushes(session: Session, ids: Collection[int], now: datetime) -> dict[int, bytes]:
    """Take notices for sending, and write down that from now on LINE may have them; return their messages as JSON.

    The lease runs out by itself, so a sender that died does not keep them.
    """
    values = {
        "attempts": Notice.attempts + 1,
        "not_before": now + LEASE,
        "first_pushed_at": func.coalesce(Notice.first_pushed_at, literal(now, Moment)),
    }
    leased = update(Notice).where(is_among(session, Notice.id, ids)).values(values)
    with as_kept(session, Notice.messages) as messages:
        rows = session.execute(leased.returning(Notice.id, messages), execution_options=UNSYNCED)
        return {row[0]: row[1] for row in rows}


def give_back_pushes(
    session: Session, taken: Collection[tuple[int, int]], now: datetime, *, unsure: bool
) -> None:
    """Undo the taking of (id, attempt) that were not sent after all; of the `unsure` LINE may have had an earlier one."""
    values: dict[str, Any] = {"attempts": Notice.attempts - 1, "not_before": now}
    if not unsure:
        values["first_pushed_at"] = None
    ours = tuple_(Notice.id, Notice.attempts).in_(taken)
    session.execute(
        update(Notice).where(ours, Notice.state == Sent.WAITING).values(values), execution_options=UNSYNCED
    )


def hold_pushes(session: Session, ids: Collection[int], until: datetime, why: str) -> None:
    """Let notices that were not taken wait."""
    held = update(Notice).where(is_among(session, Notice.id, ids)).values(not_before=until, error=why)
    session.execute(held, execution_options=UNSYNCED)


def settle_pushed(session: Session, request_ids: Mapping[int, str | None], now: datetime) -> None:
    """Write that LINE took these notices, each under its request id, and those that they carry."""
    given = _rows(session, {str(key): request_id for key, request_id in request_ids.items()})
    end = {**ended(Sent.SENT, now, how="push"), "request_id": given.c.value}
    pushed = update(Notice).where(Notice.id == cast(given.c.key, Notice.id.type)).values(end)
    # Said so that it is no index's business: SQLite would go through everything that waits, for each of these.
    still_waits = func.coalesce(cast(Notice.state, Text), "") == str(Sent.WAITING)
    session.execute(pushed.where(still_waits), execution_options=UNSYNCED)


def settle_carried(
    session: Session, carriers: Collection[int], state: Sent, now: datetime, error: str | None = None
) -> None:
    """Write the end of what went with these notices: it is theirs."""
    end = {
        "state": state,
        "settled_at": now,
        "how": "carried" if state is Sent.SENT else None,
        "error": error,
    }
    carried = update(Notice).where(is_among(session, Notice.carried_by, carriers)).values(end)
    session.execute(carried, execution_options=UNSYNCED)


def end_pushes(session: Session, ids: Collection[int], state: Sent, now: datetime, error: str) -> None:
    """Write that notices, and those that they carry, are not sent."""
    end = ended(state, now, error=error)
    session.execute(
        update(Notice).where(is_among(session, Notice.id, ids)).values(end), execution_options=UNSYNCED
    )
    settle_carried(session, ids, state, now, error)


def _is_due(channel: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Notice.state == Sent.WAITING,
        Notice.not_before <= now,
        Notice.channel == channel,
        or_(Notice.reply_until.is_(None), Notice.reply_until <= now),
    )


def _rows(session: Session, pairs: Mapping[str, str | None]) -> Any:
    """Return `pairs` as rows of key and value: one parameter, whatever their number."""
    each = func.json_each if session.get_bind().dialect.name == "sqlite" else func.json_each_text
    return each(literal(pairs, JSON)).table_valued("key", "value")
