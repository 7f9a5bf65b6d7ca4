"""Questions about notices: what may be sent now, what waits, and what was never delivered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from models.notice import LEASE, Notice, Sent
from rules.urgency import Urgency

UNDELIVERED = (Sent.FAILED, Sent.GIVEN_UP, Sent.UNREACHABLE)


def replies_due(
    session: Session, now: datetime, channels: Collection[str], limit: int = 1000
) -> list[tuple[int, str]]:
    """Return id and recipient of what may be sent now by its reply token on these channels, the oldest first."""
    query = select(Notice.id, Notice.recipient).where(
        Notice.state == Sent.WAITING,
        Notice.not_before <= now,
        Notice.reply_until > now,
        Notice.channel.in_(channels),
    )
    rows = session.execute(query.order_by(Notice.urgency, Notice.id).limit(limit))
    return [(row.id, row.recipient) for row in rows]


def free_leases(session: Session, now: datetime) -> None:
    """Let what somebody has taken for sending be taken again at once: whoever took it has died.

    What waits for so short a time after a fault is tried a little sooner with it, which does no harm.
    """
    is_taken = (Notice.state == Sent.WAITING, Notice.not_before > now, Notice.not_before <= now + LEASE)
    was_tried = or_(Notice.reply_tried_at.is_not(None), Notice.first_pushed_at.is_not(None))
    session.execute(update(Notice).where(*is_taken, was_tried).values(not_before=now))


def waiting_by_urgency(
    session: Session, channel: str, now: datetime, above: Urgency | None = None
) -> dict[Urgency, int]:
    """Return what LINE will count for the notices of each urgency that wait for a push and are not on their way yet.

    `above` leaves out those that are no more urgent than it.
    """
    query = select(Notice.urgency, func.sum(Notice.cost)).where(
        Notice.state == Sent.WAITING,
        Notice.channel == channel,
        Notice.first_pushed_at.is_(None),
        or_(Notice.reply_until.is_(None), Notice.reply_until <= now),
        or_(Notice.worthless_after.is_(None), Notice.worthless_after > now),
    )
    if above is not None:
        query = query.where(Notice.urgency < above)
    return {Urgency(urgency): int(cost) for urgency, cost in session.execute(query.group_by(Notice.urgency))}


def was_written(session: Session, channel: str, kind: str, key: str) -> bool:
    """Return whether anybody on a channel was told this."""
    query = select(Notice.id).where(Notice.channel == channel, Notice.kind == kind, Notice.key == key)
    return session.scalar(query.limit(1)) is not None


@dataclass(frozen=True)
class Unsent:
    """How many notices of one kind are in one state, and the latest reason that was written down."""

    kind: str
    state: Sent
    count: int
    reason: str


def unsent(session: Session, province_id: int, since: datetime) -> list[Unsent]:
    """Return what a province's people were not told: all that waits, and what ended undelivered since a moment."""
    states = (Sent.WAITING, *UNDELIVERED)
    query = (
        select(Notice.kind, Notice.state, func.count(), func.max(Notice.error))
        .where(Notice.province_id == province_id, Notice.state.in_(states), Notice.made_at >= since)
        .group_by(Notice.kind, Notice.state)
        .order_by(Notice.kind, Notice.state)
    )
    return [Unsent(kind, state, count, error or "") for kind, state, count, error in session.execute(query)]


def undelivered(session: Session, province_id: int, since: datetime) -> list[Notice]:
    """Return the notices that ended undelivered since a moment, oldest first."""
    query = select(Notice).where(
        Notice.province_id == province_id, Notice.state.in_(UNDELIVERED), Notice.settled_at >= since
    )
    return list(session.scalars(query.order_by(Notice.id)))
