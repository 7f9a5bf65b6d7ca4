"""What each word of a report means for the numbers that follow it (or stand just before it): their topic and marks."""

from thai.quantity import FIGURES, Mark, Topic
from thai.tokens import Kind, Token, is_kind
from thai.topics_of_money import (
    ITEMS,
    committed,
    equals,
    extra,
    instalment,
    is_of_figure_before,
    money,
    same,
    total,
)
from thai.walk import Step, Walk


def _work(walk: Walk, at: int, token: Token) -> None:
    if is_of_figure_before(walk, at, Topic.WORK):
        return
    walk.marks &= {Mark.REMAINING, Mark.TOTAL, Mark.RESTATED} | (
        set() if token.spaced else {Mark.FROM, Mark.MORE}
    )
    if token.spaced and not is_kind(walk.tokens, at - 1, Kind.REMAINING, Kind.EXTRA):
        walk.marks.discard(Mark.REMAINING)  # เหลือแค่ป้าย งาน 98%
    walk.set_topic(Topic.WORK)
    following = walk.tokens[at + 1] if at + 1 < len(walk.tokens) else None
    if (
        token.text == "งาน"
        and following is not None
        and following.kind is Kind.OTHER
        and not following.spaced
    ):
        walk.marks.add(Mark.PART)
    if token.text.endswith("ขยับ"):
        walk.marks.add(Mark.STEP)


def _doing(walk: Walk, at: int, token: Token) -> None:
    if walk.topic is not Topic.MONEY or walk.is_spent:
        walk.marks &= {Mark.REMAINING}
        walk.set_topic(Topic.WORK, is_firm=token.kind in (Kind.DO, Kind.GOING))


def _aside(walk: Walk, at: int, token: Token) -> None:
    is_budget = token.kind in (Kind.BUDGET, Kind.CONTRACT)
    if is_budget and walk.tokens[at - 1].text == "ของ" and walk.found and walk.found[-1].at == at - 2:
        share = walk.found[-1]  # เบิก 60% ของสัญญา 10.26 ล้าน
        if share.topic is Topic.NONE and any(one.topic is Topic.MONEY for one in walk.found):
            share.topic = Topic.ASIDE  # (57% ของงบ 60% ของสัญญา)
        return
    if is_budget and is_kind(walk.tokens, at - 1, Kind.MONEY) and not token.spaced:
        return  # เบิกงบ, เบิกตามสัญญา
    if token.kind is Kind.CONTRACT and is_kind(walk.tokens, at - 1, Kind.FULL):
        return  # เบิกครบตามสัญญา 7,450,000
    last = walk.found[-1] if walk.found else None
    is_item = token.text.startswith(ITEMS) and is_kind(walk.tokens, at + 1, Kind.AMOUNT)
    if is_item and last and last.topic is Topic.MONEY and last.at == at - 1:
        walk.set_topic(Topic.MONEY)  # เบิกค่าวิทยากร 12,000 ค่าอาหาร 45,000
        return
    if token.kind is Kind.TENDER and walk.topic is Topic.MONEY and not walk.is_spent:
        return
    walk.marks.clear()
    walk.set_topic(Topic.ASIDE)


def _out_of(walk: Walk, at: int, token: Token) -> None:
    if is_kind(walk.tokens, at + 1, Kind.AMOUNT):
        walk.set_topic(Topic.ASIDE)  # เบิก 3.6 ล้าน จากงบ 8 ล้าน


def _planned(walk: Walk, at: int, token: Token) -> None:
    if token.value != "as planned":
        walk.set_topic(Topic.ASIDE)
    elif walk.topic is not Topic.WORK or walk.is_spent:
        walk.set_topic(Topic.NONE)
        walk.marks.add(Mark.AS_PLANNED)


def _now(walk: Walk, at: int, token: Token) -> None:
    if walk.topic is Topic.ASIDE and token.text != "ยัง":
        walk.set_topic(Topic.NONE)  # ช้ากว่าแผน ตอนนี้ 44%


def _past(walk: Walk, at: int, token: Token) -> None:
    last = walk.found[-1] if walk.found else None
    if last and last.at == at - 1:
        last.marks.add(Mark.PAST)
    elif walk.topic is Topic.MONEY and not walk.is_spent:
        walk.marks.add(Mark.PAST)
    else:
        walk.marks -= {Mark.EXTRA, Mark.MORE, Mark.INSTALMENT}


