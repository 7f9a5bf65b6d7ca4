"""On the 1st: each officer gets ONE message with everything still owed for the month that just ended."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from cards import commands
from cards.card import Card
from cards.reminder import reminder
from i18n import speaking
from jobs.duty import Counts, Run, at_hour
from jobs.notify import Note, notify_all
from jobs.owing import Owing, missing_by_part
from jobs.without_officer import tell_admins
from models.owed import Owed
from rules.calendar import WorkCalendar
from rules.duty import period_asked, report_due_on, report_late_on
from rules.fiscal_year import next_period, period_key
from rules.urgency import Urgency


def remind_officers(run: Run) -> Counts:
    """Write the reminders; a second run for the same month finds them written."""
    period = period_asked(run.due_on, run.calendar)
    counts: Counter[str] = Counter(people=0, written=0, unreachable=0)
    without_officer: list[Owed] = []
    for missing in missing_by_part(run.session, run.province, period, run.today):
        counts["people"] += len(missing.people)
        counts["unreachable"] += sum(each.person.unreachable_since is not None for each in missing.people)
        counts["written"] += _remind(run, period, missing.people)
        without_officer += missing.without_officer
    return {
        **counts,
        "without_officer": len(without_officer),
        "admins_told": tell_admins(run, period, without_officer),
    }


def worth_until(due_on: date, calendar: WorkCalendar) -> datetime:
    """Return when a reminder comes too late: the chase speaks from the late day on, then the next reminder."""
    period = period_asked(due_on, calendar)
    late_on = report_late_on(period, calendar)
    return at_hour(late_on if due_on < late_on else report_due_on(next_period(period), calendar), 8, 30)


def reminder_to(owing: Owing, period: date, late_on: date) -> Card:
    """Return what one person is reminded of, in the person's language; from `late_on` on it is late."""
    with speaking(owing.person.language):
        return reminder(
            owing.person.name or "",
            period,
            late_on,
            owing.owed,
            report=commands.report(),
            no_change_all=commands.no_change(),
            instead_of=owing.instead_of,
        )


def _remind(run: Run, period: date, people: Sequence[Owing]) -> int:
    late_on = report_late_on(period, run.calendar)
    notes = (Note(each.person, [reminder_to(each, period, late_on)]) for each in people)
    return notify_all(run, notes, kind="reminder", key=period_key(period), urgency=Urgency.REMINDER)
