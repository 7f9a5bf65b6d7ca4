"""What becomes of a notice after LINE's answer: sent, tried again later, or ended with a reason that the office sees."""

import random
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from engine.house import House
from jobs.attempt import Attempt
from jobs.quota import quota_is_gone, uncount
from line.outcome import Answer, Outcome
from models.notice import Notice, Sent, settle_notice
from models.person import Person, mark_unreachable

LONGEST_WAIT = timedelta(minutes=30)
# The quota is read every ten minutes; what waits for it looks again when it may have been raised.
QUOTA_WAIT = timedelta(minutes=30)
# A refused access token is mended by a person.
KEY_WAIT = timedelta(minutes=10)
NOT_TAKEN = (Answer.QUOTA_GONE, Answer.SLOW_DOWN, Answer.KEY_REFUSED)


def write_down(house: House, session: Session, attempt: Attempt, outcome: Outcome) -> timedelta | None:
    """Write what became of an attempt; return after how long to try again, None where it has ended."""
    notice, now = session.get_one(Notice, attempt.notice_id), house.clock.now()
    overtaken = notice.attempts != attempt.number and not outcome.is_accepted
    if notice.state is not Sent.WAITING or overtaken:
        return None  # our lease ran out, and someone else has written or will write the end
    notice.request_id = outcome.request_id
    if outcome.answer in NOT_TAKEN:
        _as_before(session, notice, attempt)
    if outcome.is_accepted:
        settle_notice(notice, Sent.SENT, now, how="reply" if attempt.by_reply else "push")
    elif outcome.answer is Answer.TOKEN_SPENT:
        return _push_instead(notice, attempt, now)
    elif outcome.answer is Answer.QUOTA_GONE:
        quota_is_gone(house, session, notice.channel)
        return hold_for_quota(notice, now)
    elif outcome.answer is Answer.KEY_REFUSED:
        return _wait(notice, now, KEY_WAIT, outcome)
    elif outcome.answer in (Answer.TRY_AGAIN, Answer.SLOW_DOWN):
        return _wait(notice, now, back_off(attempt.number), outcome)
    else:
        _as_before(session, notice, attempt)
        _end(session, notice, outcome, now)
    return None


def hold_for_quota(notice: Notice, now: datetime) -> timedelta:
    """Let a notice wait for LINE's monthly quota, and return for how long."""
    wait = QUOTA_WAIT * random.uniform(0.8, 1.2)  # noqa: S311  spreads the load, not a secret
    notice.not_before, notice.error = now + wait, "waits for LINE's monthly quota"
    return wait


def back_off(attempts: int) -> timedelta:
    """Return how long to wait after a fault: 2, 4, 8 … seconds, half an hour at the most, each with jitter."""
    seconds = min(LONGEST_WAIT.total_seconds(), 2.0 ** min(attempts, 12))
    return timedelta(seconds=seconds * random.uniform(0.5, 1.5))  # noqa: S311  jitter, not a secret


def _wait(notice: Notice, now: datetime, wait: timedelta, outcome: Outcome) -> timedelta:
    notice.not_before, notice.error = now + wait, _reason(outcome)
    return wait


def _as_before(session: Session, notice: Notice, attempt: Attempt) -> None:
    """LINE certainly did not take it, so this attempt leaves no doubt behind and costs nothing."""
    if attempt.was_unsure:
        return
    if attempt.by_reply:
        notice.reply_tried_at = None
    else:
        notice.first_pushed_at = None
        uncount(session, notice)


def _push_instead(notice: Notice, attempt: Attempt, now: datetime) -> timedelta | None:
    """A token spent by an attempt whose end we did not see has delivered the answer; otherwise the answer is pushed.

    A token that may have expired by now proves nothing: rather twice than never.
    """
    if attempt.was_unsure and notice.may_reply(now):
        settle_notice(notice, Sent.SENT, now, how="reply")
        return None
    notice.reply_until, notice.not_before, notice.reply_tried_at = now, now, None
    return timedelta()


def _end(session: Session, notice: Notice, outcome: Outcome, now: datetime) -> None:
    is_gone = outcome.answer is Answer.NOBODY_THERE
    person = session.get(Person, notice.person_id) if notice.person_id else None
    if is_gone and person is not None:
        mark_unreachable(person, now)
    settle_notice(notice, Sent.UNREACHABLE if is_gone else Sent.FAILED, now, error=_reason(outcome))


def _reason(outcome: Outcome) -> str:
    return f"{outcome.status}: {outcome.detail}" if outcome.status else outcome.detail
