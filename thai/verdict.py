"""Small decisions shared by reports and answers: when a reading may be stored, and which activity the talk is about."""

from thai.reading import Clarify, Context, Intent, Reading, Record, ReportReading
from thai.settle import BLOCKING


def with_record(intent: Intent, reports: tuple[ReportReading, ...], doubts: tuple[Clarify, ...]) -> Reading:
    """Return the reading; it may be stored after a tap unless something must be asked first."""
    record = Record.NO if any(doubt in BLOCKING for doubt in doubts) else Record.AFTER_CONFIRM
    candidates = next((report.candidates for report in reports if report.candidates), ())
    return Reading(intent, reports, doubts, record, candidates=candidates)


def focus_of(context: Context) -> int | None:
    """Return the activity the talk is about: the one asked about, or the only one on the card."""
    if context.focus_activity_no is not None:
        return context.focus_activity_no
    numbers = {report.activity_no for report in context.pending}
    return numbers.pop() if len(numbers) == 1 else None
