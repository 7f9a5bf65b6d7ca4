"""Sends one notice by its reply token; whatever is to be pushed goes with all other pushes (jobs/push.py)."""

import random
from datetime import datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from engine.house import House
from jobs.aftermath import write_down
from jobs.attempt import Attempt
from line.gateway import Gateway
from line.outcome import Answer, Outcome
from models.notice import Notice, Sent, lease, settle_notice

log = structlog.get_logger()
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
    gateway = house.gateways[attempt.channel]
    outcome = _send(gateway, attempt)
    gateway.reply_breaker.heard(outcome.answer is not Answer.TRY_AGAIN, house.clock.now())
    log.info(
        "notice_sent",
        notice=attempt.notice_id,
        kind=attempt.kind,
        answer=outcome.answer,
        request_id=outcome.request_id,
    )
    with house.db.write() as session:
        wait = write_down(house, session, attempt, outcome)
        # A reply token lives for a minute: what waits for seconds does not wait for the sweep.
        if wait is not None and wait <= SOON:
            lock = f"notice:{attempt.recipient}"
            house.work.enqueue(session, "deliver", key, lock, wait.total_seconds())


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
        settle_notice(leased, Sent.GIVEN_UP, now, error="its time has passed")
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


def _send(gateway: Gateway, attempt: Attempt) -> Outcome:
    return gateway.reply(attempt.reply_token, attempt.messages)
