"""Deals out figures said one after another for several activities: 13, 14 งาน 50, 60; เบิก 5 ล้าน และ 6 ล้าน ตามลำดับ."""

from dataclasses import replace

from thai.quantity import FIGURES
from thai.segment import Segment
from thai.tokens import Kind, Token

_LONGEST_JOINT = 2  # letters of a joint we do not know (กะ)


def dealt_out(segment: Segment) -> list[Segment]:
    """Return a segment for each activity with its own figure where there are as many as activities.

    Where there are several, but not as many, nobody can tell whose is whose: they become inexact, so that it is asked.
    """
    count, runs = len(segment.pointed), _runs(segment.tokens)
    if count < 2 or not any(len(run) > 1 for run in runs):
        return [segment]
    if any(len(run) not in (1, count) for run in runs):
        return [replace(segment, tokens=_blurred(segment.tokens, runs))]
    return [
        replace(segment, pointed=[pointed], tokens=_only(segment.tokens, runs, place))
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


def _only(tokens: list[Token], runs: list[list[int]], place: int) -> list[Token]:
    dropped = {at for run in runs if len(run) > 1 for at in run if at != run[place]}
    return [token for at, token in enumerate(tokens) if at not in dropped]


def _blurred(tokens: list[Token], runs: list[list[int]]) -> list[Token]:
    unclear = {at for run in runs if len(run) > 1 for at in run}
    return [
        replace(token, number=replace(token.number, is_exact=False))
        if at in unclear and token.number
        else token
        for at, token in enumerate(tokens)
    ]
