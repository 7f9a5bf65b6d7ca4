"""On the 1st: each officer gets ONE message with everything still owed for the month that just ended."""

from datetime import date, datetime

from cards import commands
from cards.fill import activity_views
from cards.reminder import reminder
from i18n import speaking
from jobs.duty import Counts, Run, at_hour
from jobs.notify import notify
from jobs.owing import Owing, missing_reports
from jobs.without_officer import tell_admins
from rules.calendar import WorkCalendar
from rules.duty import period_asked, report_due_on, report_late_on
from rules.fiscal_year import next_period, period_key
from rules.urgency import Urgency


def remind_officers(run: Run) -> Counts:
    """Write the reminders; a second run for the same month finds them written."""
    period = period_asked(run.due_on, run.calendar)
    missing = missing_reports(run.session, run.province, period, run.today)
    written = [_remind(run, period, each) for each in missing.people]
    return {
        "people": len(missing.people),
        "written": sum(written),
        "unreachable": sum(each.person.unreachable_since is not None for each in missing.people),
        "without_officer": len(missing.without_officer),
        "admins_told": tell_admins(run, period, missing.without_officer),
    }


def worth_until(due_on: date, calendar: WorkCalendar) -> datetime:
    """Return when a reminder comes too late: the chase speaks from the late day on, then the next reminder."""
    period = period_asked(due_on, calendar)
    late_on = report_late_on(period, calendar)
    return at_hour(late_on if due_on < late_on else report_due_on(next_period(period), calendar), 8, 30)


def _remind(run: Run, period: date, owing: Owing) -> bool:
    with speaking(owing.person.language):
        card = reminder(
            owing.person.name or "",
            period,
            report_late_on(period, run.calendar),
            activity_views(owing.states, run.today, run.calendar),
            report=commands.report(),
            no_change_all=commands.no_change(),
            per_activity={state.activity.no: commands.report(state.activity.no) for state in owing.states},
            instead_of=owing.instead_of,
        )
    return notify(
        run, owing.person, [card], kind="reminder", key=period_key(period), urgency=Urgency.REMINDER
    )
