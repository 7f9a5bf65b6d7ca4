"""Everything a person may want besides reporting: commands, questions, taking back, what is forbidden, small talk."""

import re

from rules.role import Role
from rules.status import Status
from thai.intents import is_acknowledgement, is_small_talk
from thai.message import Message
from thai.queries import read_query
from thai.reading import Clarify, Intent, Query, QueryKind, Reading, ReportReading
from thai.taking_back import is_out_of_plan, taken_back
from thai.tokens import Kind

_MEALS = ("กินข้าว", "ทานข้าว", "กินอะไร", "นอน", "ข้าวเที่ยง", "ข้าวกลางวัน", "สบายดี")
_NEAR = 12  # letters
_AWAITING = re.compile("ระหว่าง|รอ|กำลัง")
_LONGEST_PROMISE = 60
_PROMISED = ("ส่ง", "รายงาน", "ดำเนินการ", "แจ้ง", "เช็ค", "เช็ก", "ตรวจสอบ", "ทำให้", "จัดการ", "แก้ให้", "ถามให้")

# They see the whole province and report nothing of their own.
_PROVINCIAL = (Role.EXECUTIVE, Role.ADMIN, Role.INSPECTOR)


def commanded(message: Message) -> Reading | None:
    """Return the reading of a typed command; ยกเลิก and แก้ไข answer the card where one is shown."""
    command = message.command
    if command is None:
        return None
    no = command.activity_no
    query = Query(
        command.kind, no, command.rest or None if command.kind is QueryKind.AGENCY else None, command.rest
    )
    if command.kind is QueryKind.REPORT:
        return _to_report(message, no, query)
    if command.kind is QueryKind.UNDO:
        named = (ReportReading(no),) if no is not None else ()
        return Reading(Intent.CORRECT, named, (Clarify.WHAT_TO_CHANGE,), query=query)
    if command.kind is QueryKind.CANCEL:
        if message.context.pending:
            return Reading(Intent.REJECT, query=query)
        return taken_back((no,) if no is not None else (), query)
    return Reading(Intent.HELP if command.kind is QueryKind.HELP else Intent.QUERY, query=query)


def _to_report(message: Message, no: int | None, query: Query) -> Reading:
    """Return the wish to report, which is answered like a question: with what is owed, or with the first question."""
    if no is None:
        return Reading(Intent.QUERY, query=query)
    doubt = Clarify.STATUS_MISSING if message.context.is_mine(no) else Clarify.NOT_YOUR_ACTIVITY
    return Reading(Intent.QUERY, (ReportReading(no),), (doubt,), query=query)


def forbidden(message: Message) -> Reading | None:
    """Return the refusal of what nobody may do by chat: all activities set at once, a budget changed."""
    is_of_all = message.split.all_mine and not any(segment.pointed for segment in message.split.segments)
    if (is_of_all or _sets_a_whole_list(message)) and _sets_figures(message):
        return Reading(Intent.REPORT, (), (Clarify.BULK_CHANGE_REFUSED,))
    is_gone = is_out_of_plan(message)
    if (is_gone or _moves_budget(message)) and message.context.role is not Role.ADMIN:
        status = Status.CANCELLED if is_gone else None
        named = tuple(ReportReading(no, status) for no in message.pointed_numbers())
        return Reading(Intent.REPORT, named, (Clarify.ADMIN_ONLY,))
    return None


def _sets_a_whole_list(message: Message) -> bool:
    """Return whether several are named only to be set alike: 9 10 11 12 ปรับเป็นแล้วเสร็จให้หมดทุกโครงการ."""
    names_all = any(token.kind is Kind.ALL and token.value == "activities" for token in message.tokens)
    return names_all and len(message.pointed_numbers()) > 1 and message.heard.has(Kind.FORBIDDEN, value="set")


def _moves_budget(message: Message) -> bool:
    """Return whether the budget itself is to change; an approval that is still awaited is a cause (อยู่ระหว่างขอโอนงบ)."""
    return any(
        token.kind is Kind.FORBIDDEN
        and token.value == "budget"
        and not _AWAITING.search(message.text.clean[max(0, token.start - _NEAR) : token.start])
        for token in message.heard.tokens
    )


def _sets_figures(message: Message) -> bool:
    """Return whether figures or states would be set for all at once; "no change" for all is another matter."""
    kinds = {token.kind for token in message.tokens}
    is_denied = bool(kinds & {Kind.NOT, Kind.YET})  # ไม่มีอะไรเปลี่ยน
    if any(
        token.kind is Kind.SAME and (is_denied or not token.text.startswith("เปลี่ยน"))
        for token in message.tokens
    ):
        return False
    sets = message.heard.has(Kind.FORBIDDEN, value="set") or message.heard.has(Kind.RETRACT)
    if kinds & {Kind.DONE, Kind.PERCENT, Kind.ACCEPTED, Kind.FULL, Kind.STOPPED, Kind.AMOUNT}:
        return sets or not message.heard.asks
    return sets and not message.heard.asks


def asked(message: Message) -> Reading | None:
    """Return the reading of a question or a request for help."""
    heard = message.heard
    if heard.has(Kind.HELP) and not message.has_amount:
        return Reading(Intent.HELP)
    wants = heard.has(Kind.WANT) and not message.has_amount
    if not (heard.asks or wants):
        return None
    if heard.has(Kind.FIX, Kind.RETRACT) and not heard.has(Kind.ASK, value="how much"):
        return None
    numbers = message.pointed_numbers()
    query = read_query(heard, numbers[0] if numbers else None)
    if heard.has(Kind.CHAT) and (query.kind is QueryKind.OTHER or _is_meal(message)):
        return None
    return Reading(Intent.QUERY, query=query)


def _is_meal(message: Message) -> bool:
    """Return whether it asks after the bot's own day: กินข้าวยังบอท, นอนหรือยัง."""
    return any(token.kind is Kind.CHAT and token.text.startswith(_MEALS) for token in message.heard.tokens)


def _promises(message: Message) -> bool:
    """Return whether somebody only says that the report will come (เดี๋ยวส่งให้, จะรีบดำเนินการครับ)."""
    kinds = [token.kind for token in message.tokens]
    if len(message.text.clean) > _LONGEST_PROMISE or message.heard.asks:
        return False
    return Kind.WILL in kinds and any(word in message.text.clean for word in _PROMISED)


def wondered(message: Message) -> Reading | None:
    """Return the question of somebody who does not report: for executives words such as อะไรค้างบ้าง are one.

    An officer's half sentence may be half a report, so it is not taken for a question.
    """
    if message.context.role not in _PROVINCIAL:
        return None
    numbers = message.pointed_numbers()
    query = read_query(message.heard, numbers[0] if numbers else None)
    return None if query.kind is QueryKind.OTHER else Reading(Intent.QUERY, query=query)


def other(message: Message) -> Reading | None:
    """Return acknowledgement or small talk."""
    if is_acknowledgement(message.heard) or _promises(message):
        return Reading(Intent.ACK)
    return Reading(Intent.OFF_TOPIC) if is_small_talk(message.heard) else None
