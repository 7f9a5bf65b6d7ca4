"""Puts figures behind what they are of where both are told in pairs: แผน/ผล 60/54 is แผน 60 ผล 54."""

from dataclasses import replace

from thai.tokens import Kind, Token, Tokens, is_kind

_TOPICS = (Kind.PLANNED, Kind.WORK, Kind.MONEY)


def with_pairs_parted(tokens: Tokens) -> Tokens:
    """Return the tokens with "A/B 1/2" as "A 1 B 2"."""
    done: list[Token] = []
    at = 0
    while at < len(tokens):
        if pair := _pair(tokens, at):
            parted, at = pair
            done += parted
        else:
            done.append(tokens[at])
            at += 1
    return tuple(done)


def _pair(tokens: Tokens, at: int) -> tuple[list[Token], int] | None:
    is_topics = is_kind(tokens, at, *_TOPICS) and is_kind(tokens, at + 2, *_TOPICS)
    if not is_topics or not tokens[at + 1].is_punct("/"):
        return None
    start = at + 3
    while start < len(tokens) and tokens[start].is_punct(":="):
        start += 1
    first, middle = _figure(tokens, start)
    if not first or middle >= len(tokens) or not tokens[middle].is_punct("/"):
        return None
    second, end = _figure(tokens, middle + 1)
    if not second:
        return None
    if is_kind(tuple(second), 1, Kind.PERCENT_SIGN) and len(first) == 1:
        first.append(second[1])  # 60/54%
    return [tokens[at], *first, replace(tokens[at + 2], spaced=True), *second], end


def _figure(tokens: Tokens, at: int) -> tuple[list[Token], int]:
    """Return the number at `at` with its percent sign, and where to go on."""
    if not is_kind(tokens, at, Kind.NUMBER):
        return [], at
    end = at + 2 if is_kind(tokens, at + 1, Kind.PERCENT_SIGN) else at + 1
    return list(tokens[at:end]), end
