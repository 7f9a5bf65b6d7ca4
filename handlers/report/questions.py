"""Which question a draft still needs: worked out from what is known, so that people can answer in any order."""

from collections.abc import Callable

from handlers.report.draft import Draft, Item, Question
from handlers.report.line import Line
from rules.doubt import DoubtCode
from rules.status import Status

ASKED_AGAIN = {
    DoubtCode.NOTHING_SAID: Question.STATUS,
    DoubtCode.NEGATIVE_AMOUNT: Question.DISBURSED,
    DoubtCode.EXCEEDS_BUDGET: Question.DISBURSED,
    DoubtCode.USED_EXCEEDS_BUDGET: Question.DISBURSED,
    DoubtCode.PROGRESS_OUT_OF_RANGE: Question.PROGRESS,
    DoubtCode.COMPLETED_BELOW_HUNDRED: Question.STATUS,
    DoubtCode.REASON_REQUIRED: Question.CAUSE,
    DoubtCode.AS_OF_IN_FUTURE: Question.FIX,
    DoubtCode.AS_OF_OUTSIDE_YEAR: Question.FIX,
    DoubtCode.CANCEL_IS_ADMINS: Question.STATUS,
}


def next_question(draft: Draft, line_of: Callable[[Item], Line]) -> tuple[int | None, Question]:
    """Return the activity and what to ask about it; CONFIRM where nothing is missing."""
    if draft.forced is not None and draft.item(draft.focus) is not None:
        return draft.focus, draft.forced
    for item in draft.items:
        if item.no is None:
            return None, Question.ACTIVITY
        question = question_for(line_of(item))
        if question is not None:
            return item.no, question
    return (draft.items[0].no if len(draft.items) == 1 else None), Question.CONFIRM


def question_for(line: Line) -> Question | None:
    """Return what is still missing of one activity, or None.

    Guided reports are asked everything; a message in words only what neither it nor last month tells.
    """
    item, now = line.item, line.now
    if item.is_no_change and line.base is not None:
        return None
    if now.status is None or _unasked(item, Question.STATUS, item.said.status is None):
        return Question.STATUS
    has_begun = now.status is not Status.NOT_STARTED
    if now.disbursed_satang is None or (
        has_begun and _unasked(item, Question.DISBURSED, item.said.disbursed_satang is None)
    ):
        return Question.DISBURSED
    works = has_begun and now.status is not Status.COMPLETED
    if (works and now.progress_percent is None) or (
        works and _unasked(item, Question.PROGRESS, item.said.progress_percent is None)
    ):
        return Question.PROGRESS
    for doubt in line.doubts:
        if doubt.is_blocking:
            return ASKED_AGAIN[doubt.code]
    return _about_trouble(line)


def _about_trouble(line: Line) -> Question | None:
    item, now = line.item, line.now
    is_silent = item.said.causes is None and item.said.problem_text is None
    if line.is_behind and now.status is not Status.COMPLETED and _unasked(item, Question.CAUSE, is_silent):
        return Question.CAUSE
    is_unpaid = now.status is Status.COMPLETED and line.unpaid_satang > 0 and now.left_over_satang is None
    if is_unpaid and Question.REMAINDER not in item.passed:
        return Question.REMAINDER
    return None


def _unasked(item: Item, question: Question, is_unsaid: bool) -> bool:
    return item.guided and is_unsaid and question not in item.passed
