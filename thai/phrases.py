"""Joins tokens into phrases: a number with its unit becomes an amount, a percentage, a fraction, a count or a pointer.

Each rule looks at the tokens from one place on and returns the phrase it makes, or None; the first that fits wins.
"""

from collections.abc import Callable
from dataclasses import replace

from thai.broken_numbers import with_broken_numbers
from thai.paired_topics import with_pairs_parted
from thai.phrases_money import amount
from thai.phrases_shares import count, fraction, half, percent
from thai.tokens import Kind, Token, Tokens, is_kind, join

Rule = Callable[[Tokens, int], tuple[Token, int] | None]
_TOLD_OF_OTHERS = (
    Kind.SAME, Kind.YET, Kind.GOING, Kind.DONE, Kind.START, Kind.STOPPED, Kind.TENDER, Kind.NOW, Kind.DO,
)  # fmt: skip
_COUNTERS_OF_ACTIVITIES = ("สาย", "กิจกรรม", "โครงการ", "เส้น", "อัน", "รายการ")
_STARTS = {
    Kind.PREFIX, Kind.NUMBER, Kind.ABOUT, Kind.ALMOST, Kind.PERCENT_WORD, Kind.HALF, Kind.JOIN, Kind.ALL, Kind.EXTRA,
    Kind.PUNCT,
}  # fmt: skip
_MANY = 60  # more instalments than any contract has
_ONE_OF_THEM = ("นึง", "หนึ่ง", "เดียว")  # อันนึง: one of them, not the first
_POINTERS = {
    "activity": Kind.REFERENCE, "ordinal": Kind.REFERENCE, "road": Kind.ROAD, "instalment": Kind.INSTALMENT,
    "noise": Kind.NOISE, "part": Kind.NOISE,
}  # fmt: skip


def phrases(tokens: Tokens) -> Tokens:
    """Return the tokens with numbers joined to what gives them meaning."""
    tokens = with_broken_numbers(tuple(token for token in tokens if token.kind is not Kind.POLITE))
    tokens = with_pairs_parted(tokens)
    done: list[Token] = []
    at = 0
    while at < len(tokens):
        for rule in _RULES if tokens[at].kind in _STARTS else ():
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


def _arrow(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """30% -> 40%, 4 → 6 ล้าน: from one figure to another."""
    end = at
    while end < len(tokens) and tokens[end].is_punct("-=>"):
        end += 1
    is_arrow = end > at and tokens[end - 1].is_punct(">")
    is_between = is_kind(tokens, at - 1, Kind.NUMBER, Kind.PERCENT_SIGN, Kind.BAHT) and is_kind(
        tokens, end, Kind.NUMBER
    )
    return join(tokens, at, end, Kind.BECOMES, value="arrow") if is_arrow and is_between else None


def _all_of_the_work(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """40% ของงานทั้งหมด: the whole of one's work, not all activities."""
    is_whole = is_kind(tokens, at, Kind.ALL) and tokens[at].text == "งานทั้งหมด"
    if not is_whole or at == 0 or tokens[at - 1].text != "ของ":
        return None
    return join(tokens, at, at + 1, Kind.WORK)


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


def _rough(tokens: Tokens, at: int) -> tuple[Token, int] | None:
    """ห้าสิบกว่า: a plain number that is only a limit."""
    number = tokens[at].number if is_kind(tokens, at, Kind.NUMBER) else None
    if number is None or not is_kind(tokens, at + 1, Kind.OVER):
        return None
    return join(tokens, at, at + 2, Kind.NUMBER, replace(number, is_exact=False))


_RULES: tuple[Rule, ...] = (
    _arrow,
    _all_of_the_work,
    _all_of_them,
    _others,
    _pointer,
    fraction,
    percent,
    half,
    count,
    amount,
    _rough,
)
