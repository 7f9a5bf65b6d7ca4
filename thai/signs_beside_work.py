"""Signs beside the work itself: procurement, a halt, the end of the whole activity."""

from thai.signs import Signs, is_denied, word_before
from thai.tokens import Kind, Tokens, is_kind


def tender(tokens: Tokens, at: int, signs: Signs) -> None:
    token = tokens[at]
    if is_denied(tokens, at) and token.text.startswith(("จัดซื้อ", "จัดจ้าง")):
        signs.not_started.append(token)
        return
    is_contract = any(word in token.text for word in ("ลงนาม", "เซ็นสัญญา", "ทำสัญญา", "ผู้ชนะ"))
    nearby = tokens[at + 1 : at + 3]
    is_over = any(one.kind in (Kind.PAST, Kind.DATE, Kind.DONE) or one.text == "วันที่" for one in nearby)
    before = word_before(tokens, at)
    if is_contract and is_over and not is_denied(tokens, at) and not (before and before.kind is Kind.WAIT):
        signs.signed.append(token)
    else:
        signs.tender.append(token)


def stopped(tokens: Tokens, at: int, signs: Signs) -> None:
    is_joined = not tokens[at].spaced
    if is_joined and (is_denied(tokens, at) or is_kind(tokens, at - 1, Kind.CAUSE)):
        return
    if is_kind(tokens, at - 1, Kind.WILL):
        return
    signs.blocked.append(tokens[at])


def cancelled(tokens: Tokens, at: int, signs: Signs) -> None:
    if tokens[at].value == "ended" or any(
        token.kind in (Kind.REFERENCE, Kind.NAME) or token.text in ("กิจกรรม", "โครงการ")
        for token in tokens[at + 1 : at + 3]
    ):
        signs.cancelled.append(tokens[at])
