"""Procrastinate's worker on a thread of this process, started again whenever it ends without having been asked to.

The library's worker ends when PostgreSQL goes away; here it is started again, and the tasks of processes that were
killed are given to those that live. How it takes tasks and lets them end is engine/queue_turns.py.
"""

import asyncio
import logging
import threading
from collections.abc import Callable

import structlog
from procrastinate import App
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from procrastinate.worker import Worker
from sqlalchemy import Engine

from engine.queue import DEAD_AFTER_SECONDS, HEARTBEAT_SECONDS, QUEUE
from engine.queue_connections import connector_of
from engine.queue_turns import WorksInTurns

log = structlog.get_logger()
RESCUE_EVERY_SECONDS = 5.0
START_AGAIN_SECONDS = 1.0
SECONDS_TO_CONNECT = 5
STOP_SECONDS = 9.0
# What is put in is announced; this finds what was announced while the worker looked elsewhere, or waited for its hour.
POLL_SECONDS = 0.5
LISTEN_EVERY_SECONDS = 0.1
# A task that took so many processes with it is left to its row and the sweep.
MOST_RESCUES = 5
RAISED_BY_FUNCTION = "P0001"
ALIVE = "SELECT count(*) FROM procrastinate_workers"  # the dead are taken off this list
for _name in (
    "procrastinate",
    "psycopg.pool",
):  # plain text, and one line a task; what matters is logged here
    logging.getLogger(_name).setLevel(logging.CRITICAL)


class QueueWorker:
    """Runs `run(task, key, lock)` for what is in the queue, so many at a time, each on a thread of its own."""

    def __init__(self, engine: Engine, run: Callable[[str, str, str], None], threads: int) -> None:
        _positional, self._connect_args = engine.dialect.create_connect_args(engine.url)
        self._run = run
        self._threads = threads
        self._stopping = threading.Event()
        # How many workers were alive when last looked, this one among them.
        self.alive = 1
        self._thread = threading.Thread(target=self._keep_working, daemon=True, name="queue")

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float) -> bool:
        """Finish what is in hand; False where that took longer than `seconds`."""
        self._stopping.set()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _keep_working(self) -> None:
        while not self._stopping.is_set():
            try:
                asyncio.run(self._work())
            except Exception as error:
                log.warning("worker_lost", fault=f"{type(error).__name__}: {type(error.__cause__).__name__}")
            self._stopping.wait(START_AGAIN_SECONDS)

    async def _work(self) -> None:
        """Work until asked to stop, or until PostgreSQL goes away."""
        app = App(connector=connector_of(self._connect_args, SECONDS_TO_CONNECT))
        try:
            async with asyncio.timeout(SECONDS_TO_CONNECT):
                await app.open_async()
            await self._work_on(app)
        finally:
            await app.close_async()

    async def _work_on(self, app: App) -> None:
        worker = WorksInTurns(
            app,
            self._run,
            queues=[QUEUE],
            concurrency=self._threads,
            fetch_job_polling_interval=POLL_SECONDS,
            shutdown_graceful_timeout=STOP_SECONDS,
            install_signal_handlers=False,
            update_heartbeat_interval=HEARTBEAT_SECONDS,
            stalled_worker_timeout=DEAD_AFTER_SECONDS,
        )
        log.info("worker_started", threads=self._threads)
        beside = [
            asyncio.create_task(self._heed_stop(worker)),
            asyncio.create_task(self._look_after_others(app)),
        ]
        try:
            await worker.run()  # type: ignore[no-untyped-call]
        finally:
            for each in beside:
                each.cancel()

    async def _look_after_others(self, app: App) -> None:
        while True:
            try:
                await _rescue(app)
                row = await app.connector.execute_query_one_async(ALIVE)
                self.alive = max(1, row["count"])
            except ConnectorException as error:
                log.warning("rescue_failed", fault=type(error.__cause__).__name__)
            await asyncio.sleep(RESCUE_EVERY_SECONDS)

    async def _heed_stop(self, worker: Worker) -> None:
        while not self._stopping.is_set():
            await asyncio.sleep(LISTEN_EVERY_SECONDS)
        worker.stop()  # type: ignore[no-untyped-call]


def _is_not_ours(error: ConnectorException) -> bool:
    """Return whether the queue refused because somebody else has taken the task, or has been given it, meanwhile."""
    return getattr(error.__cause__, "sqlstate", None) == RAISED_BY_FUNCTION


async def _rescue(app: App) -> None:
    """Give the tasks of dead workers to the living."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER_SECONDS):
        log.warning("task_rescued", task=job.task_name, job=job.id, attempts=job.attempts)
        try:
            if job.attempts < MOST_RESCUES:
                await app.job_manager.retry_job(job)
            else:
                await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
        except ConnectorException as error:
            if not _is_not_ours(error):
                raise
    await app.job_manager.prune_stalled_workers(DEAD_AFTER_SECONDS)
