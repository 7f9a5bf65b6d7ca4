"""Reports taken back: ยกเลิกรายงานเมื่อกี้; and what only looks like it: an activity cancelled, a friend deleted."""

import re
from itertools import pairwise

from thai.message import Message
from thai.prompts import Prompt
from thai.reading import Intent, Query, Reading, Record, ReportReading
from thai.tokens import Kind

_LEADING_IN = (Kind.POLITE, Kind.PUNCT, Kind.ACK, Kind.GREETING, Kind.YES, Kind.NO)
_FEW_UNKNOWN = 6  # letters: with a number, unknown words may cancel something else (ยกเลิกโครรงการ 23)
_OUT_OF_PLAN = ("ออกจากระบบ", "ออกจากแผน", "ทั้งกิจกรรม", "ทั้งโครงการ")
_TIMES = ("เมื่อเช้า", "เมื่อวาน")
_SENDING = re.compile("ส่ง|รายงาน|แจ้ง")
_NEAR = 12  # letters


def taken_back(numbers: tuple[int, ...], query: Query | None = None) -> Reading:
    return Reading(
        Intent.RETRACT, tuple(ReportReading(no) for no in numbers), (), Record.AFTER_CONFIRM, query
    )


def retracted(message: Message) -> Reading | None:
    """Return the reading of a report taken back; ยกเลิกกิจกรรม is another matter."""
    cancels_activity = any(
        token.kind is Kind.CANCEL for token in message.tokens
    ) and _names_the_activity_itself(message)
    is_answer = message.prompt is Prompt.STATUS and not message.heard.has(
        Kind.SENT
    )  # the activity, not the report
    if not _takes_back(message) or message.has_amount or cancels_activity or is_answer:
        return None
    return taken_back(message.pointed_numbers())


def _takes_back(message: Message) -> bool:
    """Return whether the writer takes something back: first of all, or what was sent (but not วิทยากรยกเลิก)."""
    heard = message.heard
    if not heard.has(Kind.RETRACT):
        return False
    first = next((token for token in heard.tokens if token.kind not in _LEADING_IN), None)
    is_first = first is not None and first.kind in (Kind.RETRACT, Kind.FIX, Kind.CHAT, Kind.SENT)
    is_of_report = heard.has(Kind.SENT) or "รายงาน" in message.text.clean
    is_unclear = heard.unknown > _FEW_UNKNOWN and any(token.kind is Kind.NUMBER for token in message.tokens)
    return is_of_report or (is_first and not is_unclear)


def _names_the_activity_itself(message: Message) -> bool:
    is_direct = any(
        one.kind is Kind.CANCEL
        and (another.kind in (Kind.REFERENCE, Kind.NAME) or another.text.startswith(("กิจกรรม", "โครงการ")))
        for one, another in pairwise(message.tokens)
    )
    tells_of_report = "รายงาน" in message.text.clean and not is_direct
    sent = _tells_of_sending(message) or tells_of_report or "ที่ส่ง" in message.text.clean
    points = any(
        token.kind in (Kind.REFERENCE, Kind.NAME) or token.text.startswith(("กิจกรรม", "โครงการ"))
        for token in message.tokens
    )
    return points and (not sent or is_out_of_plan(message))


def _tells_of_sending(message: Message) -> bool:
    """Return whether it is of what was sent; "this morning" alone tells no more than when something happened."""
    return any(
        token.kind is Kind.SENT
        and (
            token.text not in _TIMES
            or _SENDING.search(message.text.clean[max(0, token.start - _NEAR) : token.end + _NEAR])
        )
        for token in message.heard.tokens
    )


def is_out_of_plan(message: Message) -> bool:
    """Return whether an activity itself is to go, not a report of it: ลบกิจกรรม 13 ออกจากระบบ."""
    return message.heard.has(Kind.RETRACT) and any(word in message.text.clean for word in _OUT_OF_PLAN)
