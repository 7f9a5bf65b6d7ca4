"""Deals out figures said one after another for several activities: 13, 14 งาน 50, 60; เบิก 5 ล้าน และ 6 ล้าน ตามลำดับ."""

import re
from collections.abc import Iterable
from dataclasses import replace

from thai.quantity import FIGURES
from thai.segment import Segment
from thai.tokens import Kind, Token

_OF_EACH = re.compile("(?:สาย|เส้น|อัน|กิจกรรม|โครงการ|แห่ง|ที่|ตัว|รายการ|เขื่อน|จุด|อย่าง|สัญญา|งาน)ละ")
_MAGNITUDES = {"ล้าน": 1_000_000, "แสน": 100_000, "หมื่น": 10_000}
_LONGEST_JOINT = 2  # letters of a joint we do not know (กะ)


def dealt_out(segment: Segment) -> list[Segment]:
    """Return a segment for each activity with its own figure where there are as many as activities.

    Where there are several, but not as many, nobody can tell whose is whose: they become inexact, so that it is asked.
    """
    count, runs = len(segment.pointed), _runs(segment.tokens)
    is_of_both = any(token.kind is Kind.ALL for token in segment.tokens)
    if count < 2 and is_of_both and any(len(run) > 1 for run in runs):
        return [replace(segment, tokens=_blurred(segment.tokens, runs))]
    if count < 2 or not any(len(run) > 1 for run in runs):
        return [segment]
    if any(len(run) not in (1, count) for run in runs):
        return [replace(segment, tokens=_blurred(segment.tokens, runs))]
    tokens = _with_shared_magnitude(_without_sum(segment.tokens, runs), runs)
    return [
        replace(segment, pointed=[pointed], tokens=_only(tokens, runs, place))
        for place, pointed in enumerate(segment.pointed)
    ]


def _runs(tokens: list[Token]) -> list[list[int]]:
    """Return the places of figures of one kind that follow one another with nothing but joints between."""
    runs: list[list[int]] = []
    last = -1
    for at, token in enumerate(tokens):
        if token.kind not in FIGURES:
            continue
        if runs and _goes_on(tokens, last, at):
            runs[-1].append(at)
        else:
            runs.append([at])
        last = at
    return runs


def _goes_on(tokens: list[Token], last: int, at: int) -> bool:
    is_alike = tokens[last].kind is tokens[at].kind or Kind.NUMBER in (tokens[last].kind, tokens[at].kind)
    return is_alike and all(_is_joint(token) for token in tokens[last + 1 : at])


def _is_joint(token: Token) -> bool:
    is_short = token.kind is Kind.OTHER and len(token.text) <= _LONGEST_JOINT
    return is_short or token.kind is Kind.JOIN or token.is_punct(",/&-")


def _with_shared_magnitude(tokens: list[Token], runs: list[list[int]]) -> list[Token]:
    """Return the tokens with the magnitude said once at the end given to each: 6, 5.5, 12 ล้าน."""
    shared = list(tokens)
    for *others, last in runs:
        size = next((size for word, size in _MAGNITUDES.items() if word in tokens[last].text), None)
        numbers = [tokens[at].number for at in others if tokens[at].kind is Kind.NUMBER]
        if size is None or not others or len(numbers) != len(others):
            continue
        for at, number in zip(others, numbers, strict=True):
            if number is not None:
                scaled = replace(number, value=number.value * size, is_scaled=True)
                shared[at] = replace(tokens[at], kind=Kind.AMOUNT, number=scaled)
    return shared


def _only(tokens: list[Token], runs: list[list[int]], place: int) -> list[Token]:
    """Return the tokens with the place-th figure of each run where the run stood."""
    chosen = {run[0]: tokens[run[place]] for run in runs if len(run) > 1}
    dropped = {at for run in runs if len(run) > 1 for at in range(run[0] + 1, run[-1] + 1)}
    return [chosen.get(at, token) for at, token in enumerate(tokens) if at not in dropped]


def _without_sum(tokens: list[Token], runs: list[list[int]]) -> list[Token]:
    """Return the tokens with a lone amount no longer exact, unless said of each: it may be the sum (เบิกรวม 9.2 ล้าน)."""
    if is_of_each(tokens):
        return tokens
    lone = [run for run in runs if len(run) == 1 and tokens[run[0]].kind is Kind.AMOUNT]
    blurred = list(tokens)
    for (at,) in lone:
        number = tokens[at].number
        blurred[at] = replace(tokens[at], number=replace(number, is_exact=False) if number else None)
    return blurred


def is_of_each(tokens: Iterable[Token]) -> bool:
    """Return whether an amount was said of every one: สายละ 2 ล้าน, เท่ากัน."""
    return any(
        _OF_EACH.search(token.text) or "เท่ากัน" in token.text or token.text == "each" for token in tokens
    )


def _blurred(tokens: list[Token], runs: list[list[int]]) -> list[Token]:
    unclear = {at for run in runs if len(run) > 1 for at in run}
    return [
        replace(token, number=replace(token.number, is_exact=False))
        if at in unclear and token.number
        else token
        for at, token in enumerate(tokens)
    ]
