"""The clock: looks every few seconds which duty has fallen due since its last run, and makes up what was missed.

Every process may tick; the row of the run decides who does it, so no leader is needed.
"""

from datetime import datetime

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from engine.house import House
from jobs.duty import Counts, latest_due, next_due
from jobs.run import run_due
from jobs.schedule import SCHEDULE
from models.fire import last_due
from models.province import provinces
from models.working_days import calendar_of, shift_of

log = structlog.get_logger()
TICK_SECONDS = 15


class Ticker:
    """Ticks on APScheduler, from memory: what ran is in the database, so nothing is forgotten with the process."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._scheduler = BackgroundScheduler(timezone="UTC")

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
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _tick_safely(self) -> None:
        try:
            tick(self._house)
        except Exception:
            log.exception("tick_failed")


def tick(house: House) -> list[tuple[str, datetime, Counts]]:
    """Run what has fallen due up to now and was not run; return (duty, due moment, counts) of each run."""
    now, ran = house.clock.now(), []
    for province_id, name, due_at in _due(house, now):
        duty = next(duty for duty in SCHEDULE if duty.name == name)
        counts = run_due(house, duty, province_id, due_at, stale=now - due_at > duty.stale_after)
        if counts is not None:
            ran.append((name, due_at, counts))
    return ran


def upcoming(house: House, after: datetime) -> list[tuple[datetime, str]]:
    """Return when each duty falls due next after a moment, the earliest first."""
    with house.db.read() as session:
        found = {
            (next_due(duty, after, calendar_of(session, province), shift_of(province)), duty.name)
            for province in provinces(session)
            for duty in SCHEDULE
        }
    return sorted(found)


def _due(house: House, now: datetime) -> list[tuple[int, str, datetime]]:
    with house.db.read() as session:
        found = []
        for province in provinces(session):
            calendar = calendar_of(session, province)
            for duty in SCHEDULE:
                after = last_due(session, duty.name, province.id) or province.made_at
                due_at = latest_due(duty, after, now, calendar, shift_of(province))
                if due_at is not None:
                    found.append((province.id, duty.name, due_at))
    return sorted(found, key=lambda row: row[2])
