"""The engine of a single process: tasks run on threads, per lock in order; a sweep finds what a crash left behind."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

import structlog

from engine.database import Database, after_commit
from engine.driver import run_on_sqlite
from engine.work import Found, RunsBeside, Tasks, Vitals

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

log = structlog.get_logger()
# Also what is tried again after a fault waits for the sweep, so it is frequent; each asks a few indexed questions.
SWEEP_EVERY_SECONDS = 10.0
# A sweep that found so many may have left some out, and another follows as soon as these are done.
MANY = 1000


class EmbeddedWork:
    """Runs tasks on `threads` threads; with none, they run inside drain(), which makes tests deterministic.

    `sweep` returns the (task, key, lock) of every row that still waits; it is asked at start and every few seconds.
    `take_over` frees at start what the process before this one held: no other works on the same database.
    A lane holds the tasks of one lock, each with the moment at which it was asked for. It is in `_ready` exactly while
    it has tasks and no thread works on it.
    """

    def __init__(
        self,
        tasks: Tasks,
        sweep: Callable[[], Found],
        threads: int = 8,
        beside: RunsBeside | None = None,
        take_over: Callable[[], None] = lambda: None,
    ) -> None:
        self._tasks = tasks
        self._sweep = sweep
        self._wanted = threads
        self._beside = beside
        self._take_over = take_over
        self._changed = threading.Condition()
        self._lanes: dict[str, dict[tuple[str, str], float]] = {}
        self._ready: deque[str] = deque()
        self._stopping = threading.Event()
        self._found_many = False
        self._threads: list[threading.Thread] = []

    def enqueue(
        self,
        session: Session,
        task: str,
        key: str,
        lock: str,
        wait_seconds: float = 0.0,
    ) -> None:
        if not wait_seconds:
            after_commit(session, lambda: self._add(task, key, lock))
        elif self._wanted:
            after_commit(session, lambda: self._add_later(wait_seconds, task, key, lock))

    def take_in(self, db: Database, insert: str, given: str, task: str) -> None:
        with db.intake() as connection:
            locks = {lock for (lock,) in run_on_sqlite(connection, insert, (given,))}
        for lock in locks:
            self._add(task, lock, lock)

    def _add_later(self, seconds: float, task: str, key: str, lock: str) -> None:
        timer = threading.Timer(seconds, self._add, (task, key, lock))
        timer.daemon = True
        timer.start()

    def start(self) -> None:
        if self._beside is not None and self._wanted:
            self._beside.start()
        self._take_over()
        self._sweep_safely()
        targets = [self._run] * self._wanted + [self._sweep_often] * (self._wanted > 0)
        self._threads = [threading.Thread(target=target, daemon=True) for target in targets]
        for thread in self._threads:
            thread.start()

    def stop(self, seconds: float = 10.0) -> bool:
        until = time.monotonic() + seconds
        self._stopping.set()
        with self._changed:
            self._changed.notify_all()
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        is_finished = self._beside is None or self._beside.stop(max(0.0, until - time.monotonic()))
        return is_finished and not any(thread.is_alive() for thread in self._threads)

    @property
    def sharers(self) -> int:
        return 1

    @property
    def is_stopping(self) -> bool:
        return self._stopping.is_set()

    def vitals(self, session: Session | Connection) -> Vitals:
        with self._changed:
            waits = [
                time.monotonic() - asked_at for lane in self._lanes.values() for asked_at in lane.values()
            ]
        return Vitals(len(waits), max(waits, default=0.0), workers=1 if self._threads else None)

    def drain(self, seconds: float = 30.0) -> bool:
        until = time.monotonic() + seconds
        self._add_all(self._sweep())
        if self._wanted:
            with self._changed:
                has_rested = self._changed.wait_for(lambda: not self._lanes, seconds)
            return has_rested and (self._beside is None or self._beside.rest(until - time.monotonic()))
        while (lane := self._take()) is not None:
            self._work_on(lane)
            if time.monotonic() > until:
                return False
        return True

    def _add(self, task: str, key: str, lock: str) -> None:
        with self._changed:
            lane = self._lanes.get(lock)
            if lane is None:
                lane = self._lanes[lock] = {}
                self._ready.append(lock)
                self._changed.notify()
            lane.setdefault((task, key), time.monotonic())

    def _add_all(self, found: Found) -> None:
        for task, key, lock in found:
            self._add(task, key, lock)

    def _sweep_safely(self) -> None:
        try:
            found = self._sweep()
        except Exception:
            log.exception("sweep_failed")
        else:
            self._found_many = len(found) >= MANY
            self._add_all(found)

    def _sweep_often(self) -> None:
        while not self._stopping.is_set():
            with self._changed:
                self._changed.wait_for(self._is_time_to_sweep, SWEEP_EVERY_SECONDS)
            if not self._stopping.is_set():
                self._sweep_safely()

    def _is_time_to_sweep(self) -> bool:
        return self._stopping.is_set() or (self._found_many and not self._lanes)

    def _run(self) -> None:
        while not self._stopping.is_set():
            with self._changed:
                self._changed.wait_for(lambda: self._ready or self._stopping.is_set())
            if not self._stopping.is_set() and (lane := self._take()) is not None:
                self._work_on(lane)

    def _take(self) -> str | None:
        with self._changed:
            return self._ready.popleft() if self._ready else None

    def _work_on(self, lock: str) -> None:
        with self._changed:
            task, key = next(iter(self._lanes[lock]))
            del self._lanes[lock][task, key]
        try:
            self._tasks[task](key)
        except Exception:
            # The row is untouched, so the sweep brings it back; the error must not cost the lane its other tasks.
            log.exception("task_failed", task=task, key=key)
        with self._changed:
            if self._lanes[lock]:
                self._ready.append(lock)
            else:
                del self._lanes[lock]
            self._changed.notify_all()
