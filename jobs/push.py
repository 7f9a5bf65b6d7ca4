"""Pushes whatever is due on a channel: one task at a time, many requests on their way, their ends written in batches.

One message goes the same way as fifty thousand. The task's lock lets one worker push on a channel at a time: a single
one reaches LINE's rate, and so nobody has to share that out.
"""

import asyncio
import time
from collections import deque
from contextlib import suppress

import structlog

from engine.deadlock import despite_deadlock
from engine.house import House
from jobs.aftermath import Heard
from jobs.attempt import Attempt
from jobs.push_turn import Taken, take_turn
from jobs.quota import refresh_quota
from line.gateway import Gateway
from line.outcome import Answer
from line.window import AT_ONCE, Window
from models.pushes import is_push_due

log = structlog.get_logger()
# So many are taken and not yet written down at the most; with so many answers heard, they are written down.
IN_HAND, WRITE_AT = 500, 200
WRITE_AFTER_SECONDS = 0.5
# A lease must outlive the request: what could not leave for so long is given back.
FRESH_SECONDS = 2.0
# Then whatever else is to be done has its turn: soon where every thread of the process may be pushing.
MOST_SECONDS, MOST_SECONDS_OF_ALL = 60.0, 5.0
# Timers are dear: what may go within so short a time goes together.
TICK_SECONDS = 0.004


def push_waiting(house: House, channel: str) -> None:
    """Push what is due on a channel, and ask for another run where more may be; nothing is sent twice."""
    now = house.clock.now()
    # Without its channel a notice waits: another process, or the next start, may know it.
    gateway = house.gateways.get(channel)
    if gateway is None:
        return
    with house.db.read() as session:
        if not is_push_due(session, channel, now):
            return
    if gateway.push_breaker.paused_until(now) is not None:
        return
    refresh_quota(house, channel)
    run = PushRun(house, gateway, channel)
    if asyncio.run(run.go()):
        with house.db.write() as session:
            house.work.enqueue(session, "push", channel, f"push:{channel}")


class PushRun:
    """One run of the task. What is `_todo` is leased and has not left; what is `_heard` is not written down yet."""

    def __init__(self, house: House, gateway: Gateway, channel: str) -> None:
        self._house, self._gateway, self._channel = house, gateway, channel
        self._window = Window(gateway.push_breaker.failures)
        self._todo: deque[tuple[Attempt, float]] = deque()
        self._flying: set[asyncio.Task[None]] = set()
        self._heard: list[Heard] = []
        # To whom something is todo, flying or heard, and how urgent it is.
        self._in_hand: dict[str, int] = {}
        # How many are taken at the most: twice as many each turn, and few again when some could not leave in time.
        self._most = AT_ONCE
        self._timer: asyncio.TimerHandle | None = None
        self._fault: BaseException | None = None
        has_others = house.settings.threads > len(house.gateways)
        self._ends_at = time.monotonic() + (MOST_SECONDS if has_others else MOST_SECONDS_OF_ALL)
        # What it was: how many left, and the processor seconds of the turns at the database.
        self._count, self._turn_seconds = 0, 0.0

    async def go(self) -> bool:
        """Push until nothing is due or the time is over; return whether another run shall follow at once."""
        began = time.thread_time()
        try:
            return await self._go()
        finally:
            log.info(
                "push_run",
                channel=self._channel,
                count=self._count,
                client_cpu_seconds=round(time.thread_time() - began, 3),
                database_cpu_seconds=round(self._turn_seconds, 3),
            )

    async def _go(self) -> bool:
        self._changed = asyncio.Event()
        async with self._gateway.pushes() as self._wire:
            while True:
                is_all = await self._turn()
                self._send_next()
                if self._in_hand:
                    await self._until_turn()
                elif is_all or self._is_ending:
                    return not is_all and self._shall_follow

    @property
    def _is_ending(self) -> bool:
        is_closed = self._window.closed_by is not None
        return is_closed or self._house.work.is_stopping or time.monotonic() > self._ends_at

    @property
    def _shall_follow(self) -> bool:
        """Return whether more is to be done: without quota that is to hold the rest; a LINE that fails is left alone."""
        return self._window.closed_by in (None, Answer.QUOTA_GONE)

    async def _turn(self) -> bool:
        """Write down what was heard, take what may follow, and return whether nothing else is due."""
        heard, self._heard = self._heard, []
        for each in heard:
            self._in_hand.pop(each.attempt.recipient, None)
        taken = await asyncio.to_thread(self._take_turn, heard, self._wanted(), self._in_hand.copy())
        fresh_until = time.monotonic() + FRESH_SECONDS
        self._todo.extend((attempt, fresh_until) for attempt in taken.attempts)
        self._in_hand.update((attempt.recipient, attempt.urgency) for attempt in taken.attempts)
        return taken.is_all

    def _take_turn(self, heard: list[Heard], wanted: int, in_hand: dict[str, int]) -> Taken:
        began = time.thread_time()
        try:
            return despite_deadlock(lambda: take_turn(self._house, self._channel, heard, wanted, in_hand))
        finally:
            self._turn_seconds += time.thread_time() - began

    def _wanted(self) -> int:
        if self._is_ending:
            return 0
        if not self._window.is_open:
            return max(0, self._window.room - len(self._in_hand))
        most, self._most = self._most, min(IN_HAND, self._most * 2)
        return max(0, most - len(self._in_hand))

    async def _until_turn(self) -> None:
        """Wait until enough has been heard, or something for long enough, or all that was taken."""
        while True:
            self._changed.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(0 if self._is_time else WRITE_AFTER_SECONDS):
                    await self._changed.wait()
            if self._fault is not None:
                raise self._fault
            self._send_next()
            if self._heard or self._is_time:
                return

    @property
    def _is_time(self) -> bool:
        is_done = not self._todo and not self._flying
        return is_done or len(self._heard) >= WRITE_AT or self._fault is not None

    def _send_next(self) -> None:
        """Let what is todo leave: so many at a time as the window has room for, and none too early for LINE's rate."""
        self._give_back()
        while self._todo and self._timer is None and len(self._flying) < self._window.room:
            wait = self._gateway.push_bucket.take()
            if wait:
                self._timer = asyncio.get_running_loop().call_later(max(wait, TICK_SECONDS), self._tick)
            else:
                self._fly()

    def _tick(self) -> None:
        """The moment has come that was taken for the next."""
        self._timer = None
        if self._todo and len(self._flying) < self._window.room:
            self._fly()
        self._send_next()

    def _give_back(self) -> None:
        now, is_over = time.monotonic(), self._window.closed_by is not None or self._house.work.is_stopping
        while self._todo and (is_over or self._todo[0][1] < now):
            attempt, _fresh_until = self._todo.popleft()
            self._heard.append(Heard(attempt, None))
            self._most = AT_ONCE

    def _fly(self) -> None:
        attempt, _fresh_until = self._todo.popleft()
        self._count += 1
        task = asyncio.create_task(self._push(attempt))
        self._flying.add(task)
        task.add_done_callback(self._landed)

    async def _push(self, attempt: Attempt) -> None:
        outcome = await self._wire.push(attempt.recipient, attempt.json, attempt.retry_key)
        self._gateway.push_breaker.heard(outcome.answer is not Answer.TRY_AGAIN, self._house.clock.now())
        self._window.heard(outcome.answer)
        self._heard.append(Heard(attempt, outcome))

    def _landed(self, task: "asyncio.Task[None]") -> None:
        self._flying.discard(task)
        if task.cancelled():
            return
        self._fault = self._fault or task.exception()
        self._send_next()
        if self._is_time:
            self._changed.set()
