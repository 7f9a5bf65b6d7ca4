"""What an activity's figures become when a report says only some of them; confirming and storing call it."""

from decimal import Decimal

from rules.cause import Cause
from rules.figures import Figures
from rules.status import Status

ALL_WORK = Decimal(100)


def carried_forward(new: Figures, last: Figures | None) -> Figures:
    """Return `new` with everything it leaves unsaid taken from `last`.

    Four things follow from what is said: completed work is 100 % (completed means done and accepted); money
    paid out comes off what was committed; a problem stays only while the activity stays blocked; a declared
    remainder stays only while the activity stays completed and the money stays the same.
    """
    last = last or Figures()
    return Figures(
        status=new.status or last.status,
        progress_percent=_progress(new, last),
        disbursed_satang=last.disbursed_satang if new.disbursed_satang is None else new.disbursed_satang,
        committed_satang=_committed(new, last),
        causes=_causes(new, last),
        problem_text=last.problem_text if _problem_stays(new, last) else new.problem_text,
        left_over_satang=_left_over(new, last),
    )


def _progress(new: Figures, last: Figures) -> Decimal | None:
    if new.progress_percent is not None:
        return new.progress_percent
    is_unknown_still = last.progress_percent is None and new.status is None
    status = last.status if is_unknown_still else new.status
    return ALL_WORK if status is Status.COMPLETED else last.progress_percent


def _committed(new: Figures, last: Figures) -> int | None:
    if new.committed_satang is not None or last.committed_satang is None:
        return new.committed_satang
    if new.disbursed_satang is None:
        return last.committed_satang
    newly_paid = max(0, new.disbursed_satang - (last.disbursed_satang or 0))
    return max(0, last.committed_satang - newly_paid)


def _causes(new: Figures, last: Figures) -> tuple[Cause, ...] | None:
    return last.causes if _problem_stays(new, last) else new.causes


def _left_over(new: Figures, last: Figures) -> int | None:
    if new.left_over_satang is not None:
        return new.left_over_satang
    is_still_completed = (new.status or last.status) is Status.COMPLETED
    is_same_money = new.disbursed_satang in (None, last.disbursed_satang)
    return last.left_over_satang if is_still_completed and is_same_money else None


def _problem_stays(new: Figures, last: Figures) -> bool:
    says_a_problem = new.causes is not None or new.problem_text is not None
    was_blocked, stays_so = last.status is Status.BLOCKED, new.status in (None, Status.BLOCKED)
    return was_blocked and stays_so and not says_a_problem
