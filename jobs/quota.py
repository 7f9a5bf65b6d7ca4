"""LINE's monthly quota: asked for every ten minutes, spent on the most urgent first, and its end told to the office."""

import threading
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.orm import Session

from engine.house import House
from jobs.duty import day_of
from jobs.forecast import still_to_come
from jobs.quota_notices import tell_admins
from models.outbox import waiting_by_urgency
from models.quota import (
    Quota,
    count_pushes,
    keep_reading,
    note_gone,
    note_unread,
    quota_of,
)
from rules.fiscal_year import period_of
from rules.urgency import Urgency, Waiting, to_send_now

log = structlog.get_logger()
_asking = (
    threading.Lock()
)  # one thread asks LINE; the others wait for its answer rather than push without one


def refresh_quota(house: House, channel: str) -> None:
    """Ask LINE what is left of the month unless it is known well enough; where LINE is away, what was known stays."""
    with _asking:
        now = house.clock.now()
        month = period_of(day_of(now))
        with house.db.read() as session:
            known = quota_of(session, channel)
        if known is not None and known.is_fresh(month, now):
            return
        try:
            most, used = house.gateways[channel].quota()
        except OSError as error:
            log.warning("quota_not_read", channel=channel, fault=str(error))
            with house.db.write() as session:
                note_unread(session, channel, month, now)
            return
        with house.db.write() as session:
            row = keep_reading(session, channel, month, most, used, now)
            _look_ahead(house, session, row, now)


def is_known(session: Session, channel: str, now: datetime) -> bool:
    """Return whether LINE has said anything of this month's quota."""
    quota = quota_of(session, channel)
    return quota is not None and quota.month == period_of(day_of(now)) and quota.is_known


def spend(
    house: House, session: Session, channel: str, rows: Sequence[Any], most: int
) -> tuple[list[Any], list[int]]:
    """Count up to `most` of these due notices against the quota.

    Returns those that may be pushed now, and the ids of those that must wait, because what is left belongs to more
    urgent ones. What LINE may have taken already is counted, and is asked after with the same key whatever is left.
    """
    now = house.clock.now()
    quota = quota_of(session, channel)
    if quota is None or quota.month != period_of(day_of(now)) or quota.most is None:
        return list(rows[:most]), []
    uncounted = [
        Waiting(row.id, Urgency(row.urgency), row.made_at, row.cost)
        for row in rows
        if row.first_pushed_at is None
    ]
    chosen = to_send_now(uncounted, quota.left, _more_urgent(session, quota, uncounted, now))
    must_wait = {each.notice_id for each in uncounted} - {each.notice_id for each in chosen}
    taken = [row for row in rows if row.id not in must_wait][:most]
    count_pushes(session, channel, sum(row.cost for row in taken if row.first_pushed_at is None))
    return taken, list(must_wait)


def _more_urgent(
    session: Session, quota: Quota, wanted: Sequence[Waiting], now: datetime
) -> dict[Urgency, int]:
    """Return what is to be kept back from these notices: for what is to come, and for others that wait already."""
    ahead = quota.still_to_come()
    least = max((each.urgency for each in wanted), default=Urgency.ANSWER)
    for urgency, count in waiting_by_urgency(session, quota.channel, now, above=least).items():
        ahead[urgency] = ahead.get(urgency, 0) + count
    for each in wanted:
        if each.urgency < least:
            ahead[each.urgency] -= each.cost
    return ahead


def quota_is_gone(house: House, session: Session, channel: str) -> None:
    """LINE refused a push for the month's sake: believe it until the next reading, and tell the office."""
    now = house.clock.now()
    row = note_gone(session, channel, period_of(day_of(now)), now)
    _look_ahead(house, session, row, now)


def _look_ahead(house: House, session: Session, row: Quota, now: datetime) -> None:
    expected = still_to_come(session, row.channel, now)
    row.to_come = {str(int(urgency)): count for urgency, count in expected.items() if count}
    tell_admins(house, session, row, now)
