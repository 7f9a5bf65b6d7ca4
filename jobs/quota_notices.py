"""Tells the provincial office, once a month each, that LINE's quota is short and that it is gone."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.card import Card, say
from engine.house import House
from i18n import _, speaking
from jobs.duty import Run, at_hour, day_of
from jobs.notify import notify
from models.answering import people_with_role
from models.outbox import waiting_by_urgency, was_written
from models.province import Province
from models.quota import Quota
from rules.fiscal_year import last_day_of, next_period, period_key
from rules.role import Role
from rules.urgency import Supply, Urgency, supply
from thai import writing

SHORT, GONE = "quota-short", "quota-gone"


def tell_admins(house: House, session: Session, quota: Quota, now: datetime) -> int:
    """Write the month's warnings where they are due and were not written before; return how many were."""
    expected = quota.still_to_come()
    needed = sum(waiting_by_urgency(session, quota.channel, now).values()) + sum(expected.values())
    found = supply(quota.left, needed, expected.get(Urgency.QUOTA_WARNING, 0))
    key = period_key(quota.month)
    if found is Supply.ENOUGH or was_written(session, quota.channel, GONE, key):
        return 0
    month_ends = at_hour(next_period(quota.month), 0)
    told = 0
    for province in session.scalars(select(Province).where(Province.channel == quota.channel)):
        run = Run(session, house, province, now, day_of(now), month_ends)
        for admin in people_with_role(session, province.id, Role.ADMIN, run.today):
            with speaking(admin.language):
                card = _gone(quota) if found is Supply.GONE else _short(quota, needed)
            kind = GONE if found is Supply.GONE else SHORT
            # A warning ahead of time can go with the day's push, and then costs nothing.
            told += notify(
                run,
                admin,
                [card],
                kind=kind,
                key=key,
                urgency=Urgency.QUOTA_WARNING,
                at_once=found is Supply.GONE,
            )
    return told


def _short(quota: Quota, needed: int) -> Card:
    words = _(
        "LINE's message quota is short this month: {left} of {most} are left, and about {needed} are needed "
        "until {date}. Answers and the weekly summary go first; reminders may have to wait. "
        "Whoever writes to the bot is answered all the same."
    )
    return say(words.format(left=quota.left, most=quota.most, needed=needed, date=_last_day(quota.month)))


def _gone(quota: Quota) -> Card:
    words = _(
        "LINE's message quota of {most} is used up. Until {date}, or until the plan is raised at LINE, the bot sends "
        "no reminders and no summaries. Whoever writes to the bot is answered all the same: please ask the officers "
        "to type “{word}”."
    )
    return say(words.format(most=quota.most, date=_last_day(quota.month), word=_("report")))


def _last_day(month: date) -> str:
    return writing.long_date(last_day_of(month))
