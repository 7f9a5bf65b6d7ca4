"""What may be wrong with a report: the codes, and whether a person can say "yes, really" to them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rules.status import Status

# int is satang, Decimal is percent.
Value = int | Decimal | Status | date | None


class DoubtCode(StrEnum):
    # Must be changed: the report contradicts itself, the budget or who may do what.
    NOTHING_SAID = "NOTHING_SAID"
    CANCEL_IS_ADMINS = "CANCEL_IS_ADMINS"
    NEGATIVE_AMOUNT = "NEGATIVE_AMOUNT"
    PROGRESS_OUT_OF_RANGE = "PROGRESS_OUT_OF_RANGE"
    EXCEEDS_BUDGET = "EXCEEDS_BUDGET"
    USED_EXCEEDS_BUDGET = "USED_EXCEEDS_BUDGET"
    LEFT_OVER_EXCEEDS_REST = "LEFT_OVER_EXCEEDS_REST"
    COMPLETED_BELOW_HUNDRED = "COMPLETED_BELOW_HUNDRED"
    REASON_REQUIRED = "REASON_REQUIRED"
    AS_OF_IN_FUTURE = "AS_OF_IN_FUTURE"
    AS_OF_OUTSIDE_YEAR = "AS_OF_OUTSIDE_YEAR"
    # May be right: asked about once, stored when confirmed.
    DECREASED_CUMULATIVE = "DECREASED_CUMULATIVE"
    DECREASED_PROGRESS = "DECREASED_PROGRESS"
    STEP_BACKWARD = "STEP_BACKWARD"
    HUNDRED_NOT_COMPLETED = "HUNDRED_NOT_COMPLETED"
    PAID_BEFORE_START = "PAID_BEFORE_START"
    WORK_BEFORE_START = "WORK_BEFORE_START"
    PAID_IN_FULL_UNFINISHED = "PAID_IN_FULL_UNFINISHED"


_CONFIRMABLE = frozenset(
    {
        DoubtCode.DECREASED_CUMULATIVE,
        DoubtCode.DECREASED_PROGRESS,
        DoubtCode.STEP_BACKWARD,
        DoubtCode.HUNDRED_NOT_COMPLETED,
        DoubtCode.PAID_BEFORE_START,
        DoubtCode.WORK_BEFORE_START,
        DoubtCode.PAID_IN_FULL_UNFINISHED,
    }
)


@dataclass(frozen=True)
class Doubt:
    """One thing to ask about: what was said, and what it stands against (last figure, budget, state)."""

    code: DoubtCode
    said: Value = None
    against: Value = None

    @property
    def is_blocking(self) -> bool:
        """Whether the report must be changed; otherwise a person may confirm it as it is."""
        return self.code not in _CONFIRMABLE
