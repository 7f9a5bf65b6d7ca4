"""Sends one notice by its reply token; whatever is to be pushed goes with all other pushes (jobs/push.py)."""

import asyncio
import random
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from engine.house import House
from jobs.aftermath import TIME_PASSED, log_outcome, write_down
from jobs.attempt import Attempt
from line.outcome import Answer, Outcome
from line.posts import Replies
from models.notice import Notice, Sent, lease, settle_notice

SOON = timedelta(minutes=1)


def deliver(house: House, key: str) -> None:
    """Reply with the notice of id `key` while its token lives, else have it pushed; doing it twice sends nothing twice."""
    with house.db.read() as session:
        notice = session.get(Notice, int(key))
    # Without its channel a notice waits: another process, or the next start, may know it.
    if notice is None or notice.state is not Sent.WAITING or notice.channel not in house.gateways:
        return
    with house.db.write() as session:
        attempt = _take(house, session, notice.id)
    if attempt is None:
        return
    outcome = reply(house, attempt)
    with house.db.write() as session:
        write_reply_down(house, session, attempt, outcome)


def reply(house: House, attempt: Attempt) -> Outcome:
    """Send a single reply, outside of any transaction."""

    async def once() -> Outcome:
        async with house.gateways[attempt.channel].replies() as wire:
            return await send_reply(house, wire, attempt)

    return asyncio.run(once())


async def send_reply(house: House, wire: Replies, attempt: Attempt) -> Outcome:
    """Send a reply when LINE's rate allows, and take note of whether LINE answers."""
    gateway = house.gateways[attempt.channel]
    if wait := gateway.until_reply():
        await asyncio.sleep(wait)
    outcome = await wire.reply(attempt.reply_token, attempt.json)
    gateway.reply_breaker.heard(outcome.answer is not Answer.TRY_AGAIN, house.clock.now())
    log_outcome(attempt, outcome)
    return outcome


def write_reply_down(house: House, session: Session, attempt: Attempt, outcome: Outcome) -> None:
    """Write what became of a reply, and try it again soon where that is of use.

    A reply token lives for a minute: what waits for seconds does not wait for the sweep.
    """
    wait = write_down(house, session, attempt, outcome)
    if wait is not None and wait <= SOON:
        try_again(house, session, attempt.notice_id, attempt.recipient, wait)


def try_again(
    house: House, session: Session, notice_id: int, recipient: str, wait: timedelta = timedelta()
) -> None:
    """Ask for another try at a reply."""
    house.work.enqueue(session, "deliver", str(notice_id), f"notice:{recipient}", wait.total_seconds())


def _take(house: House, session: Session, notice_id: int) -> Attempt | None:
    """Lease the notice and write down that it is about to be sent; None where it is not to be replied with now."""
    now = house.clock.now()
    notice = session.get_one(Notice, notice_id)
    if not notice.may_reply(now):
        house.work.enqueue(session, "push", notice.channel, f"push:{notice.channel}")
        return None
    leased = lease(session, notice_id, now)
    if leased is None:
        return None
    if leased.worthless_after is not None and now >= leased.worthless_after:
        settle_notice(leased, Sent.GIVEN_UP, now, error=TIME_PASSED)
        return None
    if _is_spared(house, leased, now):
        return None
    attempt = Attempt.reply(leased)
    leased.reply_tried_at = leased.reply_tried_at or now
    return attempt


def _is_spared(house: House, notice: Notice, now: datetime) -> bool:
    """Let a notice wait where LINE has not been answering, and return whether it does; no thread then waits for it."""
    pause = house.gateways[notice.channel].reply_breaker.paused_until(now)
    if pause is None:
        return False
    notice.attempts -= 1
    notice.not_before = pause + timedelta(seconds=random.uniform(0, 2))  # noqa: S311  spreads the load, not a secret
    notice.error = "LINE does not answer"
    return True
