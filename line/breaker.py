"""Spares a LINE that is down: after several failures in a row only one request in a while asks whether it is back."""

import threading
from datetime import datetime, timedelta

MOST_FAILURES = 5
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=1)


class Breaker:
    """One endpoint as one process sees it. A request that nobody answers waits for as long as its time-outs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = 0
        self._until: datetime | None = None

    @property
    def failures(self) -> int:
        """Return how many requests in a row were not answered."""
        return self._failures

    def paused_until(self, now: datetime) -> datetime | None:
        """Return until when nothing is to be sent, or None for whoever may send; after a pause that is one at first."""
        with self._lock:
            if self._failures < MOST_FAILURES or self._until is None:
                return None
            # A pause longer than any is one from before the clock was set back.
            if now < self._until <= now + LONGEST_PAUSE:
                return self._until
            self._until = now + self._pause()
            return None

    def heard(self, has_answered: bool, now: datetime) -> None:
        """Take note whether LINE answered a request at all; a refusal is an answer."""
        with self._lock:
            self._failures = 0 if has_answered else self._failures + 1
            self._until = now + self._pause() if self._failures >= MOST_FAILURES else None

    def _pause(self) -> timedelta:
        doublings = min(10, self._failures - MOST_FAILURES)
        return min(LONGEST_PAUSE, FIRST_PAUSE * float(1 << doublings))
