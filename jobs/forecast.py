"""How many messages the rest of the month is expected to need, of each urgency: what is kept back from less urgent ones."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobs.duty import Duty, at_hour, day_of, due_between
from jobs.quota_notices import GONE
from jobs.schedule import SCHEDULE
from jobs.weekly_escalation import recipients
from models.fire import last_fire
from models.outbox import was_written
from models.post import people_with_role
from models.province import Province
from models.working_days import calendar_of
from rules.fiscal_year import next_period, period_key, period_of
from rules.role import Role
from rules.urgency import Urgency


def still_to_come(session: Session, channel: str, now: datetime) -> dict[Urgency, int]:
    """Return the messages that the duties of this month will still write on a channel, and the warnings about the quota.

    A duty is expected to write as many as it did the last time. Pushed answers are not counted: an answer is free
    while its token lives, and whoever misses one can ask again for free.
    """
    today = day_of(now)
    ends_at = at_hour(next_period(period_of(today)), 0)
    expected: dict[Urgency, int] = {}
    for province in session.scalars(select(Province).where(Province.channel == channel)):
        for duty in SCHEDULE:
            due = due_between(duty, now, ends_at, calendar_of(session, province))
            count = len(due) * _usual(session, duty, province, now)
            expected[duty.urgency] = expected.get(duty.urgency, 0) + count
        admins = len(people_with_role(session, province.id, Role.ADMIN, today))
        warned = was_written(session, channel, GONE, period_key(period_of(today)))
        expected[Urgency.QUOTA_WARNING] = expected.get(Urgency.QUOTA_WARNING, 0) + (0 if warned else admins)
    return expected


def _usual(session: Session, duty: Duty, province: Province, now: datetime) -> int:
    last = last_fire(session, duty.name, province.id, now)
    if last is not None and last.counts and "people" in last.counts:
        return int(last.counts["people"])
    if duty.urgency is Urgency.ESCALATION:
        return len(recipients(session, province, day_of(now)))
    return 0
