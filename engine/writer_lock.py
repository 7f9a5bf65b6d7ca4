"""Whose turn it is to write where a database takes one writer at a time: the intake first, everybody else when it rests."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

# The intake comes back within this time while many webhooks arrive one after another.
QUIET_SECONDS = 0.002
# Where it comes less often, only those whom it has just stored for are let go first: they need Python's lock to answer.
BREATH_SECONDS = 0.001
# However busy the intake is, the others get a turn so often.
MOST_PATIENCE_SECONDS = 1.0


class WriterLock:
    """A lock with two doors. At most one of the others stands beside the intake, so that it waits for one at most."""

    def __init__(self) -> None:
        self._writer = threading.RLock()
        self._others = threading.RLock()
        self._intake_wants = False
        self._intake_was_here = 0.0
        self._intake_paused = QUIET_SECONDS
        self._others_had_turn = time.monotonic()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Write before the others; for the intake, which is one thread at a time."""
        self._intake_wants = True
        self._intake_paused = time.monotonic() - self._intake_was_here
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
            while (rest := self._rest(time.monotonic())) > 0:
                time.sleep(rest)
            with self._writer:
                yield
                self._others_had_turn = time.monotonic()

    def _rest(self, now: float) -> float:
        """Return how many seconds the others leave to the intake before they look again."""
        if now - self._others_had_turn >= MOST_PATIENCE_SECONDS:
            return 0.0
        quiet = QUIET_SECONDS if self._intake_paused < QUIET_SECONDS else BREATH_SECONDS
        return quiet if self._intake_wants else self._intake_was_here + quiet - now
