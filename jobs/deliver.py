"""Sends one notice and writes down what became of it; the only code that makes the gateway send."""

import random
from datetime import datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from engine.house import House
from line.outcome import Answer, Outcome
from models.notice import RETRY_KEY_LIVES, Notice, Sent, lease, settle_notice
from models.person import Person

log = structlog.get_logger()
LONGEST_WAIT = timedelta(minutes=30)
QUOTA_WAIT = timedelta(hours=6)
# With this many pushes left in the month, what is less urgent waits: answers and escalations first.
RESERVED_FOR_URGENT = 30


def deliver(house: House, key: str) -> None:
    """Send the notice with id `key` where its time has come; doing it twice sends nothing twice."""
    with house.db.write() as session:
        notice = lease(session, int(key), house.clock.now())
        if notice is None or not _may_go(session, notice, house.clock.now()):
            return
        by_reply = _reply_token_lives(notice, house.clock.now())
        if not by_reply:
            notice.first_pushed_at = notice.first_pushed_at or house.clock.now()
    outcome = _send(house, notice, by_reply)
    log.info(
        "notice_sent",
        notice=notice.id,
        kind=notice.kind,
        answer=outcome.answer,
        request_id=outcome.request_id,
    )
    with house.db.write() as session:
        _write_down(house, session.get_one(Notice, notice.id), outcome, by_reply)
        again = session.get_one(Notice, notice.id).not_before <= house.clock.now()
        if again:
            house.work.enqueue(session, "deliver", key, f"notice:{notice.recipient}")


def _may_go(session: Session, notice: Notice, now: datetime) -> bool:
    person = session.get(Person, notice.person_id) if notice.person_id else None
    if person is not None and person.unreachable_since and not _reply_token_lives(notice, now):
        settle_notice(notice, Sent.UNREACHABLE, now)
        return False
    if notice.first_pushed_at and now - notice.first_pushed_at >= RETRY_KEY_LIVES:
        settle_notice(notice, Sent.FAILED, now, error="LINE did not take it within 24 hours")
        return False
    return True


def _reply_token_lives(notice: Notice, now: datetime) -> bool:
    return bool(notice.reply_token and notice.reply_until and now < notice.reply_until)


def _send(house: House, notice: Notice, by_reply: bool) -> Outcome:
    gateway = house.gateways.get(notice.channel)
    if gateway is None:
        return Outcome(Answer.REFUSED, detail=f"no channel {notice.channel} is configured")
    if by_reply:
        return gateway.reply(notice.reply_token or "", notice.messages)
    return gateway.push(notice.recipient, notice.messages, notice.retry_key)


def _write_down(house: House, notice: Notice, outcome: Outcome, by_reply: bool) -> None:
    now = house.clock.now()
    notice.request_id = outcome.request_id
    if outcome.is_accepted:
        settle_notice(notice, Sent.SENT, now, how="reply" if by_reply else "push")
    elif outcome.answer is Answer.TOKEN_SPENT:
        _fall_back_to_push(notice, now)
    elif outcome.answer is Answer.QUOTA_GONE:
        notice.not_before, notice.error = now + QUOTA_WAIT, "monthly quota used up"
    elif outcome.answer in (Answer.TRY_AGAIN, Answer.SLOW_DOWN):
        notice.not_before, notice.error = now + _wait(notice.attempts), outcome.detail[:300]
    else:
        settle_notice(notice, Sent.FAILED, now, error=f"{outcome.status}: {outcome.detail}")


def _fall_back_to_push(notice: Notice, now: datetime) -> None:
    """A spent token after an attempt whose end we did not see means that the answer arrived; otherwise push it."""
    if notice.attempts > 1:
        settle_notice(notice, Sent.SENT, now, how="reply")
    else:
        notice.reply_until, notice.not_before = now, now


def _wait(attempts: int) -> timedelta:
    seconds = min(LONGEST_WAIT.total_seconds(), 2.0**attempts)
    return timedelta(seconds=seconds * random.uniform(0.5, 1.5))  # noqa: S311  jitter, not a secret
