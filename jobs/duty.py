"""What a duty is, and when it falls due: a cron line, moved off weekends and holidays where it says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.orm import Session

from engine.clock import BANGKOK
from engine.house import House
from models.province import Province
from models.working_days import calendar_of
from rules.calendar import WorkCalendar
from rules.urgency import Urgency

Counts = dict[str, int]
LONGEST_MOVE = timedelta(days=15)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKLY = "mon"  # in a crontab line: the office may choose another day for it


@dataclass(frozen=True)
class Run:
    """One run of a duty for a province.

    `due_at` decides which month or week it speaks of, `today` is the day on which people read it (later than the due
    day where the run is made up), and from `worthless_after` on nobody needs to hear of it (None: a run by hand).
    Until `held_until` the day's pushes wait, because other duties that fell due have not run yet.
    """

    session: Session
    house: House
    province: Province
    due_at: datetime
    today: date
    worthless_after: datetime | None = None
    held_until: datetime | None = None

    @property
    def due_on(self) -> date:
        return day_of(self.due_at)

    @cached_property
    def calendar(self) -> WorkCalendar:
        return calendar_of(self.session, self.province)

    def outlasting(self, working_days: int) -> "Run":
        """Return the run with notices that are of use so long: a daily one that comes after the day's push waits."""
        if self.worthless_after is None:
            return self
        return replace(
            self, worthless_after=at_hour(self.calendar.add_working_days(self.today, working_days), 8)
        )


@dataclass(frozen=True)
class Duty:
    """`cron` is a crontab line in the province's time.

    `worthless_after` tells, for the day on which a run falls due, from when on it comes too late; such a run is left out.
    """

    name: str
    cron: str
    run: Callable[[Run], Counts]
    worthless_after: Callable[[date, WorkCalendar], datetime]
    urgency: Urgency
    kinds: tuple[str, ...]


def due_times(duty: Duty, after: datetime, calendar: WorkCalendar) -> Iterator[datetime]:
    """Yield the moments (Bangkok) at which a duty falls due after `after`, without end.

    Days off move several runs of a daily duty to one morning: there it falls due once.
    """
    for _nominal, due in due_times_by_rule(duty, after, calendar):
        if due > after:
            yield due
            after = due


def due_times_by_rule(duty: Duty, after: datetime, calendar: WorkCalendar) -> Iterator[tuple[date, datetime]]:
    """Yield each moment with the day on which the rule alone would have it.

    The cron arithmetic is APScheduler's; a day off moves the whole day and keeps the hour.
    """
    begin = after.astimezone(BANGKOK) - LONGEST_MOVE
    for nominal in _nominal_from(_cron(duty, calendar), begin):
        due = datetime.combine(calendar.shifted(nominal.date()), nominal.timetz())
        if due > after:
            yield nominal.date(), due


def _nominal_from(cron: str, begin: datetime) -> Iterator[datetime]:
    """Yield the moments of a crontab line from `begin` on, without end."""
    month = begin.date().replace(day=1)
    while True:
        yield from (each for each in _nominal_in(cron, month) if each >= begin)
        month = (month + timedelta(days=31)).replace(day=1)


@lru_cache(maxsize=500)
def _nominal_in(cron: str, month: date) -> tuple[datetime, ...]:
    """Return the moments of a crontab line in one month; every tick asks for them, and they never change."""
    trigger = CronTrigger.from_crontab(cron, timezone=BANGKOK)
    found = []
    nominal = trigger.get_next_fire_time(None, at_hour(month, 0))
    while nominal is not None and (nominal.year, nominal.month) == (month.year, month.month):
        found.append(nominal)
        nominal = trigger.get_next_fire_time(nominal, nominal + timedelta(seconds=1))
    return tuple(found)


def _cron(duty: Duty, calendar: WorkCalendar) -> str:
    """Return the crontab line of an office: what is weekly comes on the weekday that it chose."""
    fields, weekday = duty.cron.rsplit(" ", 1)
    return f"{fields} {WEEKDAYS[calendar.weekly_on]}" if weekday == WEEKLY else duty.cron


def next_due(duty: Duty, after: datetime, calendar: WorkCalendar) -> datetime:
    """Return when a duty falls due next after `after`."""
    return next(due_times(duty, after, calendar))


def due_between(duty: Duty, after: datetime, until: datetime, calendar: WorkCalendar) -> list[datetime]:
    """Return the moments in (after, until] at which a duty fell due, looking back one year at the most."""
    found = []
    for due in due_times(duty, max(after, until - timedelta(days=366)), calendar):
        if due > until:
            break
        found.append(due)
    return found


def next_morning(due_on: date, calendar: WorkCalendar) -> datetime:
    """Return when a run of a daily duty comes too late: the next morning's does all of its work."""
    return at_hour(calendar.next_working_day(due_on + timedelta(days=1)), 8)


def day_of(moment: datetime) -> date:
    """Return the day in Bangkok."""
    return moment.astimezone(BANGKOK).date()


def at_hour(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a Bangkok moment on a day."""
    return datetime.combine(day, time(hour, minute), BANGKOK)
