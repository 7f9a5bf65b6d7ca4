"""Joins tokens into phrases: a number with its unit becomes an amount, a percentage, a fraction, a count or a pointer.

Each rule looks at the tokens from one place on and returns the phrase it makes, or None; the first that fits wins.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from thai.phrases_money import amount
from thai.quantity import BOUNDS
from thai.tokens import Kind, Number, Token, Tokens, is_kind, join

Rule = Callable[[Tokens, int], tuple[Token, int] | None]
_OF_WORK = (Kind.WORK, Kind.DO, Kind.DONE, Kind.WENT, Kind.PAST)
_TOLD_OF_OTHERS = (
    Kind.SAME, Kind.YET, Kind.GOING, Kind.DONE, Kind.START, Kind.STOPPED, Kind.TENDER, Kind.NOW, Kind.DO,
)  # fmt: skip
_COUNTERS_OF_ACTIVITIES = ("สาย", "กิจกรรม", "โครงการ", "เส้น", "อัน", "รายการ")
_MANY = 60  # more instalments than any contract has
_ONE_OF_THEM = ("นึง", "หนึ่ง", "เดียว")  # อันนึง: one of them, not the first
_POINTERS = {
    "activity": Kind.REFERENCE, "ordinal": Kind.REFERENCE, "road": Kind.ROAD, "instalment": Kind.INSTALMENT,
    "noise": Kind.NOISE, "part": Kind.NOISE,
}  # fmt: skip


def phrases(tokens: Tokens) -> Tokens:
    """Return the tokens with numbers joined to what gives them meaning."""
    tokens = tuple(token for token in tokens if token.kind is not Kind.POLITE)
    done: list[Token] = []
    at = 0
    while at < len(tokens):
        for rule in _RULES:
            if made := rule(tokens, at):
                token, at = made
                done.append(token)
                break
        else:
            done.append(tokens[at])
            at += 1
    return tuple(done)


def _pointer(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """กิจกรรมที่ 13, งวดที่ 2, ทางหลวงหมายเลข 37, ครั้งที่ 3, หมู่ 8."""
    if not is_kind(tokens, at, Kind.PREFIX):
        return None
    prefix, end = tokens[at], at + 1
    while end < len(tokens) and tokens[end].is_punct(".:#-="):
        end += 1
    if not is_kind(tokens, end, Kind.NUMBER):
        if prefix.value == "instalment":
            return join(tokens, at, at + 1, Kind.INSTALMENT)
        return None
    if tokens[end].text in _ONE_OF_THEM and not prefix.text.endswith("ที่"):
        return None
    number = tokens[end].number
    has_unit = is_kind(tokens, end + 1, Kind.PERCENT_SIGN, Kind.BAHT)
    if number is None or number.whole is None or (has_unit and prefix.value != "noise"):
        if prefix.value == "instalment":
            return join(tokens, at, at + 1, Kind.INSTALMENT)
        return None
    end += 1
    while prefix.value == "instalment" and _is_another(tokens, end):
        end += 2  # งวด 5 กับ 6
    return join(tokens, at, end, _POINTERS[prefix.value], number, prefix.value)


def _is_another(tokens: Tokens, at: int) -> bool:
    """Return whether another number of the same kind follows: งวดที่ 5, 6 และ 7."""
    joins = (
        is_kind(tokens, at, Kind.JOIN)
        or (at < len(tokens) and tokens[at].is_punct(",-"))
        or (at < len(tokens) and tokens[at].text == "ถึง")
    )
    number = tokens[at + 1].number if joins and is_kind(tokens, at + 1, Kind.NUMBER) else None
    has_unit = is_kind(tokens, at + 2, Kind.PERCENT_SIGN, Kind.BAHT)
    return number is not None and number.whole is not None and number.whole < _MANY and not has_unit


def _fraction(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """2 รุ่นจาก 4 รุ่น, 3 ใน 5 งวด, 5 อำเภอแล้วจากทั้งหมด 8 อำเภอ."""
    part, middle = _counted(tokens, at)
    if part is None:
        return None
    while is_kind(tokens, middle, Kind.PAST):
        middle += 1
    joint = tokens[middle] if middle < len(tokens) else None
    if joint is None or not (joint.kind is Kind.OUT_OF or joint.text == "จาก" or joint.is_punct("/")):
        return None
    while is_kind(tokens, middle + 1, Kind.TOTAL, Kind.OUT_OF):
        middle += 1
    if joint.text == "จาก" and _becomes_another(tokens, middle):
        return None  # 13 จาก 45 เป็น 54%
    if joint.is_punct("/") and middle == at + 1 and not is_kind(tokens, at - 1, *_OF_WORK):
        return None  # 60/70 alone is no fraction
    whole, end = _counted(tokens, middle + 1)
    if whole is None or whole.value <= 0 or part.value > whole.value or _is_money(tokens, at, end):
        return None
    is_counted = any(token.kind is Kind.COUNTER for token in tokens[at:end])
    return join(
        tokens,
        at,
        end,
        Kind.FRACTION,
        Number(part.value / whole.value * 100),
        "counted" if is_counted else "",
    )


def _becomes_another(tokens: Tokens, joint: int) -> bool:
    """Return whether the number after "from" was what stood before: จาก 45 % เป็น …"""
    end = joint + 2
    while is_kind(tokens, end, Kind.PERCENT_SIGN, Kind.COUNTER):
        end += 1
    return is_kind(tokens, end, Kind.BECOMES)


def _counted(tokens: Tokens, at: int) -> tuple[Number | None, int]:
    number = tokens[at].number if is_kind(tokens, at, Kind.NUMBER) else None
    if number is None or number.is_scaled or not number.is_well_formed:
        return None, at
    unit = tokens[at + 1].text if at + 1 < len(tokens) else ""
    is_part = unit == "ส่วน" and (at + 2 >= len(tokens) or not is_kind(tokens, at + 2, Kind.NUMBER))
    counted = is_kind(tokens, at + 1, Kind.COUNTER) or unit == "งาน" or is_part
    return number, at + 2 if counted else at + 1


def _is_money(tokens: Tokens, start: int, end: int) -> bool:
    return is_kind(tokens, end, Kind.BAHT, Kind.PERCENT_SIGN) or any(
        token.number is not None and token.number.has_comma and not is_kind(tokens, at + 1, Kind.COUNTER)
        for at, token in enumerate(tokens[start:end], start)
    )


def _percent(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """45%, ร้อยละ 40, ห้าสิบเปอร์เซ็นต์, 50 กว่าเปอร์เซ็นต์."""
    start = at
    if is_kind(tokens, at, Kind.ABOUT) and is_kind(tokens, at + 1, Kind.NUMBER, Kind.PERCENT_WORD):
        at += 1
    if is_kind(tokens, at, Kind.PERCENT_WORD) and is_kind(tokens, at + 1, Kind.ABOUT, Kind.NUMBER):
        at += 2 if is_kind(tokens, at + 1, Kind.ABOUT) else 1
        number, end = tokens[at].number if at < len(tokens) else None, at + 1
    elif is_kind(tokens, at, Kind.NUMBER):
        number, end = tokens[at].number, at + 1
        if (
            is_kind(tokens, end + 1, Kind.NUMBER)
            and tokens[end].is_punct("-")
            and not tokens[end].spaced
            and number
        ):
            number, end = replace(number, is_exact=False), end + 2  # 60-70%
        if is_kind(tokens, end, Kind.OVER):
            end += 1
        if not is_kind(tokens, end, Kind.PERCENT_SIGN):
            return None
    else:
        return None
    if number is None:
        return None
    if is_kind(tokens, end, Kind.PERCENT_SIGN):
        end += 1
    if is_kind(tokens, end, Kind.OVER):
        end += 1
    is_limit = is_kind(tokens, start - 1, Kind.ALMOST) or any(
        token.text in BOUNDS or token.kind is Kind.OVER for token in tokens[start:end]
    )
    return join(tokens, start, end, Kind.PERCENT, replace(number, is_exact=number.is_exact and not is_limit))


def _all_of_them(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """ทั้ง 3 สาย, ทั้ง 2 กิจกรรม."""
    if (
        not is_kind(tokens, at, Kind.JOIN)
        or tokens[at].text != "ทั้ง"
        or not is_kind(tokens, at + 1, Kind.NUMBER)
    ):
        return None
    end = at + 3 if is_kind(tokens, at + 2, Kind.COUNTER) else at + 2
    return join(tokens, at, end, Kind.ALL, value="both")


def _others(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """ที่เหลือเท่าเดิม, อีก 2 สายยังไม่เริ่ม: the other activities; but not เงินที่เหลือ, ที่เหลือ 2 ล้าน."""
    if is_kind(tokens, at, Kind.ALL) and tokens[at].value == "rest":
        is_of_money = is_kind(tokens, at - 1, Kind.MONEY, Kind.BUDGET, Kind.INSTALMENT)
        is_of_money = is_of_money or is_kind(tokens, at + 2, Kind.MONEY, Kind.AWAITING)
        is_told = is_kind(tokens, at + 1, *_TOLD_OF_OTHERS) and not is_of_money
        return join(
            tokens, at, at + 1, Kind.ALL if is_told else Kind.REMAINING, value="others" if is_told else ""
        )
    is_more = is_kind(tokens, at, Kind.EXTRA) and tokens[at].text == "อีก" and tokens[at].spaced
    counter = tokens[at + 2].text if at + 2 < len(tokens) else ""
    if is_more and is_kind(tokens, at + 1, Kind.NUMBER) and counter in _COUNTERS_OF_ACTIVITIES:
        return join(tokens, at, at + 3, Kind.ALL, value="others")
    return None


def _half(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    if not is_kind(tokens, at, Kind.HALF):
        return None
    end = at + 2 if is_kind(tokens, at + 1, Kind.OVER) or _is_over(tokens, at + 1) else at + 1
    is_denied = at > 1 and tokens[at - 1].text == "ถึง" and is_kind(tokens, at - 2, Kind.NOT, Kind.YET)
    is_limit = is_denied or is_kind(tokens, at - 1, Kind.ALMOST) or (at > 0 and tokens[at - 1].text in BOUNDS)
    return join(
        tokens, at, end, Kind.FRACTION, Number(Decimal(50), is_exact=end == at + 1 and not is_limit), "half"
    )


def _is_over(tokens: Tokens, at: int) -> bool:
    return is_kind(tokens, at, Kind.OTHER) and tokens[at].text in BOUNDS


def _count(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """4 รุ่น, 12,500 ลบ.ม., 3 ภาพ: a number of things, never money."""
    if not is_kind(tokens, at, Kind.NUMBER) or not is_kind(tokens, at + 1, Kind.COUNTER):
        return None
    number = tokens[at].number
    if number is None or number.is_scaled:
        return None
    return join(tokens, at, at + 2, Kind.COUNT, number, tokens[at + 1].value)


def _rough(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """ห้าสิบกว่า: a plain number that is only a limit."""
    number = tokens[at].number if is_kind(tokens, at, Kind.NUMBER) else None
    if number is None or not is_kind(tokens, at + 1, Kind.OVER):
        return None
    return join(tokens, at, at + 2, Kind.NUMBER, replace(number, is_exact=False))


_RULES: tuple[Rule, ...] = (
    _all_of_them,
    _others,
    _pointer,
    _fraction,
    _percent,
    _half,
    _count,
    amount,
    _rough,
)
