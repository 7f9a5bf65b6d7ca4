"""What each word of a report means for the numbers that follow it (or stand just before it): their topic and marks."""

from thai.quantity import FIGURES, Mark, Quantity, Topic
from thai.tokens import Kind, Token, is_kind
from thai.walk import Step, Walk

_ITEMS = ("ค่าอาหาร", "ค่าวิทยากร", "ค่าวัสดุ", "ค่าน้ำมัน", "ค่าเช่า", "ค่าแรง")
_IN_MONEY = ("เป็นเงิน", "คิดเป็นเงิน", "เป็นจำนวนเงิน", "เป็นจำนวน", "เท่ากับ", "=")


def _money(walk: Walk, at: int, token: Token) -> None:
    if is_kind(walk.tokens, at - 1, Kind.REMAINING) and not token.spaced:
        return  # เหลือเงิน 3 ล้าน
    if _is_of_figure_before(walk, at, Topic.MONEY):
        return
    if token.spaced:
        walk.marks.discard(Mark.MORE)  # the "more" of the sentence before
        if walk.topic is Topic.MONEY and not walk.is_spent:
            walk.marks.discard(Mark.INSTALMENT)  # ยังไม่เบิกงวดแรก เบิกแต่เงินล่วงหน้า 6 ล้าน
    walk.marks.discard(Mark.REMAINING)
    if walk.topic is not Topic.MONEY or walk.is_spent:
        walk.marks.discard(Mark.PAST)
    walk.set_topic(Topic.MONEY)
    if _follows_month(walk, at):
        walk.marks.add(Mark.MONTH)
    if token.value == "cumulative":
        walk.marks.add(Mark.NOUN)


def _is_of_figure_before(walk: Walk, at: int, topic: Topic) -> bool:
    """Take "66% ของงาน" for what the number before is of; return whether it is that."""
    last = walk.found[-1] if walk.found else None
    if (
        last is None
        or last.at != at - 2
        or walk.tokens[at - 1].text != "ของ"
        or last.token.kind is Kind.AMOUNT
    ):
        return False
    if last.topic is Topic.NONE:
        last.topic = topic
    walk.set_topic(Topic.NONE)
    return True


def _follows_month(walk: Walk, at: int) -> bool:
    """Return whether a month was named just before: เดือนมีนาคมเบิก …, not ณ มีนาคม เบิก …"""
    day = walk.tokens[at - 1].day if is_kind(walk.tokens, at - 1, Kind.DATE) else None
    return day is not None and day.is_month and not is_kind(walk.tokens, at - 2, Kind.AS_OF)


def _work(walk: Walk, at: int, token: Token) -> None:
    if _is_of_figure_before(walk, at, Topic.WORK):
        return
    walk.marks &= {Mark.REMAINING, Mark.TOTAL, Mark.RESTATED} | (
        set() if token.spaced else {Mark.FROM, Mark.MORE}
    )
    if token.spaced and not is_kind(walk.tokens, at - 1, Kind.REMAINING, Kind.EXTRA):
        walk.marks.discard(Mark.REMAINING)  # เหลือแค่ป้าย งาน 98%
    walk.set_topic(Topic.WORK)
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
    is_item = token.text.startswith(_ITEMS) and is_kind(walk.tokens, at + 1, Kind.AMOUNT)
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


def _committed(walk: Walk, at: int, token: Token) -> None:
    walk.marks.clear()
    walk.set_topic(Topic.COMMITTED)


def _total(walk: Walk, at: int, token: Token) -> None:
    last = walk.found[-1] if walk.found else None
    reach = 2 if token.spaced else 3
    if last and _may_be_money(last) and at - last.at <= reach and _is_end(walk, at + 1):
        last.marks.add(Mark.TOTAL)  # เบิก 8 แสน (สะสม)
        return
    walk.marks = walk.marks - {Mark.REMAINING} | {Mark.TOTAL}


def _now(walk: Walk, at: int, token: Token) -> None:
    if walk.topic is Topic.ASIDE and token.text != "ยัง":
        walk.set_topic(Topic.NONE)  # ช้ากว่าแผน ตอนนี้ 44%


