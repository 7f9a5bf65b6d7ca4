"""Reads the state of an activity from its words: signs are gathered left to right, then weighed.

The traps: ยังไม่เสร็จ, เกือบเสร็จ, จะเสร็จเดือนหน้า, a part that is done (ตอกเข็มเสร็จ), an instalment accepted.
"""

from rules.status import Status
from thai.future import future_of
from thai.signs import Signs
from thai.signs_beside_work import cancelled, stopped, tender
from thai.signs_of_end import accepted, done, full, remaining
from thai.signs_of_going import going, part_so_far, still_building
from thai.signs_of_work import doing
from thai.tokens import Kind, Token, Tokens

_READERS = {
    Kind.DONE: done, Kind.ACCEPTED: accepted, Kind.DO: doing, Kind.START: doing, Kind.GOING: going, Kind.TENDER: tender,
    Kind.STOPPED: stopped, Kind.CANCEL: cancelled, Kind.REMAINING: remaining, Kind.FULL: full,
    Kind.PAST: part_so_far, Kind.NOISE: still_building, Kind.OTHER: still_building,
}  # fmt: skip


def read_signs(tokens: Tokens, is_asked: bool = False) -> Signs:
    """Return the signs of one activity's tokens; what lies in the future gives none.

    `is_asked`: the bot has just asked for the state, so that a lone ยัง, ดำเนินการ or ติดปัญหา is an answer.
    """
    signs = Signs()
    is_future = future_of(tokens)
    for at, token in enumerate(tokens):
        if is_future[at] and token.kind is not Kind.STOPPED:
            continue
        if reader := _READERS.get(token.kind):
            reader(tokens, at, signs)
    if is_asked and signs == Signs():
        _short_answer(tokens, signs)
    return signs


def _short_answer(tokens: Tokens, signs: Signs) -> None:
    words = [token for token in tokens if token.kind not in (Kind.PUNCT, Kind.LINE, Kind.PAST, Kind.OTHER)]
    if tokens and tokens[0].text.startswith("เรียบร้อย"):
        signs.completed.append(tokens[0])
    if not words:
        return
    first = words[0]
    if first.kind in (Kind.YET, Kind.NOW) and first.text.startswith("ยัง") and len(words) == 1:
        signs.not_started.append(first)
    elif first.kind in (Kind.DO, Kind.START, Kind.GOING):
        signs.going.append(first)
    elif first.kind is Kind.PROBLEM and first.value == "stuck":
        signs.blocked.append(first)
    elif first.kind is Kind.DONE:
        signs.completed.append(first)
    elif first.kind is Kind.CANCEL:
        signs.cancelled.append(first)


def decide(
    signs: Signs, has_partial_percent: bool, has_figures: bool, is_paid_out: bool
) -> tuple[Status | None, tuple[Token, ...]]:
    """Return the state the signs add up to, and the words that tell it.

    `has_partial_percent`: less than 100 % of work was said; `is_paid_out`: all money is disbursed.
    """
    completed = signs.completed + (signs.part_done if is_paid_out and not signs.going else [])
    ordered = (
        (Status.CANCELLED, signs.cancelled),
        (Status.BLOCKED, signs.blocked if not _has_resumed(signs) else []),
        (Status.NOT_STARTED, signs.not_started if not signs.going else []),
        (
            Status.COMPLETED,
            completed if not (signs.going or signs.is_unfinished or has_partial_percent) else [],
        ),
        (Status.IN_PROGRESS, signs.going),
        (Status.PROCUREMENT, signs.tender + ([] if has_figures else signs.signed)),
    )
    if signs.tender and signs.going and signs.tender[-1].start > signs.going[-1].start:
        return Status.PROCUREMENT, tuple(signs.tender)
    if signs.tender and signs.not_started:
        return Status.PROCUREMENT, tuple(signs.tender)
    return next(((status, tuple(words)) for status, words in ordered if words), (None, ()))


def _has_resumed(signs: Signs) -> bool:
    """Return whether work that had stopped goes on again."""
    last_halt = signs.blocked[-1].start if signs.blocked else 0
    return any(
        token.value == "resumed" or (token.value == "work" and token.start > last_halt)
        for token in signs.going
    )
