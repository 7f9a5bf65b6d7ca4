"""Answers to what the bot shows or has asked: yes or no to a confirm card, which activity, total or addition."""

from dataclasses import replace

from thai import reports
from thai.intents import is_confirmation, is_rejection
from thai.message import Message
from thai.prompts import Prompt
from thai.reading import Clarify, Intent, Mode, Reading, Record, ReportReading
from thai.tokens import Kind
from thai.verdict import with_record


def to_card(message: Message) -> Reading | None:
    """Return the reading of an answer to the pending card, None where the message is none."""
    pending = message.context.pending
    if not pending:
        return None
    if message.prompt is Prompt.ACTIVITY:
        return _activity_named(message, pending)
    if message.prompt is Prompt.MODE and (reading := _mode_named(message, pending)):
        return reading
    if message.prompt not in (Prompt.CONFIRM, Prompt.NONE):
        return None
    if is_confirmation(message.heard) and not _says_more(message):
        return Reading(Intent.CONFIRM, pending, record=Record.NOW)
    if _tells_of_another(message, pending):
        return None
    if corrected := reports.corrected(message):
        return corrected
    if message.heard.last_fix and message.heard.last_fix.text.startswith(("แก้", "ขอแก้", "เปลี่ยน", "ขอเปลี่ยน")):
        return Reading(Intent.CORRECT, (), (Clarify.WHAT_TO_CHANGE,))
    return Reading(Intent.REJECT) if is_rejection(message.heard) else None


def _tells_of_another(message: Message, pending: tuple[ReportReading, ...]) -> bool:
    """Return whether an activity beside those on the card is reported, and nothing of the card is put right."""
    numbers = set(message.pointed_numbers())
    shown = {report.activity_no for report in pending}
    is_right = not message.heard.has(Kind.FIX, Kind.NO, Kind.RETRACT)
    return bool(numbers) and is_right and None not in shown and not numbers & shown and message.has_amount


def _says_more(message: Message) -> bool:
    return any(
        token.kind in (Kind.CAUSE, Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.STOPPED)
        for token in message.tokens
    )


def _activity_named(message: Message, pending: tuple[ReportReading, ...]) -> Reading | None:
    """Give the figures that wait for an activity to the one just named."""
    numbers = message.pointed_numbers()
    waiting = [report for report in pending if report.activity_no is None]
    if len(numbers) != 1 or len(waiting) != 1 or message.has_amount:
        return None
    filled = reports.settled_again(replace(waiting[0], activity_no=numbers[0]), message.context)
    others = tuple(report for report in pending if report.activity_no is not None)
    return with_record(Intent.REPORT, (*others, filled.report), filled.doubts)


def _mode_named(message: Message, pending: tuple[ReportReading, ...]) -> Reading | None:
    """Settle "total or addition" from one word; the amount stays as it was said."""
    is_total = any(token.kind is Kind.TOTAL or token.value == "cumulative" for token in message.tokens)
    is_extra = any(token.kind in (Kind.EXTRA, Kind.THIS_MONTH) for token in message.tokens)
    if is_total == is_extra or message.has_amount:
        return None
    mode = Mode.CUMULATIVE if is_total else Mode.INCREMENTAL
    settled = [reports.settled_again(_with_mode(report, mode), message.context) for report in pending]
    doubts = tuple(dict.fromkeys(doubt for one in settled for doubt in one.doubts))
    return with_record(Intent.REPORT, tuple(one.report for one in settled), doubts)


def _with_mode(report: ReportReading, mode: Mode) -> ReportReading:
    return replace(report, disbursed_mode=mode) if report.disbursed_mode is Mode.AMBIGUOUS else report
