"""Sends answers as soon as they are committed, by their reply tokens, and writes down together what became of them.

The lane does not wait for LINE: its answers go from threads beside those of the tasks. What cannot go at once becomes
an ordinary task, and what dies with the process is found by the sweep when its lease has run out.
"""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from engine.beside import Beside
from engine.house import House
from handlers.answer import ANSWER, Answer
from jobs.attempt import Attempt
from jobs.deliver import reply, try_again, write_reply_down
from line.outcome import Outcome
from models.notice import LEASE
from models.replied import give_back, have_arrived

log = structlog.get_logger()
# Who waited longer for a thread has too little left of the lease to see the end of a LINE that hangs.
LONGEST_WAIT = timedelta(seconds=2)
# Ends that come so soon after others have been written wait to be written together: an answer costs no commit then.
APART_SECONDS = 0.25


@dataclass(frozen=True)
class End:
    """What became of an answer; `outcome` is None where it was not sent."""

    answer: Answer
    outcome: Outcome | None


class Replies:
    """The answers of this process on their way. It runs with the engine, which starts and stops it."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._ends: list[End] = []
        self._lock = threading.Lock()
        self._senders: Beside[Answer] = Beside(self._reply, self._leave)
        # Whoever sends does not wait for the database, and many ends share a transaction.
        self._pen: Beside[str] = Beside(self._write_all, self._write_all)
        self._written_at = -APART_SECONDS
        # Without threads each end is written by whoever has it, and at the end nobody waits for others.
        self._alone = threading.Event()
        self._alone.set()

    def send(self, answer: Answer) -> None:
        """Send an answer that was taken and is committed; those of one chat keep their order."""
        self._senders.add(answer, answer.recipient)

    def start(self, threads: int) -> None:
        self._alone.clear()
        self._senders.start(threads)
        self._pen.start(1)

    def rest(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        return self._senders.rest(seconds) and self._pen.rest(until - time.monotonic())

    def stop(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        has_sent = self._senders.stop(seconds)
        self._alone.set()
        return self._pen.stop(max(0.0, until - time.monotonic())) and has_sent

    def _reply(self, answer: Answer) -> None:
        end = End(answer, self._sent(answer))
        with self._lock:
            self._ends.append(end)
        self._pen.add("ends", "ends")

    def _leave(self, answers: Sequence[Answer]) -> None:
        self._write([End(answer, None) for answer in answers])

    def _sent(self, answer: Answer) -> Outcome | None:
        now, gateway = self._house.clock.now(), self._house.gateways[answer.channel]
        if answer.ours_until - now < LEASE - LONGEST_WAIT or gateway.reply_breaker.paused_until(now):
            return None
        return reply(self._house, _attempt(answer))

    def _write_all(self, _signals: object) -> None:
        """Write down what has ended and is not written yet."""
        if self._ends:
            self._alone.wait(max(0.0, self._written_at + APART_SECONDS - time.monotonic()))
        with self._lock:
            ends, self._ends = self._ends, []
        if not ends:
            return
        self._written_at = time.monotonic()
        try:
            self._write(ends)
        except Exception:
            # The leases run out, and the sweep finds what was sent already by its spent token.
            log.exception("ends_not_written", ends=len(ends))

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
        messages=answer.messages,
        retry_key="",
        reply_token=answer.reply_token,
        by_reply=True,
        number=1,
        was_unsure=False,
    )
