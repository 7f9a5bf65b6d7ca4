"""What a report means as a whole: figures that were not said stay as they were; the confirm card shows the result."""

from decimal import Decimal

from rules.figures import Figures
from rules.status import Status

NOT_BEGUN = (None, Status.NOT_STARTED, Status.PROCUREMENT)
HUNDRED = Decimal(100)


def complete(said: Figures, last: Figures | None) -> Figures:
    """Return `said` with what was not said carried forward from `last`; what cannot be known stays None.

    Work that is reported to have a percentage has begun. Causes are carried only while the activity stays blocked:
    a problem that nobody mentions any more is not repeated in anyone's name.
    """
    before = last or Figures()
    status = said.status or _status(said, before)
    return Figures(
        status=status,
        progress_percent=_progress(said, before, status),
        disbursed_satang=_disbursed(said, before, status),
        committed_satang=said.committed_satang if said.committed_satang is not None else before.committed_satang,
        left_over_satang=said.left_over_satang if status is Status.COMPLETED else None,
        causes=said.causes if said.causes is not None else (before.causes if status is Status.BLOCKED else ()),
        problem_text=said.problem_text or (before.problem_text if _problem_stays(said, status) else None),
    )




def _status(said: Figures, before: Figures) -> Status | None:
    has_risen = said.progress_percent is not None and said.progress_percent > (before.progress_percent or 0)
    if has_risen and before.status in (*NOT_BEGUN, Status.BLOCKED) and not said.causes:
        return Status.IN_PROGRESS
    return before.status


def _progress(said: Figures, before: Figures, status: Status | None) -> Decimal | None:
    if said.progress_percent is not None:
        return said.progress_percent
    if status is Status.COMPLETED:
        return HUNDRED
    if before.progress_percent is None and status in (Status.NOT_STARTED, Status.PROCUREMENT):
        return Decimal(0)
    return before.progress_percent


def _disbursed(said: Figures, before: Figures, status: Status | None) -> int | None:
    if said.disbursed_satang is not None:
        return said.disbursed_satang
    if before.disbursed_satang is None and status is Status.NOT_STARTED:
        return 0
    return before.disbursed_satang


def _problem_stays(said: Figures, status: Status | None) -> bool:
    return status is Status.BLOCKED and said.causes is None
