"""Runs what is in the queue on the thread that asks, task by task, for commands that end and for tests."""

import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, text

from engine.queue import HEARTBEAT_SECONDS, QUEUE, TURN

REGISTER = text("SELECT worker_id FROM procrastinate_register_worker_v1()")
BEAT = text("SELECT procrastinate_update_heartbeat_v1(:worker)")
LEAVE = text("SELECT procrastinate_unregister_worker_v1(:worker)")


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
    ended: list[int] = []

    def turn(most: int) -> Any:
        given = {"ended": ended, "worker": worker, "queues": [QUEUE], "most": most}
        return connection.exec_driver_sql(TURN, given).first()

    try:
        while (job := turn(1)) is not None:
            ended = [job.id]
            run(job.task, job.key, job.lock)
            if time.monotonic() > until:
                return False
            if time.monotonic() - beat_at > HEARTBEAT_SECONDS:
                connection.execute(BEAT, {"worker": worker})
                beat_at = time.monotonic()
    finally:
        # Done or broken: what is still to do shows in its row, and the sweep brings it back.
        turn(0)
    return True
