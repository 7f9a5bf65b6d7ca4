"""The threads on which a queue's worker runs its tasks: it gives them work, and hears what has ended."""

import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import NamedTuple

import structlog

log = structlog.get_logger()


class Taken(NamedTuple):
    """A task that was taken from the queue: the row's id, and what is to be run under which lock."""

    id: int
    task: str
    key: str
    lock: str


class Crew:
    """Runs `run(task, key, lock)` on `threads` threads, and calls `tell` from one of them whenever a task has ended.

    They are daemons, unlike those of an executor: one that LINE keeps waiting does not keep the process.
    Whoever gives is the only one who asks what has ended and how many are free.
    """

    def __init__(self, threads: int, run: Callable[[str, str, str], None], tell: Callable[[], None]) -> None:
        self._run, self._tell = run, tell
        self._threads = threads
        self._given: SimpleQueue[Taken | None] = SimpleQueue()
        self._done: SimpleQueue[int] = SimpleQueue()
        self.in_hand = 0
        for _ in range(threads):
            threading.Thread(target=self._work, daemon=True, name="task").start()

    @property
    def free(self) -> int:
        return self._threads - self.in_hand

    def give(self, tasks: Sequence[Taken]) -> None:
        self.in_hand += len(tasks)
        for each in tasks:
            self._given.put(each)

    def ended(self) -> list[int]:
        """Return the ids of the tasks that have ended since it was last asked; their threads are free again."""
        found: list[int] = []
        try:
            while True:
                found.append(self._done.get_nowait())
        except Empty:
            self.in_hand -= len(found)
            return found

    def dismiss(self) -> None:
        """Let each thread go when it has ended what it has in hand."""
        for _ in range(self._threads):
            self._given.put(None)

    def _work(self) -> None:
        while (taken := self._given.get()) is not None:
            try:
                self._run(taken.task, taken.key, taken.lock)
            except (
                BaseException
            ):  # a library in Rust that panics raises no Exception; the thread has to go on
                log.exception("task_broke", task=taken.task, key=taken.key)
            finally:
                self._done.put(taken.id)
                self._tell()
