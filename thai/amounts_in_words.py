"""Amounts said without a number: เบิกหมด, เต็มวงเงิน (the whole budget), ยังไม่ได้เบิก (nothing)."""

from thai.money import Money
from thai.reading import Clarify, Mode
from thai.tokens import Kind, Token, Tokens, is_kind

_EXCEPT = (
    "ยกเว้น",
    "เว้นแต่",
    "เว้นงวด",
    "นอกจาก",
    "ขาดแต่",
    "ขาดแค่",
    "เหลือแต่",
    "เหลือแค่",
    "ค้างแค่",
    "ยังค้าง",
    "ยังขาด",
    "except",
)
_COINS = ("เงิน", "ตัง", "ตังค์")  # ยังไม่ได้เงิน: not received yet, which tells nothing of the total


def all_of_it(tokens: Tokens, is_asked: bool = False) -> Money | None:
    """Return the whole budget for เบิกหมด, เบิกจ่ายครบถ้วน, เต็มวงเงิน; None for ยังเบิกไม่หมด."""
    for at, token in enumerate(tokens):
        if token.kind is not Kind.FULL:
            continue
        before = at - 1
        while (
            before >= 0
            and tokens[before].kind in (Kind.PAST, Kind.WENT, Kind.OTHER, Kind.NOISE)
            and (len(tokens[before].text) <= 7 or tokens[before].value == "contractor")
        ):
            before -= 1
        has_verb = before >= 0 and tokens[before].kind is Kind.MONEY
        if not (has_verb or is_asked) and not token.text.startswith(
            ("เต็มวงเงิน", "เต็มงบ", "fully", "หมดวงเงิน", "ครบวงเงิน")
        ):
            continue
        if _is_turned(tokens, before if has_verb else at):
            return None
        is_of_some = is_kind(tokens, at + 1, Kind.CONTRACT, Kind.INSTALMENT, Kind.COUNT)  # เบิกครบงวด 3
        if _leaves_some(tokens) or is_of_some:
            return Money(mode=Mode.CUMULATIVE, doubt=Clarify.EXACT_AMOUNT, tokens=(token,))
        return Money(
            is_full=True, mode=Mode.CUMULATIVE, tokens=(tokens[before], token) if has_verb else (token,)
        )
    return None


def _leaves_some(tokens: Tokens) -> bool:
    """Return whether money is said to be left: เหลือเงิน 100,000 นอกนั้นเบิกหมด."""
    if any(any(word in token.text for word in _EXCEPT) for token in tokens):
        return True  # เบิกหมดแล้วยกเว้นเงินประกัน
    return any(token.kind is Kind.REMAINING and _is_of_money(tokens, at) for at, token in enumerate(tokens))


def _is_of_money(tokens: Tokens, at: int) -> bool:
    """Return whether money is what is left: เหลือเงิน 100,000, เหลืองวดสุดท้าย, เหลือแค่เงินประกัน."""
    if is_kind(tokens, at + 1, Kind.INSTALMENT, Kind.CONTRACT) or is_kind(tokens, at + 2, Kind.CONTRACT):
        return True
    return is_kind(tokens, at + (2 if is_kind(tokens, at + 1, Kind.MONEY) else 1), Kind.AMOUNT)


def _is_turned(tokens: Tokens, at: int) -> bool:
    around = tokens[max(0, at - 2) : at]
    return any(token.kind in (Kind.NOT, Kind.YET, Kind.WILL, Kind.ALMOST, Kind.WAIT) for token in around)


def nothing(tokens: Tokens, is_asked: bool) -> Money | None:
    """Return zero for ยังไม่ได้เบิก; an addition of zero for เดือนนี้ไม่ได้เบิก, ไม่ได้เบิกเพิ่ม."""
    for at in _money_at(tokens):
        before = _before(tokens, at)
        if before is None or before.kind not in (Kind.YET, Kind.NOT) or before.value == "cannot":
            continue
        after = [token.kind for token in tokens[at + 1 : at + 4]]
        if (
            is_kind(tokens, tokens.index(before) - 1, Kind.OTHER)
            and tokens[tokens.index(before) - 1].text == "ที่"
        ):
            continue  # เหลืออีก 10 ล้าน ที่ยังไม่ได้เบิก
        if Kind.FULL in after[:2] or Kind.INSTALMENT in after[:2] or Kind.CAUSE in after[:1]:
            continue
        if _is_awaited(tokens, at) or (tokens[at].text in _COINS and not is_asked):
            continue
        is_month = any(token.kind is Kind.THIS_MONTH for token in tokens[max(0, at - 3) : at])
        is_more = Kind.EXTRA in after or is_month or Kind.THIS_MONTH in after
        mode = Mode.INCREMENTAL if is_more else Mode.CUMULATIVE if before.kind is Kind.YET else Mode.AMBIGUOUS
        return Money(satang=0, mode=mode, tokens=(before, tokens[at]))
    if is_asked and (token := _yet_alone(tokens)):
        return Money(satang=0, mode=Mode.CUMULATIVE, tokens=(token,))
    return None


def _is_awaited(tokens: Tokens, at: int) -> bool:
    """Return whether what was handed in is not paid out yet, so that how much is paid stays open: ส่งเบิกแล้ว คลังยังไม่จ่าย."""
    if tokens[at].text.startswith("เบิก"):
        return False
    return any(token.kind is Kind.AWAITING for token in tokens[:at])


def _money_at(tokens: Tokens) -> list[int]:
    return [at for at, token in enumerate(tokens) if token.kind is Kind.MONEY]


def _before(tokens: Tokens, at: int) -> Token | None:
    """Return the word before a verb of money; particles between are skipped."""
    at -= 1
    while at >= 0 and tokens[at].kind in (Kind.DO, Kind.WENT, Kind.MONEY) and not tokens[at + 1].spaced:
        at -= 1
    return tokens[at] if at >= 0 else None


def _yet_alone(tokens: Tokens) -> Token | None:
    """Return the answer ยัง, ยังไม่มี or ไม่มี where nothing else was said."""
    words = [token for token in tokens if token.kind not in (Kind.PUNCT, Kind.LINE)]
    if not words or not (words[0].text.startswith("ยัง") or words[0].text == "ไม่มี"):
        return None
    idle = (Kind.OTHER, Kind.YET, Kind.NOT, Kind.NOW, Kind.PAST)
    return words[0] if all(token.kind in idle for token in words) else None
