"""Marks numbers that a slip of the thumb has broken in two (สองล้านนห้า, เจ็ดสสิบห้า): half a number is no number."""

import re
from dataclasses import replace

from thai.numeral_parts import SINGLE_WORDS
from thai.tokens import Kind, Token, Tokens

_SHARD = 2  # letters of unknown text that can only be a piece of a numeral between two of its pieces
_NUMERAL = re.compile("|".join(sorted(SINGLE_WORDS, key=len, reverse=True)))
_NEAR = 7  # letters of unknown text in which a numeral is a piece of the number before
_BEFORE = (Kind.NUMBER, Kind.PERCENT_WORD, Kind.ABOUT, Kind.ALMOST)
_AFTER = (Kind.NUMBER, Kind.OVER, Kind.BAHT, Kind.PERCENT_SIGN)


def with_broken_numbers(tokens: Tokens) -> Tokens:
    """Return the tokens; numbers on either side of a shard are no longer exact, so that they are asked about."""
    marked = list(tokens)
    for at, token in enumerate(tokens):
        before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
        if token.kind is Kind.HALF and after and after.kind is Kind.NUMBER and not after.spaced:
            marked[at + 1] = _inexact(after)  # ครรึ่งล้าน
        if token.kind is Kind.HALF and before and before.kind is Kind.NUMBER and not token.spaced:
            marked[at - 1], marked[at] = _inexact(before), replace(token, kind=Kind.OTHER)  # ล้านคครึ่ง
        if _is_letter_between(before, token, after):
            marked[at - 1], marked[at + 1] = _inexact(marked[at - 1]), _inexact(marked[at + 1])
        if token.kind is not Kind.OTHER:
            continue
        if before and after and _is_shard(before, token, after):
            marked[at - 1], marked[at + 1] = _inexact(marked[at - 1]), _inexact(marked[at + 1])
        elif before and before.kind is Kind.NUMBER and not token.spaced and _is_debris(token.text):
            marked[at - 1] = _inexact(before)  # แสนหห้า, ล้านนกว่า
        elif after and after.kind is Kind.NUMBER and not after.spaced and _is_number_in_words(token, after):
            marked[at + 1] = _inexact(after)  # เจ็ดสสิบห้า
    return tuple(marked)


def _is_letter_between(before: Token | None, token: Token, after: Token | None) -> bool:
    """Return whether a lone บ, else the sign of baht, stands inside a numeral: หกสิบบห้า."""
    is_letter = token.kind is Kind.BAHT and token.text == "บ" and not token.spaced
    is_inside = before is not None and after is not None and before.kind is after.kind is Kind.NUMBER
    return is_letter and is_inside and after is not None and not after.spaced


def _is_debris(text: str) -> bool:
    near = text[1:_NEAR]
    return len(text) == 1 or bool(_NUMERAL.search(near)) or text[1:].startswith(("กว่า", "เศษ"))


def _is_number_in_words(token: Token, after: Token) -> bool:
    return bool(_NUMERAL.match(token.text)) and after.number is not None and not after.number.is_digits


def _is_shard(before: Token, token: Token, after: Token) -> bool:
    is_short = token.kind is Kind.OTHER and len(token.text) <= _SHARD
    is_joined = not token.spaced and not after.spaced
    return is_short and is_joined and before.kind in _BEFORE and after.kind in _AFTER and token.text.isalpha()


def _inexact(token: Token) -> Token:
    return replace(token, number=replace(token.number, is_exact=False)) if token.number else token
