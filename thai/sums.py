"""Amounts said of several activities together: a grand total at the end, one amount for two of them."""

from dataclasses import replace

from thai.reading import Clarify
from thai.respectively import is_of_each
from thai.said import Manner, Said, read_said
from thai.segment import Segment
from thai.tokens import Kind, Tokens

Heard = tuple[Segment, Said]


def unless_said_of_each(said: Said, tokens: Tokens) -> Said:
    """Return what is said of several activities; an amount is no one's own unless it was said of each."""
    if said.money is None or not said.money.satang or is_of_each(tokens):
        return said
    return replace(said, money=replace(said.money, satang=None, doubt=Clarify.EXACT_AMOUNT))


def without_grand_total(heard: list[Heard], manner: Manner) -> list[Heard]:
    """Take "รวม 22.5 ล้าน" at the end for the sum of all activities where it is, not for the last one's figure."""
    if len(heard) < 2:
        return heard
    segment, last = heard[-1]
    total = last.money.satang if last.money else None
    before = sum(said.money.satang or 0 for _, said in heard[:-1] if said.money)
    marks = [at for at, token in enumerate(segment.tokens) if token.kind is Kind.TOTAL]
    if total is None or not before or not marks:
        return heard
    alone = read_said(tuple(segment.tokens[: marks[-1]]), manner)
    own = (alone.money.satang or 0) if alone.money else 0
    return [*heard[:-1], (segment, alone)] if before + own == total else heard
