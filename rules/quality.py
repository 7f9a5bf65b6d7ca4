"""Asks about figures that cannot be, or hardly, before they are stored; every way of reporting calls it.

Source: the invariants of Loei 2564, Lampang 2560 and Phetchaburi 2564, listed in docs/rules.md.
"""

from collections.abc import Iterator
from datetime import date

from rules.carry_forward import ALL_WORK, carried_forward
from rules.doubt import Doubt, DoubtCode
from rules.figures import Figures
from rules.fiscal_year import first_day, last_day
from rules.status import STEP, Status, is_open

_BEFORE_WORK = (Status.NOT_STARTED, Status.PROCUREMENT)


def doubts(
    new: Figures, last: Figures | None, budget_satang: int, *, is_admin: bool = False
) -> tuple[Doubt, ...]:
    """Return what must be changed, then what must be confirmed, before `new` is stored on top of `last`.

    `new` may leave figures unsaid. What was already so in `last` was confirmed then and is not asked again.
    budget_satang is the budget after approved transfers.
    """
    if new == Figures():
        return (Doubt(DoubtCode.NOTHING_SAID),)
    now, before = carried_forward(new, last), last or Figures()
    must_change = (*_not_allowed(now, before, is_admin), *_contradictions(now, budget_satang))
    settled = set(_oddities(before, budget_satang))
    to_confirm = (*_falls(now, before), *(odd for odd in _oddities(now, budget_satang) if odd not in settled))
    return (*must_change, *to_confirm)


def as_of_doubts(
    as_of: date, sent_on: date, year_be: int, *, is_carried_over: bool = False
) -> tuple[Doubt, ...]:
    """Return what is wrong with the date that the figures are said to be from.

    They cannot be newer than the message, and lie in the activity's fiscal year unless money is carried over.
    """
    if as_of > sent_on:
        return (Doubt(DoubtCode.AS_OF_IN_FUTURE, as_of, sent_on),)
    begins, ends = first_day(year_be), last_day(year_be)
    if as_of < begins or (as_of > ends and not is_carried_over):
        return (Doubt(DoubtCode.AS_OF_OUTSIDE_YEAR, as_of, begins if as_of < begins else ends),)
    return ()


def _not_allowed(now: Figures, before: Figures, is_admin: bool) -> Iterator[Doubt]:
    """Cancelling, and taking that back, needs the approving reference that only the provincial office has."""
    if not is_admin and now.status is not before.status and Status.CANCELLED in (now.status, before.status):
        yield Doubt(DoubtCode.CANCEL_IS_ADMINS, now.status, before.status)


def _contradictions(now: Figures, budget_satang: int) -> Iterator[Doubt]:
    yield from _money_contradictions(now, budget_satang)
    progress = now.progress_percent
    if progress is not None and not 0 <= progress <= ALL_WORK:
        yield Doubt(DoubtCode.PROGRESS_OUT_OF_RANGE, progress)
    elif progress is not None and progress < ALL_WORK and now.status is Status.COMPLETED:
        yield Doubt(DoubtCode.COMPLETED_BELOW_HUNDRED, progress, now.status)
    if now.status is Status.BLOCKED and not now.causes and not (now.problem_text or "").strip():
        yield Doubt(DoubtCode.REASON_REQUIRED, now.status)


def _money_contradictions(now: Figures, budget_satang: int) -> Iterator[Doubt]:
    disbursed, committed = now.disbursed_satang or 0, now.committed_satang or 0
    left_over = now.left_over_satang or 0
    least = min(disbursed, committed, left_over)
    if least < 0:
        yield Doubt(DoubtCode.NEGATIVE_AMOUNT, least)
    elif disbursed > budget_satang:
        yield Doubt(DoubtCode.EXCEEDS_BUDGET, disbursed, budget_satang)
    elif disbursed + committed > budget_satang:
        yield Doubt(DoubtCode.USED_EXCEEDS_BUDGET, disbursed + committed, budget_satang)
    elif disbursed + left_over > budget_satang:
        yield Doubt(DoubtCode.LEFT_OVER_EXCEEDS_REST, left_over, budget_satang - disbursed)


def _falls(now: Figures, before: Figures) -> Iterator[Doubt]:
    """Cumulative figures fall only by a correction or a refund (เบิกเกินส่งคืน)."""
    disbursed, paid_before = now.disbursed_satang, before.disbursed_satang
    if disbursed is not None and paid_before is not None and disbursed < paid_before:
        yield Doubt(DoubtCode.DECREASED_CUMULATIVE, disbursed, paid_before)
    progress, done_before = now.progress_percent, before.progress_percent
    if progress is not None and done_before is not None and progress < done_before:
        yield Doubt(DoubtCode.DECREASED_PROGRESS, progress, done_before)
    if _steps_back(now.status, before.status):
        yield Doubt(DoubtCode.STEP_BACKWARD, now.status, before.status)


def _steps_back(now: Status | None, before: Status | None) -> bool:
    """Completed work is blocked only as a correction; other blocked activities stand where they stood."""
    if before is Status.COMPLETED and now is Status.BLOCKED:
        return True
    if now not in STEP or before not in STEP:
        return False
    return STEP[now] < STEP[before]


def _oddities(now: Figures, budget_satang: int) -> Iterator[Doubt]:
    """What is possible but rare enough to be asked about."""
    paid, done = now.disbursed_satang or 0, now.progress_percent or 0
    if now.progress_percent == ALL_WORK and is_open(now.status):
        yield Doubt(DoubtCode.HUNDRED_NOT_COMPLETED, now.status)
    if now.status in _BEFORE_WORK and paid > 0:
        yield Doubt(DoubtCode.PAID_BEFORE_START, paid, now.status)
    if now.status in _BEFORE_WORK and 0 < done <= ALL_WORK:
        yield Doubt(DoubtCode.WORK_BEFORE_START, now.progress_percent, now.status)
    if now.status is not None and is_open(now.status) and 0 < budget_satang == paid:
        yield Doubt(DoubtCode.PAID_IN_FULL_UNFINISHED, paid, now.status)
