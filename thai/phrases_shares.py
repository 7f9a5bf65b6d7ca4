"""Joins tokens into a share of the whole: 45%, ร้อยละ 40, 2 รุ่นจาก 4 รุ่น, ครึ่งทาง; or into a mere count."""

from dataclasses import replace
from decimal import Decimal

from thai.quantity import BOUNDS
from thai.tokens import Kind, Number, Token, Tokens, is_kind, join

_LONGEST_UNIT = 10  # letters
_OF_WORK = (Kind.WORK, Kind.DO, Kind.DONE, Kind.WENT, Kind.PAST)


def fraction(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """2 รุ่นจาก 4 รุ่น, 3 ใน 5 งวด, 5 อำเภอแล้วจากทั้งหมด 8 อำเภอ."""
    part, middle = _counted(tokens, at)
    if part is None:
        return None
    while is_kind(tokens, middle, Kind.PAST):
        middle += 1
    if is_kind(tokens, middle, Kind.OTHER) and len(tokens[middle].text) <= _LONGEST_UNIT:
        middle += 1  # 3 คลิปจาก 5 คลิป: something we do not know is counted
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


def percent(tokens: Tokens, at: int) -> tuple[Token, int] | None:
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


def half(tokens: Tokens, at: int) -> tuple[Token, int] | None:
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


def count(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """4 รุ่น, 12,500 ลบ.ม., 3 ภาพ: a number of things, never money."""
    if not is_kind(tokens, at, Kind.NUMBER) or not is_kind(tokens, at + 1, Kind.COUNTER):
        return None
    number = tokens[at].number
    if number is None or number.is_scaled:
        return None
    return join(tokens, at, at + 2, Kind.COUNT, number, tokens[at + 1].value)
