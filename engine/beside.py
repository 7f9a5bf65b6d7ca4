"""Threads beside those of the tasks, for what waits on others: a lane never stands still because an answer is slow to go."""

import threading
import time
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import Generic, Protocol, TypeVar

import structlog

log = structlog.get_logger()
Job = TypeVar("Job")


class RunsBeside(Protocol):
    """What an engine starts, waits for and stops together with itself."""

    def start(self, threads: int) -> None: ...

    def rest(self, seconds: float) -> bool: ...

    def stop(self, seconds: float) -> bool: ...


class Beside(Generic[Job]):
    """Does jobs of this process, those of one lock in order. Nothing of them is kept: each stands for a row elsewhere.

    What was not begun when the process stops goes to `give_back`. Without threads a job is done by whoever adds it.
    """

    def __init__(self, do: Callable[[Job], None], give_back: Callable[[Sequence[Job]], None]) -> None:
        self._do = do
        self._give_back = give_back
        self._queues: list[SimpleQueue[Job | None]] = []
        self._threads: list[threading.Thread] = []
        self._stopping = threading.Event()
        self._changed = threading.Condition()
        self._in_hand = 0

    def add(self, job: Job, lock: str) -> None:
        if not self._queues:
            self._do(job)
            return
        with self._changed:
            self._in_hand += 1
        self._queues[hash(lock) % len(self._queues)].put(job)

    def start(self, threads: int) -> None:
        self._queues = [SimpleQueue() for _ in range(threads)]
        self._threads = [
            threading.Thread(target=self._run, args=(queue,), daemon=True, name="beside")
            for queue in self._queues
        ]
        for thread in self._threads:
            thread.start()

    def rest(self, seconds: float) -> bool:
        """Return once nothing is in hand, or False when `seconds` have passed."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._in_hand, seconds)

    def stop(self, seconds: float) -> bool:
        """Finish what was begun, give the rest back, and say whether all was finished within `seconds`."""
        until = time.monotonic() + seconds
        self._stopping.set()
        for queue in self._queues:
            queue.put(None)
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        left = [job for queue in self._queues for job in _all_of(queue)]
        if left:
            self._give_back(left)
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self, queue: "SimpleQueue[Job | None]") -> None:
        while (job := queue.get()) is not None:
            if self._stopping.is_set():
                queue.put(job)
                return
            try:
                self._do(job)
            except Exception:
                log.exception("beside_failed")
            with self._changed:
                self._in_hand -= 1
                self._changed.notify_all()


def _all_of(queue: "SimpleQueue[Job | None]") -> list[Job]:
    found: list[Job] = []
    while True:
        try:
            job = queue.get_nowait()
        except Empty:
            return found
        if job is not None:
            found.append(job)
