"""Sends answers as soon as they are committed, by their reply tokens, and writes down together what became of them.

The lane does not wait for LINE: all answers of a process leave from one event loop on a thread of its own. What cannot
go at once becomes an ordinary task, and what dies with the process is found by the sweep when its lease has run out.
"""

import asyncio
import threading
import time
from collections import deque
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import timedelta

import structlog

from engine.house import House
from engine.json_text import json_text
from handlers.answer import ANSWER, Answer
from jobs.attempt import Attempt
from jobs.deliver import reply, send_reply, try_again, write_reply_down
from line.outcome import Outcome
from models.notice import LEASE
from models.replied import give_back, have_arrived

log = structlog.get_logger()
# So many are on their way at the most: where LINE takes 200 ms, 320 a second, more than a process has answers for.
AT_ONCE = 64
# Who waited longer to leave has too little left of the lease to see the end of a LINE that hangs.
LONGEST_WAIT = timedelta(seconds=2)
# Ends that come so soon after others have been written wait to be written together: an answer costs no commit then.
APART_SECONDS = 0.25
LOOK_EVERY_SECONDS = 0.01


@dataclass(frozen=True)
class End:
    """What became of an answer; `outcome` is None where it was not sent."""

    answer: Answer
    outcome: Outcome | None


class Replies:
    """The answers of this process on their way. It runs with the engine, which starts and stops it.

    Only the loop touches `_lanes` and `_ends`: those of one chat that wait while another of theirs is on its way, and
    what is not written down yet. `_in_hand` has the ids of all notices that are here.
    """

    def __init__(self, house: House) -> None:
        self._house = house
        self._lanes: dict[str, deque[Answer]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._ends: list[End] = []
        self._in_hand: set[int] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True, name="replies")
        self._runs = threading.Event()

    def send(self, answer: Answer) -> None:
        """Send an answer that was taken and is committed; those of one chat keep their order."""
        if self._loop is None:
            # Nothing runs beside the one that asks.
            may_leave = self._may_leave(answer)
            self._write_safely([End(answer, reply(self._house, _attempt(answer)) if may_leave else None)])
            return
        self._in_hand.add(answer.notice_id)
        self._loop.call_soon_threadsafe(self._take, answer)

    def start(self) -> None:
        self._thread.start()
        self._runs.wait()

    def rest(self, seconds: float) -> bool:
        """Return once nothing is in hand, or False when `seconds` have passed."""
        until = time.monotonic() + seconds
        while self._in_hand and time.monotonic() < until:
            time.sleep(LOOK_EVERY_SECONDS)
        return not self._in_hand

    def stop(self, seconds: float) -> bool:
        """Finish what is on its way, give the rest back, and say whether all was finished within `seconds`."""
        if self._loop is None:
            return True
        with suppress(RuntimeError):  # it was stopped before
            self._loop.call_soon_threadsafe(self._end)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    # What follows is done by the loop.

    async def _run(self) -> None:
        """Keep a wire to each channel, and write down what has ended, until stopped and nothing is in hand."""
        self._room, self._heard, self._stopping = asyncio.Semaphore(AT_ONCE), asyncio.Event(), asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._runs.set()
        async with AsyncExitStack() as stack:
            self._wires = {
                name: await stack.enter_async_context(gateway.replies())
                for name, gateway in self._house.gateways.items()
            }
            written_at = -APART_SECONDS
            while self._lanes or self._ends or not self._stopping.is_set():
                await self._heard.wait()
                with suppress(TimeoutError):
                    async with asyncio.timeout_at(written_at + APART_SECONDS):
                        await self._stopping.wait()
                self._heard.clear()
                if self._ends:
                    ends, self._ends, written_at = self._ends, [], self._loop.time()
                    await asyncio.to_thread(self._write_safely, ends)

    def _take(self, answer: Answer) -> None:
        waiting = self._lanes.get(answer.recipient)
        if waiting is not None:
            waiting.append(answer)
            return
        self._lanes[answer.recipient] = deque([answer])
        task = asyncio.create_task(self._send_lane(answer.recipient))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send_lane(self, recipient: str) -> None:
        waiting = self._lanes[recipient]
        while waiting:
            async with self._room:
                if waiting:  # it was not given back meanwhile
                    await self._reply(waiting.popleft())
        del self._lanes[recipient]

    async def _reply(self, answer: Answer) -> None:
        outcome = None
        try:
            if not self._stopping.is_set() and self._may_leave(answer):
                outcome = await send_reply(self._house, self._wires[answer.channel], _attempt(answer))
        except Exception:
            log.exception("reply_failed")  # its lease runs out, and the sweep finds it
            self._in_hand.discard(answer.notice_id)
        else:
            self._ends.append(End(answer, outcome))
        self._heard.set()

    def _end(self) -> None:
        for waiting in self._lanes.values():
            self._ends += [End(answer, None) for answer in waiting]
            waiting.clear()
        self._stopping.set()
        self._heard.set()

    # What follows is done by any thread.

    def _may_leave(self, answer: Answer) -> bool:
        now, gateway = self._house.clock.now(), self._house.gateways[answer.channel]
        is_fresh = answer.ours_until - now >= LEASE - LONGEST_WAIT
        return is_fresh and gateway.reply_breaker.paused_until(now) is None

    def _write_safely(self, ends: Sequence[End]) -> None:
        try:
            self._write(ends)
        except Exception:
            # The leases run out, and the sweep finds what was sent already by its spent token.
            log.exception("ends_not_written", ends=len(ends))
        finally:
            self._in_hand.difference_update(end.answer.notice_id for end in ends)

    def _write(self, ends: Sequence[End]) -> None:
        with self._house.db.write() as session:
            now = self._house.clock.now()
            have_arrived(
                session,
                [
                    (end.answer.notice_id, end.outcome.request_id)
                    for end in ends
                    if end.outcome is not None and end.outcome.is_accepted
                ],
                now,
            )
            unsent = [end.answer for end in ends if end.outcome is None]
            give_back(session, [answer.notice_id for answer in unsent], now)
            for answer in unsent:
                try_again(self._house, session, answer.notice_id, answer.recipient)
            for end in ends:
                if end.outcome is not None and not end.outcome.is_accepted:
                    write_reply_down(self._house, session, _attempt(end.answer), end.outcome)


def _attempt(answer: Answer) -> Attempt:
    """Return the first try at the answer's notice, of which nothing is in doubt."""
    return Attempt(
        notice_id=answer.notice_id,
        kind=ANSWER,
        channel=answer.channel,
        recipient=answer.recipient,
        json=json_text(answer.messages).encode(),
        retry_key="",
        reply_token=answer.reply_token,
        by_reply=True,
        number=1,
        was_unsure=False,
    )
