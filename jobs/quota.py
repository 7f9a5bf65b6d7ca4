"""LINE's monthly quota: asked for every ten minutes, spent on the most urgent first, and its end told to the office."""

import threading
from datetime import datetime

import structlog
from sqlalchemy.orm import Session

from engine.house import House
from jobs.duty import day_of
from jobs.forecast import still_to_come
from jobs.quota_notices import tell_admins
from models.notice import Notice
from models.outbox import waiting_by_urgency
from models.quota import (
    Quota,
    give_back,
    keep_reading,
    note_gone,
    note_unread,
    quota_of,
    take_push,
)
from rules.fiscal_year import period_of
from rules.urgency import Urgency, Waiting, kept_back, to_send_now

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


def may_push(house: House, session: Session, notice: Notice) -> bool:
    """Count a notice against the quota, or return False where what is left belongs to more urgent ones."""
    now = house.clock.now()
    month = period_of(day_of(now))
    row = quota_of(session, notice.channel)
    if row is None or row.month != month or row.most is None:
        return True
    urgency = Urgency(notice.urgency)
    ahead = row.still_to_come()
    for each, count in waiting_by_urgency(session, notice.channel, now).items():
        ahead[each] = ahead.get(each, 0) + count
    wanted = Waiting(notice.id, urgency, notice.made_at, notice.cost)
    if not to_send_now([wanted], row.left, ahead):
        return False
    return take_push(session, notice.channel, month, kept_back(urgency, ahead), notice.cost)


def uncount(session: Session, notice: Notice) -> None:
    """Take back what may_push counted: LINE did not take the notice."""
    give_back(session, notice.channel, notice.cost)


def quota_is_gone(house: House, session: Session, channel: str) -> None:
    """LINE refused a push for the month's sake: believe it until the next reading, and tell the office."""
    now = house.clock.now()
    row = note_gone(session, channel, period_of(day_of(now)), now)
    _look_ahead(house, session, row, now)


def _look_ahead(house: House, session: Session, row: Quota, now: datetime) -> None:
    expected = still_to_come(session, row.channel, now)
    row.to_come = {str(int(urgency)): count for urgency, count in expected.items() if count}
    tell_admins(house, session, row, now)
