"""Once a month what was kept long enough is forgotten; how long that is are settings (KEEP_…_DAYS).

Source: Personal Data Protection Act B.E. 2562, section 37(3) (erase what is no longer needed); Computer Crime Act
B.E. 2550, section 26 (records of access for at least 90 days).
"""

from datetime import date, datetime, timedelta

from jobs.duty import Counts, Run, at_hour
from models.retention import forget_accesses, forget_dialogues, forget_messages, forget_notices
from rules.calendar import WorkCalendar


def forget_what_is_old(run: Run) -> Counts:
    """Forget, for all provinces of this database, and return how much of each kind was forgotten."""
    keep, now = run.house.settings.keep, run.due_at
    return {
        "messages": forget_messages(run.session, now - timedelta(days=keep.messages)),
        "dialogues": forget_dialogues(run.session, now - timedelta(days=keep.dialogues), now),
        "notices": forget_notices(run.session, now - timedelta(days=keep.notices)),
        "accesses": forget_accesses(run.session, now - timedelta(days=keep.access_log)),
    }


def worth_until(due_on: date, _calendar: WorkCalendar) -> datetime:
    """Return when a run comes too late: nearly a month on, for then the next one does its work."""
    return at_hour(due_on + timedelta(days=25), 6)
