"""Tells in a correction what was wrong from what is right: 55% ขอแก้เป็น 56."""

from dataclasses import replace

from thai.tokens import Kind, Token, Tokens

_STATES = (Kind.CAUSE, Kind.PROBLEM, Kind.DONE, Kind.GOING, Kind.STOPPED, Kind.START, Kind.TENDER)
_FIGURES = (Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION)
_INTRODUCES_THE_RIGHT = ("แก้", "ถูก", "เป็น", "เปลี่ยน", "ปรับ", "should")
_HIGHEST_PERCENT = 100


def without_what_was_wrong(tokens: Tokens, fix: Token) -> Tokens:
    """Drop the states and figures said before "ขอแก้เป็น" when others of their kind follow it.

    A plain number that follows takes the place of the percentage before.
    """
    wrong = [token for token in tokens if token.start < fix.start]
    right = [token for token in tokens if token.start > fix.start]
    if any(token.kind in _STATES for token in right):
        wrong = [token for token in wrong if token.kind not in _STATES]
    if _introduces_the_right(fix):
        right = _as_percent(wrong, right)
        replaced = {token.kind for token in right if token.kind in _FIGURES}
        if any(token.kind in replaced for token in wrong):
            wrong = [token for token in wrong if token.kind not in (*replaced, Kind.INSTEAD)]
    return (*wrong, *right)


def _introduces_the_right(fix: Token) -> bool:
    return any(word in fix.text for word in _INTRODUCES_THE_RIGHT) and not fix.text.endswith("จาก")


def _as_percent(wrong: list[Token], right: list[Token]) -> list[Token]:
    """Return what follows with its first plain number as a percentage, where a percentage stood before."""
    kinds = [token.kind for token in right]
    if not any(token.kind is Kind.PERCENT for token in wrong) or any(kind in _FIGURES for kind in kinds):
        return right
    if Kind.NUMBER not in kinds:
        return right
    at = kinds.index(Kind.NUMBER)
    number = right[at].number
    if number is None or number.value > _HIGHEST_PERCENT:
        return right
    return [*right[:at], replace(right[at], kind=Kind.PERCENT), *right[at + 1 :]]
