"""What becomes of a notice after LINE's answer: sent, tried again later, or ended with a reason that the office sees."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from engine.house import House
from jobs.attempt import Attempt
from jobs.quota import quota_is_gone
from line.outcome import Answer, Outcome
from models.notice import Notice, Sent, settle_notice
from models.person import Person, mark_unreachable
from models.pushes import give_back_pushes, settle_carried, settle_pushed
from models.quota import count_pushes

log = structlog.get_logger()
LONGEST_WAIT = timedelta(minutes=30)
# The quota is read every ten minutes; what waits for it looks again when it may have been raised.
QUOTA_WAIT = timedelta(minutes=30)
# An earlier try broke, and its end is not known: who did not get the message for some reason may have it all the same.
IN_DOUBT = "; LINE may have taken an earlier try"
WAITS_FOR_QUOTA = "waits for LINE's monthly quota"
TIME_PASSED = "its time has passed"
# A refused access token is mended by a person.
KEY_WAIT = timedelta(minutes=10)
NOT_TAKEN = (Answer.QUOTA_GONE, Answer.SLOW_DOWN, Answer.KEY_REFUSED)


@dataclass(frozen=True, slots=True)
class Heard:
    """What LINE answered to a push; None where it was not sent after all."""

    attempt: Attempt
    outcome: Outcome | None


def write_all_down(house: House, session: Session, channel: str, heard: Sequence[Heard]) -> None:
    """Write what became of pushes: what was taken, and what was not sent, in one statement each."""
    now = house.clock.now()
    accepted = [each for each in heard if each.outcome is not None and each.outcome.is_accepted]
    if accepted:
        request_ids = {each.attempt.notice_id: each.outcome.request_id for each in accepted if each.outcome}
        settle_pushed(session, request_ids, now)
        carriers = [each.attempt.notice_id for each in accepted if each.attempt.carries]
        if carriers:
            settle_carried(session, carriers, Sent.SENT, now)
        log.info("notices_pushed", channel=channel, count=len(accepted))
    _give_back(session, channel, [each.attempt for each in heard if each.outcome is None], now)
    for each in heard:
        if each.outcome is not None and not each.outcome.is_accepted:
            log_outcome(each.attempt, each.outcome)
            _write(session, each.attempt, each.outcome, now)
    if any(each.outcome is not None and each.outcome.answer is Answer.QUOTA_GONE for each in heard):
        quota_is_gone(house, session, channel)


def write_down(house: House, session: Session, attempt: Attempt, outcome: Outcome) -> timedelta | None:
    """Write what became of an attempt; return after how long to try again, None where it has ended."""
    wait = _write(session, attempt, outcome, house.clock.now())
    if outcome.answer is Answer.QUOTA_GONE:
        quota_is_gone(house, session, attempt.channel)
    return wait


def _write(session: Session, attempt: Attempt, outcome: Outcome, now: datetime) -> timedelta | None:
    notice = session.get_one(Notice, attempt.notice_id)
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
        wait = quota_wait()
        notice.not_before, notice.error = now + wait, WAITS_FOR_QUOTA
        return wait
    elif outcome.answer is Answer.KEY_REFUSED:
        return _wait(notice, now, KEY_WAIT, outcome)
    elif outcome.answer in (Answer.TRY_AGAIN, Answer.SLOW_DOWN):
        return _wait(notice, now, back_off(attempt.number), outcome)
    else:
        _as_before(session, notice, attempt)
        _end(session, notice, outcome, now)
    return None


def _give_back(session: Session, channel: str, attempts: Sequence[Attempt], now: datetime) -> None:
    """Let attempts that were not made be as if nobody had taken them."""
    for unsure in (False, True):
        taken = [(each.notice_id, each.number) for each in attempts if each.was_unsure is unsure]
        if taken:
            give_back_pushes(session, taken, now, unsure=unsure)
    count_pushes(session, channel, -sum(each.cost for each in attempts if not each.was_unsure))


def log_outcome(attempt: Attempt, outcome: Outcome) -> None:
    """Log what LINE answered, by ids only."""
    log.info(
        "notice_sent",
        notice=attempt.notice_id,
        kind=attempt.kind,
        answer=outcome.answer,
        request_id=outcome.request_id,
    )


def quota_wait() -> timedelta:
    """Return how long to wait for quota, with jitter."""
    return QUOTA_WAIT * random.uniform(0.8, 1.2)  # noqa: S311  spreads the load, not a secret


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
        count_pushes(session, notice.channel, -notice.cost)


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
    is_in_doubt = notice.first_pushed_at is not None or notice.reply_tried_at is not None
    error = _reason(outcome) + IN_DOUBT * is_in_doubt
    settle_notice(notice, Sent.UNREACHABLE if is_gone else Sent.FAILED, now, error=error)


def _reason(outcome: Outcome) -> str:
    return f"{outcome.status}: {outcome.detail}" if outcome.status else outcome.detail
