"""Whose turn it is to write where a database takes one writer at a time: the intake first, everybody else when it rests."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

# The intake comes back within this time while many webhooks arrive one after another.
QUIET_SECONDS = 0.002
# However busy the intake is, the others get a turn so often.
MOST_PATIENCE_SECONDS = 1.0


class WriterLock:
    """A lock with two doors. At most one of the others stands beside the intake, so that it waits for one at most."""

    def __init__(self) -> None:
        self._writer = threading.RLock()
        self._others = threading.RLock()
        self._intake_wants = False
        self._intake_was_here = 0.0
        self._others_had_turn = time.monotonic()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Write before the others; for the intake, which is one thread at a time."""
        self._intake_wants = True
        try:
            with self._writer:
                yield
        finally:
            self._intake_was_here = time.monotonic()
            self._intake_wants = False

    @contextmanager
    def in_turn(self) -> Iterator[None]:
        """Write once the intake rests, or has been let pass for long enough."""
        with self._others:
            while self._must_wait(time.monotonic()):
                time.sleep(QUIET_SECONDS)
            with self._writer:
                yield
                self._others_had_turn = time.monotonic()

    def _must_wait(self, now: float) -> bool:
        is_busy = self._intake_wants or now - self._intake_was_here < QUIET_SECONDS
        return is_busy and now - self._others_had_turn < MOST_PATIENCE_SECONDS
