"""Reads what stands in the way: the causes said, none ("ไม่มีปัญหา"), or nothing said."""

from dataclasses import dataclass, replace

from rules.cause import Cause
from thai.causes_between_words import awaited_causes, design_changes, late_people, staff_changes
from thai.causes_denied import is_denied
from thai.tokens import Kind, Token, Tokens, is_kind

_EFFECTS = {"เข้าพื้นที่ไม่ได้"}
_HAS_PROBLEM = ("มีปัญหา", "ติดขัด")
_NONE = ("ไม่มี", "ยังไม่มี", "no", "ไม่พบ")
_ENDS_TELLING = (Kind.LINE, Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.MONEY, Kind.WORK, Kind.PUNCT)
_ENDS = (Kind.LINE, Kind.PUNCT, Kind.PAST)
_TROUBLE = (Kind.STOPPED, Kind.NOT, Kind.YET, Kind.PROBLEM, Kind.WAIT, Kind.PLANNED, Kind.CANCEL, Kind.ALMOST)
_TROUBLE_WORDS = ("ช้า", "เลื่อน", "ชะลอ", "หยุด", "ค้าง", "รอ", "ขยาย", "น้อย", "ยาก", "delay", "late")
_TOLD_WITHOUT_NAME = (Kind.OTHER, Kind.NOISE, Kind.NOT, Kind.YET, Kind.DO, Kind.WENT, Kind.NOW)
_FEWEST_LETTERS = 4  # a problem told in fewer unknown letters is no problem told


@dataclass(frozen=True)
class Problems:
    """`causes` is empty where it was said that there are none; `text` are the words when no cause of the list fits."""

    causes: tuple[Cause, ...]
    text: str | None = None
    tokens: tuple[Token, ...] = ()


def read_problems(tokens: Tokens, is_asked: bool = False) -> Problems | None:
    """Return the problems said, None where nothing was said; `is_asked`: the bot has just asked for the cause."""
    said = [
        token for at, token in enumerate(tokens) if token.kind is Kind.CAUSE and not is_denied(tokens, at)
    ]
    said += late_people(tokens, is_asked) + design_changes(tokens) + staff_changes(tokens)
    said = said or awaited_causes(tokens, is_asked)
    if said:
        causes = tuple(dict.fromkeys(Cause(token.value) for token in _without_effects(said)))
        specific = tuple(cause for cause in causes if cause is not Cause.OTHER)
        return Problems(specific or causes, None if specific else said[0].text, tuple(said))
    if none := _none_said(tokens) or (_none_answered(tokens) if is_asked else None):
        return Problems((), tokens=none)
    if (words := _other_words(tokens, is_asked)) is not None:
        return Problems((Cause.OTHER,), words.text, (words,))
    return None


def _without_effects(said: list[Token]) -> list[Token]:
    """Leave out what only follows from another cause: machines cannot enter because it rains."""
    return [token for token in said if token.text not in _EFFECTS] or said


def _none_said(tokens: Tokens) -> tuple[Token, ...] | None:
    """Return the words that say there is no problem: ไม่มีปัญหา, ปัญหา: ไม่มี."""
    for at, token in enumerate(tokens):
        is_problem = token.kind is Kind.PROBLEM and (token.value != "stuck" or token.text in _HAS_PROBLEM)
        if not is_problem:
            continue
        for place in (at - 1, at - 2):
            if place >= 0 and tokens[place].kind in (Kind.NOT, Kind.YET) and not token.spaced:
                return tokens[place], token
        after = at + 1
        while after < len(tokens) and tokens[after].kind in (Kind.CAUSE, Kind.PUNCT, Kind.EQUALS):
            after += 1
        if (
            is_kind(tokens, after - 1, Kind.PUNCT)
            and tokens[after - 1].text == "-"
            and (after >= len(tokens) or is_kind(tokens, after, Kind.LINE))
        ):
            return token, tokens[after - 1]  # ปัญหา: -
        ends = after + 1 >= len(tokens) or tokens[after + 1].spaced or tokens[after + 1].kind in _ENDS
        if is_kind(tokens, after, Kind.NOT, Kind.YET) and tokens[after].text in _NONE and ends:
            return token, tokens[after]
        if is_kind(tokens, at - 1, Kind.NOT, Kind.YET):
            return tokens[at - 1], token
    return None


def _none_answered(tokens: Tokens) -> tuple[Token, ...] | None:
    """Return the lone "ไม่มี" that answers the question for the cause."""
    is_lone = len(tokens) == 1 and tokens[0].kind in (Kind.NOT, Kind.YET)
    return tokens if is_lone and tokens[0].text in _NONE else None


def _other_words(tokens: Tokens, is_asked: bool) -> Token | None:
    """Return the unknown words that tell a problem: after เพราะ, ติดปัญหา; any words where the bot asked."""
    for at, token in enumerate(tokens):
        tells = token.kind is Kind.PROBLEM and (token.value == "stuck" or _is_told(tokens, at))
        if (token.kind is Kind.BECAUSE and (is_asked or _is_trouble(tokens))) or tells:
            for place in range(at + 1, min(at + 4, len(tokens))):
                if tokens[place].kind is Kind.OTHER and len(tokens[place].text) >= _FEWEST_LETTERS:
                    return _clause_from(tokens, place)
    if not is_asked or any(token.value == "resumed" or token.kind is Kind.EASED for token in tokens):
        return None
    if (
        len(tokens) > 1
        and all(token.kind in _TOLD_WITHOUT_NAME for token in tokens)
        and not _is_unknown(tokens)
    ):
        return _clause_from(tokens, 0)  # ชาวบ้านไม่ให้ทำ
    for place, token in enumerate(tokens):
        is_told = token.kind is Kind.OTHER and len(token.text) >= _FEWEST_LETTERS
        if is_told and not _is_unknown((token,)):
            return _clause_from(tokens, place)
    return None


def _is_trouble(tokens: Tokens) -> bool:
    """Return whether something does not go as it should, so that what follows "because" is its cause."""
    return any(
        token.kind in _TROUBLE or any(word in token.text for word in _TROUBLE_WORDS) for token in tokens
    )


def _is_unknown(tokens: Tokens) -> bool:
    return any(token.text.startswith(("ทราบ", "รู้", "แน่ใจ")) for token in tokens)


def _is_told(tokens: Tokens, at: int) -> bool:
    """Return whether what the problem is comes next: ปัญหาคือ …, ปัญหา: …, ปัญหา …"""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (following.text == "คือ" or following.is_punct(":-") or following.spaced)


def _clause_from(tokens: Tokens, start: int) -> Token:
    """Return the words from `start` on as one, up to the next line or figure."""
    end = start + 1
    while end < len(tokens) and tokens[end].kind not in _ENDS_TELLING:
        end += 1
    words = "".join((" " if token.spaced else "") + token.text for token in tokens[start:end]).strip()
    return replace(tokens[start], end=tokens[end - 1].end, text=words)
