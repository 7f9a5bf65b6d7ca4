"""Sends one notice and has it written down what became of it; the only code that makes the gateway send."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from engine.house import House
from jobs.aftermath import hold_for_quota, write_down
from jobs.attempt import Attempt
from jobs.quota import may_push, refresh_quota
from line.breaker import Breaker
from line.gateway import Gateway
from line.outcome import Answer, Outcome
from models.notice import RETRY_KEY_LIVES, Notice, Sent, lease, settle_notice
from models.person import Person

log = structlog.get_logger()
SOON = timedelta(minutes=1)


@dataclass(frozen=True)
class End:
    """Why a notice is not sent any more."""

    state: Sent
    reason: str


def deliver(house: House, key: str) -> None:
    """Send the notice with id `key` where its time has come; doing it twice sends nothing twice."""
    with house.db.read() as session:
        notice = session.get(Notice, int(key))
    # Without its channel a notice waits: another process, or the next start, may know it.
    if notice is None or notice.state is not Sent.WAITING or notice.channel not in house.gateways:
        return
    if not notice.may_reply(house.clock.now()):
        refresh_quota(house, notice.channel)
    with house.db.write() as session:
        attempt = _take(house, session, notice.id)
    if attempt is None:
        return
    gateway = house.gateways[attempt.channel]
    outcome = _send(gateway, attempt)
    has_answered = outcome.answer is not Answer.TRY_AGAIN
    _breaker(gateway, attempt.by_reply).heard(has_answered, house.clock.now())
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
        if attempt.by_reply and wait is not None and wait <= SOON:
            lock = f"notice:{attempt.recipient}"
            house.work.enqueue(session, "deliver", key, lock, wait.total_seconds())


def _take(house: House, session: Session, notice_id: int) -> Attempt | None:
    """Lease the notice and write down how it is about to be sent; None where it is not to be sent now."""
    now = house.clock.now()
    notice = lease(session, notice_id, now)
    if notice is None:
        return None
    end = _end_of(session, notice, now)
    if end is not None:
        settle_notice(notice, end.state, now, error=end.reason)
        return None
    if _is_spared(house, notice, now):
        return None
    if notice.may_reply(now):
        attempt = Attempt.of(notice, by_reply=True)
        notice.reply_tried_at = notice.reply_tried_at or now
        return attempt
    # What may have been taken already is counted, and must be asked after with the same key whatever is left.
    if notice.first_pushed_at is None and not may_push(house, session, notice):
        hold_for_quota(notice, now)
        return None
    attempt = Attempt.of(notice, by_reply=False)
    notice.first_pushed_at = notice.first_pushed_at or now
    return attempt


def _is_spared(house: House, notice: Notice, now: datetime) -> bool:
    """Let a notice wait where LINE has not been answering, and return whether it does; no thread then waits for it."""
    pause = _breaker(house.gateways[notice.channel], notice.may_reply(now)).paused_until(now)
    if pause is None:
        return False
    notice.attempts -= 1
    notice.not_before = pause + timedelta(seconds=random.uniform(0, 2))  # noqa: S311  spreads the load, not a secret
    notice.error = "LINE does not answer"
    return True


def _breaker(gateway: Gateway, by_reply: bool) -> Breaker:
    return gateway.reply_breaker if by_reply else gateway.push_breaker


def _end_of(session: Session, notice: Notice, now: datetime) -> End | None:
    person = session.get(Person, notice.person_id) if notice.person_id else None
    if notice.worthless_after is not None and now >= notice.worthless_after:
        return End(Sent.GIVEN_UP, "its time has passed")
    if notice.may_reply(now):
        return None
    if notice.reply_only:
        return End(Sent.GIVEN_UP, "the reply token has expired; a group is never pushed to")
    if person is not None and person.left_at is not None:
        return End(Sent.GIVEN_UP, "the person has left")
    if person is not None and person.unreachable_since is not None:
        return End(Sent.UNREACHABLE, "the person has blocked the bot")
    if notice.first_pushed_at is not None and now - notice.first_pushed_at >= RETRY_KEY_LIVES:
        return End(Sent.FAILED, "LINE did not say within 24 hours whether it took it")
    return None


def _send(gateway: Gateway, attempt: Attempt) -> Outcome:
    if attempt.by_reply:
        return gateway.reply(attempt.reply_token, attempt.messages)
    return gateway.push(attempt.recipient, attempt.messages, attempt.retry_key)
