"""On the 1st: each officer gets ONE message with everything still owed for the month that just ended."""

from datetime import datetime

from sqlalchemy.orm import Session

from cards import commands
from cards.fill import activity_views
from cards.reminder import reminder
from engine.clock import BANGKOK
from engine.house import House
from i18n import speaking
from jobs.duty import Counts
from jobs.notify import notify
from jobs.owing import Owing, people_owing
from models.plan import current_year
from models.province import Province
from models.working_days import calendar_of
from rules.calendar import WorkCalendar
from rules.duty import report_late_on
from rules.fiscal_year import period_just_ended, period_key
from rules.urgency import Urgency


def remind_officers(session: Session, house: House, province: Province, due_at: datetime) -> Counts:
    """Write the reminders; a second run for the same month finds them written."""
    today = due_at.astimezone(BANGKOK).date()
    period, calendar = period_just_ended(today), calendar_of(session, province)
    owing = people_owing(session, province, current_year(session, province.id, today), period, today)
    written = [_remind(session, house, each, due_at, calendar) for each in owing]
    return {"owing": len(owing), "written": sum(written)}


def _remind(session: Session, house: House, owing: Owing, due_at: datetime, calendar: WorkCalendar) -> bool:
    today = due_at.astimezone(BANGKOK).date()
    period = period_just_ended(today)
    with speaking(owing.person.language):
        card = reminder(
            owing.person.name or "",
            period,
            report_late_on(period, calendar),
            activity_views(owing.states, today, calendar),
            report=commands.report(),
            no_change_all=commands.no_change(),
            per_activity={state.activity.no: commands.report(state.activity.no) for state in owing.states},
        )
    key, now = period_key(period), house.clock.now()
    return notify(
        session, house, owing.person, [card], kind="reminder", key=key, urgency=Urgency.REMINDER, now=now
    )
