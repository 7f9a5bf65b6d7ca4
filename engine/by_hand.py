"""Runs what is in the queue on the thread that asks, task by task, for commands that end and for tests."""

import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, text

from engine.queue import HEARTBEAT_SECONDS, QUEUE, TAKE

REGISTER = text("SELECT worker_id FROM procrastinate_register_worker_v1()")
BEAT = text("SELECT procrastinate_update_heartbeat_v1(:worker)")
LEAVE = text("SELECT procrastinate_unregister_worker_v1(:worker)")
FINISH = text("SELECT procrastinate_finish_job_v1(:job, 'succeeded', true)")


def run_all(engine: Engine, run: Callable[[str, str, str], None], until: float) -> bool:
    """Run `run(task, key, lock)` for all that may run now; False when time.monotonic() has passed `until`.

    It counts as a worker meanwhile, so that others leave it what it has taken.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        worker = connection.scalar(REGISTER)
        try:
            return _run_all(connection, worker, run, until)
        finally:
            connection.execute(LEAVE, {"worker": worker})


def _run_all(connection: Connection, worker: Any, run: Callable[[str, str, str], None], until: float) -> bool:
    beat_at = time.monotonic()
    while (job := connection.execute(TAKE, {"queues": [QUEUE], "worker": worker}).first()) is not None:
        try:
            run(job.task_name, job.key, job.lock)
        finally:
            # Done or broken: what is still to do shows in its row, and the sweep brings it back.
            connection.execute(FINISH, {"job": job.id})
        if time.monotonic() > until:
            return False
        if time.monotonic() - beat_at > HEARTBEAT_SECONDS:
            connection.execute(BEAT, {"worker": worker})
            beat_at = time.monotonic()
    return True
