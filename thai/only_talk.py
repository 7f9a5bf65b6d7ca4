"""Tells talk that only brushes a report: rain in a greeting, "no problem" in a promise to report later."""

from thai.message import Message
from thai.prompts import Prompt
from thai.reading import Clarify
from thai.settle import Settled

_FIGURE_DOUBTS = (
    Clarify.PROGRESS_OR_DISBURSED,
    Clarify.PROGRESS_MISSING,
    Clarify.EXACT_AMOUNT,
    Clarify.AMOUNT_UNIT,
)


def is_only_talk(found: list[Settled], message: Message) -> bool:
    """Return whether nothing but rain or "no problem" was said in a greeting or a promise to report later."""
    told = [one.report for one in found]
    if any(
        report.status or report.progress_percent is not None or report.disbursed_mode or report.is_no_change
        for report in told
    ):
        return False
    if (found and message.pointed_numbers()) or message.prompt is Prompt.CAUSE:
        return False
    if any(doubt in _FIGURE_DOUBTS for one in found for doubt in one.doubts):
        return False
    promises = any(
        word in message.text.clean for word in ("เดี๋ยวส่ง", "จะส่ง", "จะรีบส่ง", "จะรายงาน", "เดี๋ยวรายงาน")
    )
    return message.heard.chats or (promises and not any(report.causes for report in told))
