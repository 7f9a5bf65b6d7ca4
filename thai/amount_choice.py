"""Chooses among several amounts said of one activity: a total before additions, instalments added up, else a doubt."""

from dataclasses import replace
from itertools import pairwise

from thai.money import Money
from thai.quantity import Quantity
from thai.reading import Clarify, Mode
from thai.tokens import Kind, Tokens

_ADDING = (Kind.JOIN, Kind.EXTRA, Kind.PAST)


def is_sum_left_undone(tokens: Tokens, said: list[Quantity]) -> bool:
    """Return whether one amount is a sum still to be worked out: 4 ล้านกับอีกสามแสน."""
    amounts = [number for number in said if number.token.kind is Kind.AMOUNT]
    return any(
        any(token.kind is Kind.JOIN for token in between) and all(token.kind in _ADDING for token in between)
        for one, another in pairwise(amounts)
        if (between := tokens[one.at + 1 : another.at])
    )


def distinct(amounts: list[Money]) -> list[Money]:
    """Drop an amount repeated in words or brackets right after itself."""
    kept: list[Money] = []
    for amount in amounts:
        if (
            not kept
            or amount.satang is None
            or kept[-1].satang != amount.satang
            or amount.mode is Mode.INCREMENTAL
        ):
            kept.append(amount)
        elif kept[-1].mode is Mode.AMBIGUOUS:
            kept[-1] = amount
    return kept


def choose(amounts: list[Money], is_full: bool, is_from_first: bool) -> Money:
    """Prefer a total to additions, additions to what is neither; several that contradict each other are a doubt."""
    for mode in (Mode.CUMULATIVE, Mode.INCREMENTAL, Mode.AMBIGUOUS):
        same = [amount for amount in amounts if amount.mode is mode]
        if not same:
            continue
        if doubtful := next((amount for amount in same if amount.doubt), None):
            return doubtful
        if mode is Mode.INCREMENTAL and len(same) > 1:
            return _sum(same, Mode.AMBIGUOUS if is_from_first else Mode.INCREMENTAL)
        chosen = same[-1]
        if len(same) > 1 and not _is_last_word(same):
            return replace(chosen, satang=None, doubt=Clarify.EXACT_AMOUNT)
        if is_full:
            return replace(chosen, mode=Mode.CUMULATIVE if mode is Mode.AMBIGUOUS else mode, is_full=True)
        return chosen
    raise AssertionError("an amount has one of the three modes")


def _is_last_word(same: list[Money]) -> bool:
    """Return whether the last total is the largest: it then sums up those before it."""
    values = [amount.satang or 0 for amount in same]
    return same[-1].mode is Mode.CUMULATIVE and values[-1] == max(values)


def has_first_instalment(tokens: Tokens) -> bool:
    """Return whether instalments are told from the first on: their sum may be the total (งวด 1 2 ล้าน งวด 2 3 ล้าน)."""
    return any(
        token.kind is Kind.INSTALMENT
        and ("แรก" in token.text or (token.number is not None and token.number.value == 1))
        for token in tokens
    )


def _sum(same: list[Money], mode: Mode) -> Money:
    tokens = tuple(token for amount in same for token in amount.tokens)
    return Money(sum(amount.satang or 0 for amount in same), mode=mode, tokens=tokens)
