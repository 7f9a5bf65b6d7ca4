"""The engine of several processes: Procrastinate's queue in the same PostgreSQL as the rows that its tasks serve.

A task is put in by the transaction that writes its row, so that neither is there without the other. Any process may
put in; those that start() also run tasks, and a sweep finds rows whose task was lost or failed.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING

import structlog

from engine import queue
from engine.by_hand import run_all
from engine.database import Database, before_commit
from engine.queue import LATER, NOW, Job
from engine.work import Found, RunsBeside, Tasks, Vitals

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from engine.queue_worker import QueueWorker

log = structlog.get_logger()
SWEEP_EVERY_SECONDS = 10.0
LOOK_EVERY_SECONDS = 0.02
TO_PUT = "jobs to put"
_held: ContextVar[str | None] = ContextVar("lock held by the task that runs", default=None)


class DistributedWork:
    """Runs tasks on `threads` threads of this process, once started; with none, they run inside drain()."""

    def __init__(
        self,
        tasks: Tasks,
        sweep: Callable[[], Found],
        db: Database,
        threads: int = 8,
        beside: RunsBeside | None = None,
    ) -> None:
        self._tasks = tasks
        self._sweep = sweep
        self._db = db
        self._wanted = threads
        self._beside = beside
        self._stopping = threading.Event()
        self._worker: QueueWorker | None = None
        self._sweeper: threading.Thread | None = None

    def enqueue(
        self,
        session: Session,
        task: str,
        key: str,
        lock: str,
        wait_seconds: float = 0.0,
    ) -> None:
        if wait_seconds and not self._wanted:
            return
        priority = LATER if wait_seconds else NOW
        # Nobody takes a task of our own lock before we have committed, so one that waits will see what we write.
        job = Job(task, key, lock, priority, wait_seconds, may_merge=lock == _held.get())
        if TO_PUT not in session.info:
            session.info[TO_PUT] = {}
            before_commit(session, _put)
        session.info[TO_PUT][job] = None

    def take_in(self, db: Database, insert: str, given: str, task: str) -> None:
        with db.intake() as connection:
            queue.take_in(connection, insert, given, task)

    def start(self) -> None:
        if not self._wanted:
            return
        from engine.queue_worker import (
            QueueWorker,
        )  # a third of a second that processes which only put in do not pay

        if self._beside is not None:
            self._beside.start()
        self._worker = QueueWorker(self._db.engine, self._run, self._wanted)
        self._worker.start()
        self._sweeper = threading.Thread(target=self._sweep_often, daemon=True, name="sweep")
        self._sweeper.start()

    def stop(self, seconds: float = 10.0) -> bool:
        until = time.monotonic() + seconds
        self._stopping.set()
        has_stopped = self._worker is None or self._worker.stop(seconds)
        if self._sweeper is not None:
            self._sweeper.join(max(0.0, until - time.monotonic()))
        is_finished = self._beside is None or self._beside.stop(max(0.0, until - time.monotonic()))
        return has_stopped and is_finished

    def drain(self, seconds: float = 30.0) -> bool:
        until = time.monotonic() + seconds
        with self._db.write() as session:
            queue.wait_to_sweep(session)
            queue.put_left_behind(session, self._sweep())
        if not self._wanted:
            return run_all(self._db.engine, self._run, until)
        while time.monotonic() < until:
            with self._db.engine.connect() as connection:
                if not queue.is_busy(connection):
                    return self._beside is None or self._beside.rest(until - time.monotonic())
            time.sleep(LOOK_EVERY_SECONDS)
        return False

    @property
    def sharers(self) -> int:
        return self._worker.alive if self._worker is not None else 1

    @property
    def is_stopping(self) -> bool:
        return self._stopping.is_set()

    def vitals(self, session: Session | Connection) -> Vitals:
        found = queue.vitals_of(session)
        return found if self._wanted else Vitals(found.waiting, found.oldest_seconds, workers=None)

    def _run(self, task: str, key: str, lock: str) -> None:
        token = _held.set(lock)
        try:
            self._tasks[task](key)
        except Exception:
            # The row is untouched, so the sweep brings it back: a queue that tried again would not know when to end.
            log.exception("task_failed", task=task, key=key)
        finally:
            _held.reset(token)

    def _sweep_often(self) -> None:
        while not self._stopping.is_set():
            try:
                self._sweep_once()
            except Exception:
                log.exception("sweep_failed")
            self._stopping.wait(SWEEP_EVERY_SECONDS * random.uniform(0.8, 1.2))  # noqa: S311  spreads the load

    def _sweep_once(self) -> None:
        with self._db.write() as session:
            if queue.may_sweep(session):
                queue.put_left_behind(session, self._sweep())


def _put(session: Session) -> None:
    queue.put(session, list(session.info.pop(TO_PUT)))
