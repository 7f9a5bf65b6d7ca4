"""The library's worker, taking turns with PostgreSQL: in each it says which tasks have ended and takes as many others.

The library's own way is one question for each task taken and one for each that ended, each with a commit, and a thread
for each task; its listening, its heartbeats and its way to begin and to end are used as they are.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import structlog
from procrastinate import App
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.worker import Worker

from engine.crew import Crew, Taken
from engine.queue import TURN

log = structlog.get_logger()


class WorksInTurns(Worker):
    """Runs `run(task, key, lock)` for what it takes, on threads that end with it."""

    def __init__(self, app: App, run: Callable[[str, str, str], None], **given: Any) -> None:
        super().__init__(app, **given)
        loop = asyncio.get_running_loop()

        def tell() -> None:
            with suppress(RuntimeError):  # the loop has ended, and nobody listens any more
                loop.call_soon_threadsafe(self._new_job_event.set)

        self._crew = Crew(self.concurrency, run, tell)
        # Have ended, and are not written down as that.
        self._ended: list[int] = []

    async def _fetch_and_process_jobs(self) -> None:
        """Take turns for as long as something has happened since the last one."""
        while not self._stop_event.is_set():
            self._new_job_event.clear()
            await self._turn()
            if not self._new_job_event.is_set():
                return

    async def _turn(self) -> None:
        self._ended += self._crew.ended()
        most = 0 if self._stop_event.is_set() else self._crew.free
        if not self._ended and not most:
            return
        try:
            self._crew.give(await self._ask(most))
        except UniqueViolation:
            # Of two that take tasks of one lock at the same moment, one has to look again.
            self._new_job_event.set()
            return
        self._ended = []

    async def _ask(self, most: int) -> list[Taken]:
        """Where PostgreSQL does not take that tasks have ended, they would count as ours for ever: so this worker ends.

        It comes back under another name, and then they are a dead worker's tasks.
        """
        try:
            found = await self.app.connector.execute_query_all_async(
                TURN, ended=self._ended, worker=self.worker_id, queues=self.queues, most=most
            )
        except UniqueViolation:
            raise
        except ConnectorException:
            if self._ended:
                log.warning("task_end_not_written", tasks=len(self._ended))
            raise
        return [Taken(**row) for row in found]

    async def _shutdown(self, side_tasks: list[asyncio.Task[Any]]) -> None:
        """Let what is in hand end, and say so. What does not end in time is given to others, for its worker is gone."""
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(self.shutdown_graceful_timeout):
                    await self._rest()
        finally:
            self._crew.dismiss()
            await super()._shutdown(side_tasks)

    async def _rest(self) -> None:
        self._stop_event.set()
        while True:
            self._new_job_event.clear()
            await self._turn()
            if not self._crew.in_hand:
                return
            await self._new_job_event.wait()
