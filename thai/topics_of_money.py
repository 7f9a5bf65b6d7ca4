"""What the words of money mean for the numbers that follow them (or stand just before): totals, additions, instalments."""

from thai.quantity import Mark, Quantity, Topic
from thai.tokens import Kind, Token, is_kind
from thai.walk import Walk

ITEMS = ("ค่าอาหาร", "ค่าวิทยากร", "ค่าวัสดุ", "ค่าน้ำมัน", "ค่าเช่า", "ค่าแรง")
_NEAR = 5  # tokens
_IN_MONEY = ("เป็นเงิน", "คิดเป็นเงิน", "เป็นจำนวนเงิน", "เป็นจำนวน", "เท่ากับ", "=")


def money(walk: Walk, at: int, token: Token) -> None:
    if is_kind(walk.tokens, at - 1, Kind.REMAINING) and not token.spaced:
        return  # เหลือเงิน 3 ล้าน
    if is_of_figure_before(walk, at, Topic.MONEY):
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


def is_of_figure_before(walk: Walk, at: int, topic: Topic) -> bool:
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


def committed(walk: Walk, at: int, token: Token) -> None:
    walk.marks.clear()
    walk.set_topic(Topic.COMMITTED)


def total(walk: Walk, at: int, token: Token) -> None:
    last = walk.found[-1] if walk.found else None
    reach = 2 if token.spaced else 3
    if last and _may_be_money(last) and at - last.at <= reach and _is_end(walk, at + 1):
        last.marks.add(Mark.TOTAL)  # เบิก 8 แสน (สะสม)
        return
    walk.marks = walk.marks - {Mark.REMAINING} | {Mark.TOTAL}


def same(walk: Walk, at: int, token: Token) -> None:
    if walk.topic in (Topic.MONEY, Topic.NONE) and not walk.is_spent:
        walk.marks.add(Mark.TOTAL)  # เงินเท่าเดิม 6 ล้าน


def extra(walk: Walk, at: int, token: Token) -> None:
    if is_kind(walk.tokens, at + 1, Kind.PERCENT) and is_kind(walk.tokens, at + 2, Kind.DONE, Kind.WILL):
        walk.set_topic(Topic.WORK)  # อีก 20% เสร็จ
        walk.marks.add(Mark.REMAINING)
        return
    if _is_denied(walk, at):
        return  # ไม่ใช่ยอดของเดือนนี้
    last = walk.found[-1] if walk.found else None
    if last and last.at == at - 1 and last.topic is Topic.MONEY and _is_end(walk, at + 1):
        last.marks.add(Mark.EXTRA)  # เบิก 1.5 แสน เดือนนี้
    elif Mark.REMAINING not in walk.marks:
        walk.marks.add(Mark.MORE if token.kind is Kind.EXTRA else Mark.EXTRA)


def _is_denied(walk: Walk, at: int) -> bool:
    """Return whether it is said that this is not meant, within the same breath and without a figure between."""
    for place in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        token = walk.tokens[place]
        if token.kind is Kind.INSTEAD and token.value != "slip":
            return token.text.startswith(("ไม", "มิ", "not"))
        if token.kind in (Kind.AMOUNT, Kind.PERCENT, Kind.LINE) or walk.tokens[place + 1].spaced:
            return False
    return False


def _may_be_money(quantity: Quantity) -> bool:
    is_amount = quantity.token.kind is Kind.AMOUNT
    return quantity.topic is Topic.MONEY or (is_amount and quantity.topic is Topic.NONE)


def _is_end(walk: Walk, at: int) -> bool:
    while is_kind(walk.tokens, at, Kind.PAST):
        at += 1
    return at >= len(walk.tokens) or walk.tokens[at].kind in (Kind.PUNCT, Kind.LINE)


def instalment(walk: Walk, at: int, token: Token) -> None:
    if token.kind is Kind.INSTALMENT and _is_up_to(walk, at):
        walk.marks.add(Mark.TOTAL)  # ยอดรวมถึงงวดที่ 4
        return
    is_time = token.kind is Kind.NOISE and token.text.startswith("ครั้งที่")  # เบิกครั้งที่ 2
    if token.kind is Kind.INSTALMENT or (is_time and is_kind(walk.tokens, at - 1, Kind.MONEY)):
        walk.marks.add(Mark.INSTALMENT)


def _is_up_to(walk: Walk, at: int) -> bool:
    before = walk.tokens[at - 1] if at else None
    return before is not None and before.text.endswith(("ถึง", "ตั้งแต่งวดแรกถึง")) and before.kind is not Kind.NOT


def equals(walk: Walk, at: int, token: Token) -> None:
    if token.text.startswith(("คิดเป็น", "หรือ", "ตีเป็น")) and walk.found:
        walk.marks.add(Mark.RESTATED)
    restates = token.text in _IN_MONEY and walk.last_topic() is Topic.MONEY
    if restates and walk.found[-1].token.kind is not Kind.AMOUNT:
        walk.topic, walk.is_spent = Topic.MONEY, False
        walk.marks = walk.found[-1].marks - {Mark.RESTATED}
