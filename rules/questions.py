"""Doubts in plain words; the confirm card and the typed dialogue show them."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from i18n import _
from rules.doubt import Doubt, DoubtCode, Value
from rules.status import Status


class Writing(Protocol):
    """Writes values in the reader's language; the module thai.writing is one."""

    def baht(self, satang: int, /) -> str: ...
    def percent(self, value: Decimal, /) -> str: ...
    def status_name(self, status: Status, /) -> str: ...
    def short_date(self, day: date, /) -> str: ...


def question(doubt: Doubt, writing: Writing) -> str:
    """Return the question to ask; where the doubt can be confirmed, "yes" stores the report as it is."""
    said, against = _written(doubt.said, writing), _written(doubt.against, writing)
    wording = _must_change(doubt.code) or _may_be_right(doubt.code)
    return wording.format(said=said, against=against)


def _written(value: Value, writing: Writing) -> str:
    match value:
        case Status():
            return writing.status_name(value)
        case Decimal():
            return writing.percent(value)
        case date():
            return writing.short_date(value)
        case int():
            return writing.baht(value)
    return ""


def _must_change(code: DoubtCode) -> str | None:
    return {
        DoubtCode.NOTHING_SAID: _("What is new: the status, the amount disbursed, or the work done?"),
        DoubtCode.CANCEL_IS_ADMINS: _(
            "Only the provincial office can cancel an activity or take that back. Please contact them."
        ),
        DoubtCode.NEGATIVE_AMOUNT: _("{said} is below zero. What is the right amount?"),
        DoubtCode.PROGRESS_OUT_OF_RANGE: _(
            "Work done lies between 0% and 100%, but {said} was given. What is the right figure?"
        ),
        DoubtCode.EXCEEDS_BUDGET: _(
            "Disbursed {said} is more than the budget of {against}. What is the right amount?"
        ),
        DoubtCode.USED_EXCEEDS_BUDGET: _(
            "Disbursed and committed together make {said}, more than the budget of {against}. "
            "Which of them should change?"
        ),
        DoubtCode.LEFT_OVER_EXCEEDS_REST: _(
            "Only {against} of the budget is not disbursed, so {said} cannot be left over. "
            "What is the right amount?"
        ),
        DoubtCode.COMPLETED_BELOW_HUNDRED: _(
            "The status is “{against}” but the work is at {said}. Is it all finished, or still going on?"
        ),
        DoubtCode.REASON_REQUIRED: _("What keeps the work from going on?"),
        DoubtCode.AS_OF_IN_FUTURE: _("{said} has not come yet. Which date are the figures from?"),
        DoubtCode.AS_OF_OUTSIDE_YEAR: _(
            "{said} is outside this fiscal year (limit {against}). Which date are the figures from?"
        ),
    }.get(code)


def _may_be_right(code: DoubtCode) -> str:
    return {
        DoubtCode.DECREASED_CUMULATIVE: _(
            "Disbursed falls from {against} to {said}. Is this a correction or a refund?"
        ),
        DoubtCode.DECREASED_PROGRESS: _("Work done falls from {against} to {said}. Is the new figure right?"),
        DoubtCode.STEP_BACKWARD: _(
            "The status goes back from “{against}” to “{said}”. Is the new status right?"
        ),
        DoubtCode.HUNDRED_NOT_COMPLETED: _(
            "The work is at 100% but not marked as completed. Is acceptance still to come?"
        ),
        DoubtCode.PAID_BEFORE_START: _(
            "{said} is disbursed while the status is “{against}”. Is it an advance payment?"
        ),
        DoubtCode.WORK_BEFORE_START: _("Work done is {said} while the status is “{against}”. Is that right?"),
        DoubtCode.PAID_IN_FULL_UNFINISHED: _(
            "The whole budget of {said} is disbursed while the status is “{against}”. Is that right? "
            "No more reports will be asked for."
        ),
    }[code]
