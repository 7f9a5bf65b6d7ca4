"""Where an activity stands on the Section 34 form: which boxes are ticked, and in which of the six rows it counts.

Sources: Loei 2564, sections 1 and 2; facts of state and payment are those that officers report.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rules.figures import Figures
from rules.status import Status

HUNDRED = Decimal(100)


class CountRow(StrEnum):
    """The rows of section 2 that add up to all that was approved; what is carried over is counted beside them."""

    DONE = "done"
    GOING = "going"
    AWAITING = "awaiting"
    NOT_BEGUN = "not_begun"


@dataclass(frozen=True)
class Boxes:
    """The five boxes of section 1 and their three amounts in satang; an amount is None where its box is empty.

    `needs_reason` says that the last box, or the remarks, must give the reason why work stands still.
    """

    done: bool = False
    done_paid_satang: int | None = None
    going: bool = False
    going_paid_satang: int | None = None
    unpaid_satang: int | None = None
    procuring: bool = False
    not_begun: bool = False
    needs_reason: bool = False


def boxes(figures: Figures, budget_satang: int) -> Boxes:
    """Return what is ticked. No report at all is "not begun", and the remarks say that nothing was reported."""
    paid = figures.disbursed_satang or 0
    if figures.status is Status.COMPLETED:
        return Boxes(done=True, done_paid_satang=paid or None)
    if figures.status is Status.PROCUREMENT and not paid:
        return Boxes(procuring=True)
    is_blocked = figures.status is Status.BLOCKED
    if not paid and (is_blocked or figures.status in (None, Status.NOT_STARTED)):
        return Boxes(not_begun=True, needs_reason=is_blocked)
    rest = None
    if not paid:
        rest = budget_satang
    elif is_awaiting(figures, budget_satang):
        rest = max(0, budget_satang - paid)
    return Boxes(going=True, going_paid_satang=paid or None, unpaid_satang=rest, needs_reason=is_blocked)


def count_row(
    figures: Figures, budget_satang: int, procuring_counts_as: CountRow = CountRow.GOING
) -> CountRow:
    """Return the one row of section 2 in which the activity counts.

    The form has no row for procurement: our choice is "going on", and the office may choose "not begun".
    """
    marked = boxes(figures, budget_satang)
    if marked.procuring:
        return procuring_counts_as
    if marked.done:
        return CountRow.DONE if marked.done_paid_satang is not None else CountRow.AWAITING
    if marked.not_begun:
        return CountRow.NOT_BEGUN
    return CountRow.AWAITING if is_awaiting(figures, budget_satang) else CountRow.GOING


def is_awaiting(figures: Figures, budget_satang: int) -> bool:
    """Return whether all work is done and acceptance or payment is still to come."""
    is_all_done = figures.progress_percent is not None and figures.progress_percent >= HUNDRED
    return is_all_done and (figures.disbursed_satang or 0) < budget_satang


def project_row(rows: Iterable[CountRow]) -> CountRow:
    """Return the row in which a project counts: done only when all its activities are, not begun when none is."""
    found = set(rows)
    if len(found) == 1:
        return found.pop()
    if found <= {CountRow.DONE, CountRow.AWAITING}:
        return CountRow.AWAITING
    return CountRow.GOING
