"""Joins tokens into an amount: 3.6 ล้าน, 2,250,000.50 บาท, 210,500 บาท 75 สตางค์, ประมาณ 2 ล้าน, เก้าแสนกว่า, 5-6 แสน."""

from dataclasses import replace

from thai.tokens import Kind, Number, Token, Tokens, is_kind, join


def amount(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """3.6 ล้าน, 2,250,000.50 บาท, 210,500 บาท 75 สตางค์, ประมาณ 2 ล้าน, เก้าแสนกว่า, 5-6 แสน."""
    start, exact = at, True
    while is_kind(tokens, at, Kind.ABOUT, Kind.ALMOST):
        at, exact = at + 1, False
    if _is_range(tokens, at):
        at, exact = at + 2, False
    number = tokens[at].number if is_kind(tokens, at, Kind.NUMBER) else None
    if number is None:
        return None
    if is_kind(tokens, at + 1, Kind.NUMBER) and not tokens[at + 1].spaced:
        exact = False  # words of number that do not add up
    number, end = _with_tail(tokens, at + 1, number)
    number, end, has_unit = _with_unit(tokens, end, number)
    exact = exact and not (number.is_short and has_unit)  # สามล้านหกบาท: 3,600,000 or 3,000,006?
    if is_kind(tokens, end, Kind.OVER):
        end, exact = end + 1, False
    if end < len(tokens) and tokens[end].is_punct("+"):
        exact = False  # a sum to be worked out by whoever wrote it, or "and a little more"
    if is_kind(tokens, end, Kind.BAHT):
        end, has_unit = end + 1, True
    if not (has_unit or number.is_scaled or number.has_comma or not number.is_well_formed):
        return None
    return join(tokens, start, end, Kind.AMOUNT, replace(number, is_exact=number.is_exact and exact))


def _is_range(tokens: Tokens, at: int) -> bool:
    """Return whether one of several amounts begins here: 5-6 แสน."""
    if not (is_kind(tokens, at, Kind.NUMBER) and is_kind(tokens, at + 2, Kind.NUMBER)):
        return False
    upper = tokens[at + 2].number
    return tokens[at + 1].is_punct("-") and upper is not None and (upper.is_scaled or upper.has_comma)


def _with_tail(tokens: Tokens, at: int, number: Number) -> tuple[Number, int]:
    """Take in what is said after the last magnitude: 5 พัน 678 บาท, 7 แสน 8."""
    tail = tokens[at].number if is_kind(tokens, at, Kind.NUMBER) else None
    if tail is None or not number.is_scaled or tail.whole is None or not tail.is_digits:
        return number, at
    if (
        is_kind(tokens, at + 1, Kind.BAHT)
        and tokens[at + 1].value != "satang"
        and number.value % 1000 == 0
        and tail.value < 1000
    ):
        return replace(number, value=number.value + tail.value), at + 1
    ends = at + 1 >= len(tokens) or is_kind(tokens, at + 1, Kind.LINE)
    if ends and 0 < tail.value < 10 and tokens[at - 1].text.rstrip().endswith(("ล้าน", "แสน", "หมื่น")):
        size = (
            1_000_000
            if tokens[at - 1].text.endswith("ล้าน")
            else 100_000
            if tokens[at - 1].text.endswith("แสน")
            else 10_000
        )
        return replace(number, value=number.value + tail.value * size / 10), at + 1
    if 0 < tail.value < 10 and _is_idle(tokens, at + 1):
        return replace(number, is_exact=False), at + 1  # 7 แสน 8 ส่งรูปตามหลัง: 780,000?
    return number, at


def _is_idle(tokens: Tokens, at: int) -> bool:
    return is_kind(tokens, at, Kind.OTHER, Kind.NOISE) and tokens[at].spaced


def _with_unit(tokens: Tokens, at: int, number: Number) -> tuple[Number, int, bool]:
    if not is_kind(tokens, at, Kind.BAHT):
        return number, at, False
    if tokens[at].value == "satang":
        return replace(number, value=number.value / 100), at + 1, True
    satang = tokens[at + 1].number if is_kind(tokens, at + 1, Kind.NUMBER) else None
    if (
        satang
        and is_kind(tokens, at + 2, Kind.BAHT)
        and tokens[at + 2].value == "satang"
        and satang.value < 100
    ):
        return replace(number, value=number.value + satang.value / 100), at + 3, True
    return number, at + 1, True