def _remaining(walk: Walk, at: int, token: Token) -> None:
    walk.marks = {Mark.REMAINING}
    if walk.topic is Topic.MONEY:
        walk.set_topic(Topic.ASIDE)


def _count(walk: Walk, at: int, token: Token) -> None:
    walk.marks.discard(Mark.REMAINING)


def _becomes(walk: Walk, at: int, token: Token) -> None:
    if token.value == "arrow" and walk.found:
        before = walk.found[-1]
        walk.topic, walk.is_spent, walk.marks = before.topic, False, {Mark.BECOMES, Mark.TOTAL}
        before.marks.add(Mark.FROM)
        return
    walk.marks = walk.marks - {Mark.REMAINING} | {Mark.BECOMES}
    if walk.found and walk.found[-1].has(Mark.FROM):
        walk.marks.add(Mark.TOTAL)  # จาก 2,250,000 เป็น 3,600,000


def _earlier(walk: Walk, at: int, token: Token) -> None:
    is_month = is_kind(walk.tokens, at - 1, Kind.EARLIER) or "เดือน" in token.text
    if Mark.MORE in walk.marks and is_month and not walk.is_spent:
        walk.marks.discard(Mark.FROM)  # เบิกเพิ่มจากเดือนที่แล้ว 2 ล้าน
        return
    walk.marks.add(Mark.FROM)


def _is_put_right(walk: Walk) -> bool:
    """Return whether "no" stands by itself before the one figure that is right."""
    figures = [token for token in walk.tokens if token.kind in FIGURES]
    return len(figures) == 1 and is_kind(walk.tokens, 1, Kind.MONEY, Kind.WORK) and walk.tokens[1].spaced


def _instead(walk: Walk, at: int, token: Token) -> None:
    if token.value != "slip":
        if at == 0 and _is_put_right(walk):
            return  # ไม่ใช่ เบิก 6.1 ล้าน
        is_introduced = is_kind(walk.tokens, at + 1, Kind.MONEY, Kind.WORK)  # ไม่ใช่เบิก 520,000
        if is_kind(walk.tokens, at + 2 if is_introduced else at + 1, *FIGURES):
            walk.marks.add(Mark.DROPPED)
    elif walk.found and is_kind(walk.tokens, at + 1, *FIGURES):
        last = walk.found[-1]
        walk.topic, walk.is_spent, walk.marks = last.topic, False, set(last.marks)
        last.marks.add(Mark.DROPPED)


def _went(walk: Walk, at: int, token: Token) -> None:
    """13 ได้ 45: right after the activity's number it is the work that got so far."""
    is_first = at == 0 or is_kind(walk.tokens, at - 1, Kind.NAME, Kind.REFERENCE, Kind.LINE)
    if token.text.endswith("ได้") and is_first and is_kind(walk.tokens, at + 1, Kind.NUMBER):
        walk.set_topic(Topic.WORK)


def _line(walk: Walk, at: int, token: Token) -> None:
    if walk.is_spent or walk.topic is Topic.NONE:
        walk.set_topic(Topic.NONE)
        walk.marks.clear()


STEPS: dict[Kind, Step] = {
    Kind.MONEY: money, Kind.WORK: _work, Kind.DO: _doing, Kind.DONE: _doing, Kind.START: _doing,
    Kind.GOING: _doing, Kind.BUDGET: _aside, Kind.CONTRACT: _aside, Kind.AWAITING: _aside,
    Kind.TENDER: _aside, Kind.PLANNED: _planned, Kind.COMMITTED: committed, Kind.TOTAL: total,
    Kind.EXTRA: extra, Kind.THIS_MONTH: extra, Kind.INSTALMENT: instalment, Kind.PAST: _past,
    Kind.REMAINING: _remaining, Kind.EQUALS: equals, Kind.BECOMES: _becomes, Kind.EARLIER: _earlier,
    Kind.INSTEAD: _instead, Kind.LINE: _line, Kind.COUNT: _count,
    Kind.OUT_OF: _out_of, Kind.SAME: same, Kind.NOW: _now, Kind.NOISE: instalment, Kind.WENT: _went,
}  # fmt: skip
