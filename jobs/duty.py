"""What a duty is, and when it falls due: a cron line, moved off weekends and holidays where it says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.orm import Session

from engine.clock import BANGKOK
from engine.house import House
from models.province import Province
from rules.calendar import Shift, WorkCalendar

Counts = dict[str, int]
LONGEST_MOVE = timedelta(days=15)


@dataclass(frozen=True)
class Duty:
    """`cron` is a crontab line in the province's time. A run later than `stale_after` is worth nothing and left out."""

    name: str
    cron: str
    run: Callable[[Session, House, Province, datetime], Counts]
    stale_after: timedelta
    moves: bool = True


def due_times(duty: Duty, after: datetime, calendar: WorkCalendar, shift: Shift) -> Iterator[datetime]:
    """Yield the moments (Bangkok) at which a duty falls due after `after`, without end.

    The cron arithmetic is APScheduler's; a day off moves the whole day and keeps the hour.
    """
    trigger = CronTrigger.from_crontab(duty.cron, timezone=BANGKOK)
    nominal = trigger.get_next_fire_time(None, after.astimezone(BANGKOK) - LONGEST_MOVE)
    while nominal is not None:
        day = calendar.shifted(nominal.date(), shift) if duty.moves else nominal.date()
        due = datetime.combine(day, nominal.timetz())
        if due > after:
            yield due
        nominal = trigger.get_next_fire_time(nominal, nominal + timedelta(seconds=1))


def next_due(duty: Duty, after: datetime, calendar: WorkCalendar, shift: Shift) -> datetime:
    """Return when a duty falls due next after `after`."""
    return next(due_times(duty, after, calendar, shift))


def latest_due(
    duty: Duty, after: datetime, until: datetime, calendar: WorkCalendar, shift: Shift
) -> datetime | None:
    """Return the last moment in (after, until] at which a duty fell due, or None: of several missed runs one is made up."""
    latest = None
    for due in due_times(duty, max(after, until - timedelta(days=400)), calendar, shift):
        if due > until:
            return latest
        latest = due
    return latest


def at_hour(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a Bangkok moment on a day."""
    return datetime.combine(day, time(hour, minute), BANGKOK)
