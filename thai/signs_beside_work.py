"""Signs beside the work itself: procurement, a halt, the end of the whole activity."""

from rules.cause import Cause
from thai.signs import Signs, is_denied, is_of_a_stretch, word_before
from thai.tokens import Kind, Tokens, is_kind

_PASSING = (Cause.WEATHER_DISASTER, Cause.EPIDEMIC)
_FIRST_STEPS = ("ประกาศ", "tor", "ทีโออาร์", "ขอบเขต", "หาผู้", "จัดหา")
_LATER_STEPS = ("ประกาศผู้ชนะ", "ประกาศผล")
_OVER = (Kind.PAST, Kind.DATE, Kind.DONE, Kind.AMOUNT, Kind.BUDGET)


def tender(tokens: Tokens, at: int, signs: Signs) -> None:
    token = tokens[at]
    if is_denied(tokens, at) and token.text.startswith(("จัดซื้อ", "จัดจ้าง")):
        signs.not_started.append(token)
        return
    if (
        is_denied(tokens, at)
        and token.text.startswith(_FIRST_STEPS)
        and not token.text.startswith(_LATER_STEPS)
    ):
        return  # ยังไม่ประกาศ: procurement has not begun
    is_contract = any(word in token.text for word in ("ลงนาม", "เซ็นสัญญา", "ทำสัญญา", "ผู้ชนะ"))
    is_over = any(one.kind in _OVER or one.text in ("วันที่", "ไว้") for one in tokens[at + 1 : at + 3])
    is_over = is_over or is_kind(tokens, at + 3, Kind.BUDGET, Kind.AMOUNT)  # ทำสัญญากับผู้รับจ้างวงเงิน …
    before = word_before(tokens, at)
    if token.text.startswith("รอ"):
        signs.tender.append(token)
    elif is_contract and is_over and not is_denied(tokens, at) and not (before and before.kind is Kind.WAIT):
        signs.signed.append(token)
    else:
        signs.tender.append(token)


def stopped(tokens: Tokens, at: int, signs: Signs) -> None:
    if tokens[at].text == "หยุดยาว" and not _is_of_the_work(tokens, at):
        return  # a long holiday
    is_joined = not tokens[at].spaced
    belongs_before = (
        is_kind(tokens, at - 1, Kind.NOT) and is_kind(tokens, at - 2, Kind.DO) and not tokens[at - 1].spaced
    )
    ends_cause = is_kind(tokens, at - 1, Kind.CAUSE) and tokens[at - 1].value in _PASSING  # ฝนหยุด
    if is_joined and not belongs_before and (is_denied(tokens, at) or ends_cause):
        return
    if is_kind(tokens, at - 1, Kind.WILL) or is_of_a_stretch(tokens, at):
        return
    signs.blocked.append(tokens[at])


def _is_of_the_work(tokens: Tokens, at: int) -> bool:
    return (
        is_kind(tokens, at - 1, Kind.WORK, Kind.NAME, Kind.REFERENCE) or tokens[at - 1].value == "contractor"
    )


def cancelled(tokens: Tokens, at: int, signs: Signs) -> None:
    if tokens[at].value == "ended" or any(
        token.kind in (Kind.REFERENCE, Kind.NAME) or token.text.startswith(("กิจกรรม", "โครงการ"))
        for token in tokens[at + 1 : at + 3]
    ):
        signs.cancelled.append(tokens[at])
