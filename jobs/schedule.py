"""Every clock line of the house. Times are Asia/Bangkok; docs/rules.md gives the sources."""

from datetime import timedelta

from jobs.chase_late import chase_late
from jobs.duty import Duty
from jobs.remind_officers import remind_officers
from jobs.weekly_escalation import weekly_escalation

SCHEDULE = (
    # Agencies report results on the 1st (Loei 2564, section 3(3)); a reminder is useful until the chase takes over.
    Duty("remind-officers", "30 8 1 * *", remind_officers, stale_after=timedelta(days=9)),
    # On the 10th, those who still owe (Lampang 2560, section 6.2-3(2.1)).
    Duty("chase-late", "30 8 10 * *", chase_late, stale_after=timedelta(days=14)),
    # Each week the governor is told what stands still (Lampang 2560, section 6.1-3(3) and (9)).
    Duty("weekly-escalation", "30 8 * * mon", weekly_escalation, stale_after=timedelta(days=6)),
)


def duty_named(name: str) -> Duty | None:
    """Return the duty called `name`, or None."""
    return next((duty for duty in SCHEDULE if duty.name == name), None)
