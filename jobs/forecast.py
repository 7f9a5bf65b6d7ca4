"""How many messages the rest of the month is expected to need: what is kept back, and what the office is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobs.duty import Duty, at_hour, day_of, due_between
from jobs.quota_notices import GONE
from jobs.schedule import SCHEDULE
from jobs.weekly_escalation import recipients
from models.answering import people_with_role
from models.fire import Fire, fires_since, last_fire
from models.group_chat import groups_told
from models.outbox import was_written
from models.province import Province
from models.working_days import calendar_of
from rules.fiscal_year import next_period, period_key, period_of
from rules.role import Role
from rules.urgency import Urgency

A_MONTH = timedelta(days=31)


@dataclass(frozen=True)
class Coming:
    """A duty of this month: on which days it still falls due, and how many messages it needs each time."""

    duty: Duty
    days: tuple[date, ...]
    each: int

    @property
    def count(self) -> int:
        return len(self.days) * self.each


def month_ahead(session: Session, province: Province, now: datetime) -> list[Coming]:
    """Return the duties that still fall due this month.

    A duty is expected to write as many as it lately did. Two duties of one morning that speak to the same
    person are counted twice although they share a push, so the sum is the most that it can be.
    """
    ends_at = at_hour(next_period(period_of(day_of(now))), 0)
    calendar = calendar_of(session, province)
    found = []
    for duty in SCHEDULE:
        due = due_between(duty, now, ends_at, calendar)
        if due:
            days = tuple(day_of(each) for each in due)
            found.append(Coming(duty, days, _usual(session, duty, province, now)))
    return found


def still_to_come(session: Session, channel: str, now: datetime) -> dict[Urgency, int]:
    """Return the messages that the duties of this month will still write on a channel, and the warnings about the quota.

    Pushed answers are not counted: an answer is free while its token lives, and whoever misses one can ask again for
    free.
    """
    today = day_of(now)
    expected: dict[Urgency, int] = {}
    for province in session.scalars(select(Province).where(Province.channel == channel)):
        for coming in month_ahead(session, province, now):
            urgency = coming.duty.urgency
            expected[urgency] = expected.get(urgency, 0) + coming.count
        admins = len(people_with_role(session, province.id, Role.ADMIN, today))
        warned = was_written(session, channel, GONE, period_key(period_of(today)))
        expected[Urgency.QUOTA_WARNING] = expected.get(Urgency.QUOTA_WARNING, 0) + (0 if warned else admins)
    return expected


def _usual(session: Session, duty: Duty, province: Province, now: datetime) -> int:
    """Return how many messages a run needs: the average of a month's runs, rounded up, else as many as the last one."""
    if duty.name == "group-summary":
        return sum(group.members for group in groups_told(session, province.id))
    runs: Sequence[Fire | None] = fires_since(session, duty.name, province.id, now - A_MONTH, now)
    runs = runs or [last_fire(session, duty.name, province.id, now)]
    known = [count for fire in runs if (count := _people(fire)) is not None]
    if known:
        return -(-sum(known) // len(known))
    if duty.name == "weekly-escalation":
        return len(recipients(session, province, day_of(now)))
    return 0


def _people(fire: Fire | None) -> int | None:
    return (
        int(fire.counts["people"]) if fire is not None and fire.counts and "people" in fire.counts else None
    )
