"""Reads "as before": of everything, or only of the money, the work or the state."""

from dataclasses import dataclass

from thai.prompts import Prompt
from thai.quantity import FIGURES
from thai.tokens import Kind, Token, Tokens, before, is_kind

_SAME_ANSWERS = {Prompt.DISBURSED: "money", Prompt.PROGRESS: "work", Prompt.STATUS: "status"}


@dataclass(frozen=True)
class Same:
    """ "No change", of everything or only of the money, the work or the state."""

    token: Token
    money: bool = False
    work: bool = False
    status: bool = False

    @property
    def is_everything(self) -> bool:
        return self.money and self.work and self.status


def read_same(tokens: Tokens, has_other: bool, prompt: Prompt) -> Same | None:
    """Return what stays as it was: what the word stands by, what the bot asked about, or everything."""
    found: Same | None = None
    for at, token in enumerate(tokens):
        if not _is_unchanged(tokens, at):
            continue
        money, work, status = _topics_before(tokens, at)
        if money or work or status:
            found = found or Same(token)
            found = Same(found.token, found.money or money, found.work or work, found.status or status)
        elif prompt in _SAME_ANSWERS:
            return Same(token, **{_SAME_ANSWERS[prompt]: True})
        elif not has_other and token.kind is Kind.SAME:
            return Same(token, True, True, True)
    return found


def _topics_before(tokens: Tokens, at: int) -> tuple[bool, bool, bool]:
    """Return whether money, work and state are what the word of sameness stands by."""
    money, work, status = tokens[at].text == "ยอดเดิม", False, False
    if tokens[at].spaced:
        return money, work, status
    for word in before(tokens, at):
        if word.kind in (Kind.LINE, Kind.PERCENT, Kind.AMOUNT, Kind.NAME, Kind.BUT, Kind.EARLIER):
            break
        money = money or word.kind is Kind.MONEY
        work = work or word.kind is Kind.WORK
        status = status or word.text == "สถานะ"
        if word.spaced:
            break
    return money, work, status


def _is_unchanged(tokens: Tokens, at: int) -> bool:
    """Return whether tokens[at] says "as before"; "change" must be denied for that, เท่าเดิม needs no denial."""
    token = tokens[at]
    if token.kind is Kind.EARLIER:
        return token.text == "เดิม" and not token.spaced and not is_kind(tokens, at + 1, *FIGURES)
    if token.kind is not Kind.SAME:
        return False
    if "เปลี่ยน" not in token.text and "เคลื่อนไหว" not in token.text:
        return not is_kind(tokens, at - 1, Kind.NOT, Kind.INSTEAD)
    place = at
    while place > 0 and not tokens[place].spaced:
        place -= 1
        if tokens[place].kind in (Kind.NOT, Kind.YET):
            return True
        if tokens[place].kind not in (Kind.OTHER, Kind.WENT, Kind.EXTRA) or len(tokens[place].text) > 6:
            return False
    return place > 0 and tokens[place - 1].kind in (Kind.NOT, Kind.YET)
