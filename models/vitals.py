"""Counts and ages by which one sees from outside whether the bot is well; nothing of what people wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from models.fire import Fire
from models.inbox import Event, Handled
from models.notice import Notice, Sent
from models.province import Province
from models.quota import Quota
from models.report import Report


def events_by_state(session: Session) -> dict[Handled, int]:
    """Return how many events are in each state, those that occur nowhere included."""
    rows = session.execute(select(Event.state, func.count()).group_by(Event.state))
    found = {state: count for state, count in rows}  # noqa: C416  a Row is no pair to dict() and mypy
    return {state: found.get(state, 0) for state in Handled}


def notices_by_state(session: Session) -> dict[Sent, int]:
    """Return how many notices are in each state, those that occur nowhere included."""
    rows = session.execute(select(Notice.state, func.count()).group_by(Notice.state))
    found = {state: count for state, count in rows}  # noqa: C416
    return {state: found.get(state, 0) for state in Sent}


def oldest_notice(session: Session, now: datetime) -> datetime | None:
    """Return when the notice was written that waits longest, None where none waits."""
    query = select(func.min(Notice.made_at)).where(Notice.state == Sent.WAITING, Notice.made_at <= now)
    return session.scalar(query)


def oldest_due_notice(session: Session, now: datetime) -> datetime | None:
    """Return since when the notice that nobody takes could have been sent, None where none is due."""
    is_due = Notice.not_before <= now, or_(Notice.worthless_after.is_(None), Notice.worthless_after > now)
    return session.scalar(select(func.min(Notice.not_before)).where(Notice.state == Sent.WAITING, *is_due))


def notices_in_trouble(session: Session, tries: int, since: datetime) -> int:
    """Return how many notices LINE refuses: tried `tries` times or more in vain, or failed since a moment.

    What waits for the monthly quota is no trouble of ours.
    """
    in_vain = and_(
        Notice.state == Sent.WAITING, Notice.attempts >= tries, Notice.error.not_like("waits for%")
    )
    failed = and_(Notice.state == Sent.FAILED, Notice.settled_at >= since)
    return session.scalar(select(func.count()).where(or_(in_vain, failed))) or 0


def quotas_of(session: Session, month: date) -> list[Quota]:
    """Return what is known of each channel's quota of a month (its first day)."""
    return list(session.scalars(select(Quota).where(Quota.month == month).order_by(Quota.channel)))


def report_count(session: Session) -> int:
    """Return how many revisions of reports are stored."""
    return session.scalar(select(func.count()).select_from(Report)) or 0


@dataclass(frozen=True)
class LastRun:
    """The latest run of a duty for one province; `finished_at` is None where it did not end."""

    duty: str
    province: str
    due_at: datetime
    started_at: datetime
    finished_at: datetime | None


def last_runs(session: Session, now: datetime) -> Iterator[LastRun]:
    """Yield the latest run of every duty and province up to now."""
    latest = (
        select(Fire.duty, Fire.province_id, func.max(Fire.due_at).label("due_at"))
        .where(Fire.due_at <= now)
        .group_by(Fire.duty, Fire.province_id)
        .subquery()
    )
    is_latest = and_(
        Fire.duty == latest.c.duty, Fire.province_id == latest.c.province_id, Fire.due_at == latest.c.due_at
    )
    query = (
        select(Fire, Province.name).join(latest, is_latest).join(Province, Province.id == Fire.province_id)
    )
    for fire, province in session.execute(query.order_by(Fire.duty, Province.name)):
        yield LastRun(fire.duty, province, fire.due_at, fire.started_at, fire.finished_at)
