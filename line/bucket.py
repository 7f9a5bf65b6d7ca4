"""Keeps requests to one endpoint under LINE's published rate."""

import threading
import time

# LINE counts in windows that we do not see, and a worker that has just come is not known to the others yet.
SHARE_OF_LIMIT = 0.8
# So much of a pause may be made up for at once.
BURST_SECONDS = 0.1


class Bucket:
    """Gives out moments to send at; on the machine's own clock, for LINE's does not stand still either.

    `share` of the limit is used. No second holds more than `share` + `burst_seconds` of it.
    """

    def __init__(
        self, per_second: int, share: float = SHARE_OF_LIMIT, burst_seconds: float = BURST_SECONDS
    ) -> None:
        self._step = 1 / (per_second * share)
        self._burst = burst_seconds
        self._lock = threading.Lock()
        self._next = 0.0

    def take(self, sharers: int = 1) -> float:
        """Take the next moment, and return in how many seconds it comes. `sharers` processes have equal shares."""
        now = time.monotonic()
        with self._lock:
            moment = max(self._next, now - self._burst)
            self._next = moment + max(1, sharers) * self._step
        return max(0.0, moment - now)
