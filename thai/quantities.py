"""Tells what every number of a report is about: work, money, a plan, a contract; and how it was introduced."""

from thai.quantity import FIGURES, Mark, Quantity, Topic
from thai.tokens import Kind, Tokens, after, is_kind
from thai.topic_walk import STEPS
from thai.walk import Walk


def quantities(tokens: Tokens) -> list[Quantity]:
    """Return the numbers of one activity's report with their topics, in order."""
    found = Walk(tokens).run(STEPS)
    for quantity in found:
        if quantity.topic is Topic.NONE:
            quantity.topic = _topic_after(tokens, quantity)
    return found


def _topic_after(tokens: Tokens, quantity: Quantity) -> Topic:
    """Return the topic said behind the number (45% ของงาน; 1.2 ล้านบาทค่ะ เบิกแล้ว), unless a number of its own follows."""
    at = quantity.at + 1
    while at < len(tokens) and (
        tokens[at].kind in (Kind.OTHER, Kind.PAST, Kind.NOISE) or tokens[at].is_punct("(")
    ):
        if tokens[at].kind is Kind.OTHER and len(tokens[at].text) > 6:
            return Topic.NONE
        at += 1
    if at >= len(tokens) or _has_own_number(tokens, at):
        return Topic.NONE
    kind, is_amount = tokens[at].kind, quantity.token.kind is Kind.AMOUNT
    if kind in (Kind.BUDGET, Kind.MONEY):
        if is_amount and is_kind(tokens, at + 1, Kind.PAST):
            quantity.marks.add(Mark.PAST)
        return Topic.MONEY if is_amount == (kind is Kind.MONEY) else Topic.NONE
    is_clause = at + 1 >= len(tokens) or tokens[at + 1].spaced or tokens[at + 1].kind is Kind.LINE
    if not is_amount and (kind is Kind.DONE or (kind is Kind.WORK and (is_clause or not tokens[at].spaced))):
        return Topic.WORK
    if kind is Kind.WORK and not is_amount and tokens[at].text in ("physical", "physically", "progress"):
        return Topic.WORK
    return Topic.NONE


def _has_own_number(tokens: Tokens, at: int) -> bool:
    for token in after(tokens, at):
        if token.kind in FIGURES:
            return True
        if token.kind not in (
            Kind.PAST,
            Kind.WENT,
            Kind.TOTAL,
            Kind.EQUALS,
            Kind.BECOMES,
            Kind.ABOUT,
            Kind.OTHER,
        ):
            return False
    return False
