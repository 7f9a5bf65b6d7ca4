"""The clock box of the simulator: moving it forward runs every duty in between, at its own moment."""

import threading
from datetime import datetime
from typing import Any

from engine.clock import BANGKOK, SettableClock
from engine.house import House
from jobs.ticker import tick, upcoming
from models.fire import fires_between

MOST_STEPS = 400
Row = dict[str, Any]


class SimulatedTime:
    """Steps from duty to duty, and lets the bot finish each before the next: people get their messages in order."""

    def __init__(self, house: House, clock: SettableClock) -> None:
        self._house, self._clock = house, clock
        self._moving = threading.Lock()

    def now(self) -> datetime:
        return self._clock.now()

    def advance_to(self, target: datetime) -> list[Row]:
        """Move on to `target`; return each duty that ran as dict(duty, due, counts). Going back runs nothing."""
        with self._moving:
            begins = self._clock.now()
            for _step in range(MOST_STEPS):
                due = upcoming(self._house, self._clock.now())
                if not due or due[0][0] > target:
                    break
                self._stop_at(due[0][0])
            self._stop_at(target)
            # Asked of the database: the clock ticks by itself too and may have been the one that ran them.
            with self._house.db.read() as session:
                fires = fires_between(session, begins, target)
        return [{"duty": fire.duty, "due": fire.due_at, "counts": fire.counts} for fire in fires]

    def upcoming(self, count: int) -> list[Row]:
        found = upcoming(self._house, self._clock.now())
        return [{"duty": name, "due": moment.astimezone(BANGKOK)} for moment, name in found[:count]]

    def _stop_at(self, moment: datetime) -> None:
        self._clock.set(moment)
        tick(self._house)
        self._house.work.drain()
