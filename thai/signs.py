"""What points to each state of an activity, and the looks around a word that tell its meaning."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from thai.quantity import FIGURES
from thai.tokens import Kind, Token, Tokens


@dataclass
class Signs:
    """What points to each state; the tokens are kept to show the officer what was understood."""

    completed: list[Token] = field(default_factory=list)
    part_done: list[Token] = field(default_factory=list)
    going: list[Token] = field(default_factory=list)
    tender: list[Token] = field(default_factory=list)
    signed: list[Token] = field(default_factory=list)
    blocked: list[Token] = field(default_factory=list)
    not_started: list[Token] = field(default_factory=list)
    cancelled: list[Token] = field(default_factory=list)
    is_unfinished: bool = False


def word_before(tokens: Tokens, at: int) -> Token | None:
    """Return the nearest meaningful word before, in the same breath."""
    at -= 1
    while at >= 0 and tokens[at].kind in (Kind.WENT, Kind.DO, Kind.NOISE) and not tokens[at + 1].spaced:
        at -= 1
    return tokens[at] if at >= 0 else None


def is_denied(tokens: Tokens, at: int) -> bool:
    """Return whether the word before denies it (ยังไม่, ไม่, ไม่ใช่)."""
    before = word_before(tokens, at)
    return before is not None and before.kind in (Kind.NOT, Kind.YET, Kind.INSTEAD)


def before_in_clause(tokens: Tokens, at: int) -> Iterator[Token]:
    """Yield the words before tokens[at] in the same breath, the nearest first."""
    for place in range(at - 1, -1, -1):
        if tokens[place].kind in (Kind.LINE, Kind.PUNCT) or tokens[place].kind in FIGURES:
            return
        yield tokens[place]
        if tokens[place].spaced:
            return