def _same(walk: Walk, at: int, token: Token) -> None:
    if walk.topic in (Topic.MONEY, Topic.NONE) and not walk.is_spent:
        walk.marks.add(Mark.TOTAL)  # เงินเท่าเดิม 6 ล้าน


def _extra(walk: Walk, at: int, token: Token) -> None:
    if is_kind(walk.tokens, at + 1, Kind.PERCENT) and is_kind(walk.tokens, at + 2, Kind.DONE, Kind.WILL):
        walk.set_topic(Topic.WORK)  # อีก 20% เสร็จ
        walk.marks.add(Mark.REMAINING)
        return
    last = walk.found[-1] if walk.found else None
    if last and last.at == at - 1 and last.topic is Topic.MONEY and _is_end(walk, at + 1):
        last.marks.add(Mark.EXTRA)  # เบิก 1.5 แสน เดือนนี้
    elif Mark.REMAINING not in walk.marks:
        walk.marks.add(Mark.MORE if token.kind is Kind.EXTRA else Mark.EXTRA)


def _may_be_money(quantity: Quantity) -> bool:
    is_amount = quantity.token.kind is Kind.AMOUNT
    return quantity.topic is Topic.MONEY or (is_amount and quantity.topic is Topic.NONE)


def _is_end(walk: Walk, at: int) -> bool:
    while is_kind(walk.tokens, at, Kind.PAST):
        at += 1
    return at >= len(walk.tokens) or walk.tokens[at].kind in (Kind.PUNCT, Kind.LINE)


def _instalment(walk: Walk, at: int, token: Token) -> None:
    is_time = token.kind is Kind.NOISE and token.text.startswith("ครั้งที่")  # เบิกครั้งที่ 2
    if token.kind is Kind.INSTALMENT or (is_time and is_kind(walk.tokens, at - 1, Kind.MONEY)):
        walk.marks.add(Mark.INSTALMENT)


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


def _equals(walk: Walk, at: int, token: Token) -> None:
    if token.text.startswith(("คิดเป็น", "หรือ", "ตีเป็น")) and walk.found:
        walk.marks.add(Mark.RESTATED)
    restates = token.text in _IN_MONEY and walk.last_topic() is Topic.MONEY
    if restates and walk.found[-1].token.kind is not Kind.AMOUNT:
        walk.topic, walk.is_spent = Topic.MONEY, False
        walk.marks = walk.found[-1].marks - {Mark.RESTATED}


def _count(walk: Walk, at: int, token: Token) -> None:
    walk.marks.discard(Mark.REMAINING)


def _becomes(walk: Walk, at: int, token: Token) -> None:
    walk.marks = walk.marks - {Mark.REMAINING} | {Mark.BECOMES}
    if walk.found and walk.found[-1].has(Mark.FROM):
        walk.marks.add(Mark.TOTAL)  # จาก 2,250,000 เป็น 3,600,000


def _earlier(walk: Walk, at: int, token: Token) -> None:
    walk.marks.add(Mark.FROM)


def _instead(walk: Walk, at: int, token: Token) -> None:
    if token.value != "slip":
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
    Kind.MONEY: _money, Kind.WORK: _work, Kind.DO: _doing, Kind.DONE: _doing, Kind.START: _doing,
    Kind.GOING: _doing, Kind.BUDGET: _aside, Kind.CONTRACT: _aside, Kind.AWAITING: _aside,
    Kind.TENDER: _aside, Kind.PLANNED: _planned, Kind.COMMITTED: _committed, Kind.TOTAL: _total,
    Kind.EXTRA: _extra, Kind.THIS_MONTH: _extra, Kind.INSTALMENT: _instalment, Kind.PAST: _past,
    Kind.REMAINING: _remaining, Kind.EQUALS: _equals, Kind.BECOMES: _becomes, Kind.EARLIER: _earlier,
    Kind.INSTEAD: _instead, Kind.LINE: _line, Kind.COUNT: _count,
    Kind.OUT_OF: _out_of, Kind.SAME: _same, Kind.NOW: _now, Kind.NOISE: _instalment, Kind.WENT: _went,
}  # fmt: skip
