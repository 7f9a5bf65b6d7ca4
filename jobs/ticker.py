"""The clock: looks every few seconds which duty has fallen due since its last run, and makes up what was missed.

Every process may tick; the row of the run decides who does it, so no leader is needed.
"""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy.orm import Session

from engine.house import House
from jobs.duty import Counts, Duty, day_of, due_between, next_due
from jobs.run import leave_out, run_due
from jobs.schedule import SCHEDULE
from jobs.side_by_side import side_by_side
from jobs.watch_self import watch_self
from models.fire import last_dues
from models.province import provinces
from models.working_days import calendar_of

log = structlog.get_logger()
TICK_SECONDS = 15
MISSED_TICKS = 4
WATCH_SECONDS = 60


class Ticker:
    """Ticks on APScheduler, from memory: what ran is in the database, so nothing is forgotten with the process."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._scheduler = BackgroundScheduler(timezone="UTC")
        self._ticked_at = time.monotonic()

    @property
    def is_well(self) -> bool:
        """Whether the clock has ticked lately; a tick that fails is no tick."""
        return time.monotonic() - self._ticked_at < TICK_SECONDS * MISSED_TICKS

    def start(self) -> None:
        self._scheduler.add_job(
            self._tick_safely,
            "interval",
            seconds=TICK_SECONDS,
            next_run_time=datetime.now().astimezone(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._scheduler.add_job(
            self._watch_safely,
            "interval",
            seconds=WATCH_SECONDS,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _tick_safely(self) -> None:
        try:
            tick(self._house)
            self._ticked_at = time.monotonic()
        except Exception:
            log.exception("tick_failed")

    def _watch_safely(self) -> None:
        try:
            watch_self(self._house)
        except Exception:
            log.exception("watch_failed")


@dataclass(frozen=True)
class Missed:
    """A duty of a province, and the moments at which it fell due since it last ran: in time, and too late to be of use."""

    duty: Duty
    province_id: int
    in_time: list[datetime]
    too_late: list[datetime]


def tick(house: House) -> list[tuple[str, datetime, Counts]]:
    """Run what has fallen due up to now and was not run; return (duty, due moment, counts) of each run."""
    now = house.clock.now()
    missed: dict[int, list[Missed]] = defaultdict(list)
    with house.db.read() as session:
        for each in _missed(session, now):
            missed[each.province_id].append(each)

    def make_up(province_id: int) -> list[tuple[str, datetime, Counts]]:
        return [made_up for each in missed[province_id] for made_up in _make_up(house, each)]

    ran = [made_up for of_province in side_by_side(house, missed, make_up) for made_up in of_province]
    return sorted(ran, key=lambda row: row[1])


def upcoming(house: House, after: datetime) -> list[tuple[datetime, str]]:
    """Return when each duty falls due next after a moment, the earliest first."""
    with house.db.read() as session:
        found = {
            (next_due(duty, after, calendar_of(session, province)), duty.name)
            for province in provinces(session)
            for duty in SCHEDULE
        }
    return sorted(found)


def _missed(session: Session, now: datetime) -> Iterator[Missed]:
    last = last_dues(session, now)
    for province in provinces(session):
        calendar = calendar_of(session, province)
        for duty in SCHEDULE:
            after = last.get((duty.name, province.id), province.made_at)
            due = due_between(duty, after, now, calendar)
            in_time = [each for each in due if now < duty.worthless_after(day_of(each), calendar)]
            if due:
                yield Missed(duty, province.id, in_time, [each for each in due if each not in in_time])


def _make_up(house: House, missed: Missed) -> Iterator[tuple[str, datetime, Counts]]:
    """Run one duty's missed runs. A duty that fails is tried again at the next tick and keeps no other from its run."""
    name, province_id = missed.duty.name, missed.province_id
    try:
        if missed.too_late:
            counts = leave_out(house, missed.duty, province_id, missed.too_late)
            if counts is not None:
                yield name, missed.too_late[-1], counts
        for due_at in missed.in_time:
            counts = run_due(house, missed.duty, province_id, due_at)
            if counts is not None:
                yield name, due_at, counts
    except Exception:
        log.exception("duty_failed", duty=name, province=province_id)
