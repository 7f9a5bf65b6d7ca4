"""Resolves what points at an activity: its number, part of its name, a place in the list, "both"."""

from collections.abc import Sequence
from dataclasses import dataclass

from thai.name_letters import STRONG
from thai.names import Mention
from thai.reading import Context
from thai.reference_shapes import (
    HEADS,
    NEEDS_NUMBER,
    SAID_OF_ONE,
    UNITS,
    continues_list,
    heads_a_figure,
    is_denied,
    is_followed_by_report,
    is_inside_a_word,
    is_of_list,
    is_told_of_nothing,
    numbers_a_list,
    ordinal_in,
    starts_anew,
    word_before,
)
from thai.tokens import Kind, Token, Tokens, is_kind


@dataclass(frozen=True)
class Pointed:
    """Whom a token points at: one number, or several candidates where it cannot be told."""

    no: int | None
    candidates: tuple[int, ...] = ()
    is_name: bool = False

    @property
    def options(self) -> tuple[int, ...]:
        return (self.no,) if self.no is not None else self.candidates


class References:
    """Resolves the pointing tokens of one message against the activities of its writer."""

    def __init__(self, context: Context, mentions: Sequence[Mention], is_answer_number: bool = False) -> None:
        self._context = context
        self._mentions = mentions
        self._is_answer_number = is_answer_number  # the bot asked for a figure: a bare number is that figure
        self._found: dict[int, Pointed | None] = {}
        self.listed: tuple[int, ...] = ()  # what the message has listed: ตัวแรก, ตัวหลัง are of them
        self._mine = tuple(one.no for one in context.assigned)
        self._known = {one.no for one in (*context.assigned, *context.others)}

    def point(self, tokens: Tokens, at: int) -> Pointed | None:
        """Return what tokens[at] points at, None where it points at nothing."""
        if at not in self._found:
            self._found[at] = self._point(tokens, at)
        return self._found[at]

    def _point(self, tokens: Tokens, at: int) -> Pointed | None:
        token = tokens[at]
        if token.kind in (Kind.REFERENCE, Kind.NAME) and (
            is_denied(tokens, at) or numbers_a_list(tokens, at)
        ):
            return None
        if token.kind is Kind.REFERENCE:
            return self._by_number(token)
        if token.kind is Kind.ROAD:
            return self._by_road(token)
        if token.kind is Kind.NAME:
            return self._by_name(self._mentions[int(token.value)], is_inside_a_word(tokens, at))
        if token.kind is Kind.NUMBER and self._is_bare_reference(tokens, at):
            return Pointed(int(token.number.value)) if token.number else None
        if (
            token.kind is Kind.COUNT
            and self._begins_line(tokens, at)
            and " " in token.text
            and not token.value
        ):
            return (
                Pointed(int(token.number.value))
                if token.number and token.number.whole in self._mine
                else None
            )
        if token.kind is Kind.OTHER and (place := ordinal_in(token.text)):
            return self._by_place(place)
        return None

    @property
    def mine(self) -> tuple[int, ...]:
        return self._mine

    def is_mine(self, no: int | None) -> bool:
        return no in self._mine

    def _by_number(self, token: Token) -> Pointed | None:
        number = token.number.whole if token.number else None
        if number is None:
            return None
        if token.value == "ordinal" and not (number in self._mine and number > len(self._mine)):
            return self._by_place(number)
        if number in self._known:
            return Pointed(number)
        return Pointed(None, ()) if token.text.startswith(("กิจกรรม", "กจ", "โครงการ", "act")) else None

    def _by_road(self, token: Token) -> Pointed | None:
        """ถนนสาย 13: one's own number is the activity where no highway is meant."""
        number = token.number.whole if token.number else None
        is_own = number in self._mine and token.text.startswith(("ถนน", "เส้น", "สายทาง"))
        return Pointed(number) if is_own and "หมายเลข" not in token.text else None

    def _begins_line(self, tokens: Tokens, at: int) -> bool:
        """21 คนงานติดโควิด: at the head of a line one's own number is the activity, not a count."""
        return at == 0 or tokens[at - 1].kind is Kind.LINE

    def _by_place(self, place: int) -> Pointed:
        """Return the place-th of the writer's own activities (อันที่สอง)."""
        listed = self.listed or self._mine
        if place == -1 and listed:
            return Pointed(listed[-1])
        if 1 <= place <= len(listed):
            return Pointed(listed[place - 1])
        return Pointed(None, self._mine)

    def _by_name(self, mention: Mention, is_inside: bool) -> Pointed | None:
        mine = tuple(no for no in self._mine if no in mention.activities)
        if len(mine) == 1:
            return Pointed(mine[0], is_name=True)
        if mine:
            return Pointed(None, mine, is_name=True)
        if mention.weight < (2 * STRONG if is_inside else STRONG):
            return None
        if len(mention.activities) == 1:
            return Pointed(next(iter(mention.activities)), is_name=True)
        return None

    def _is_bare_reference(self, tokens: Tokens, at: int) -> bool:
        """Return whether a number without a word is an activity: "13 เสร็จแล้ว", "13, 14 เท่าเดิม", "... 14 45%"."""
        number = tokens[at].number
        whole = number.whole if number else None
        if whole is None or whole not in self._known or is_kind(tokens, at + 1, *UNITS):
            return False
        is_mine = whole in self._mine
        if is_mine and at + 1 < len(tokens) and heads_a_figure(tokens, at):
            return True
        before = word_before(tokens, at)
        if before is None or before.kind is Kind.LINE:
            return self._begins_report(tokens, at)
        if (
            before.kind is Kind.REMAINING
            and is_mine
            and is_kind(tokens, at + 1, Kind.YET, Kind.START, Kind.STOPPED)
        ):
            return True  # เหลือ 15 ยังไม่ประกาศ
        return self._is_reference_behind(tokens, at, before, is_mine)

    def _begins_report(self, tokens: Tokens, at: int) -> bool:
        """Return whether a number at the head of a line is an activity; not in a list: 1) กิจกรรมที่ 13."""
        if at + 2 < len(tokens) and tokens[at + 1].is_punct(").") and is_of_list(tokens, at, self._mine):
            return False
        if self._is_answer_number and not is_followed_by_report(tokens, at):
            return False
        return at + 1 < len(tokens) or not self._is_answer_number

    def _is_reference_behind(self, tokens: Tokens, at: int, before: Token, is_mine: bool) -> bool:
        if is_mine and (continues_list(tokens, at, self.point) or starts_anew(tokens, at)):
            return True
        if before.kind is Kind.NUMBER and tokens[at].spaced and is_kind(tokens, at + 1, *HEADS):
            return is_mine  # 13 54 14 ยังไม่เริ่ม
        if before.kind in (Kind.JOIN, Kind.NUMBER):
            return False
        if before.kind is Kind.WORK:
            is_of_before = at > 1 and tokens[at - 2].text == "ของ"  # 50% ของงาน 14 …
            return (
                is_mine
                and before.text in ("งาน", "หน้างาน", "ตัวงาน")
                and (is_of_before or is_kind(tokens, at + 1, *SAID_OF_ONE))
            )
        if before.kind is Kind.REMAINING and is_mine and any(self._found.values()):
            return is_kind(tokens, at + 1, *HEADS) and not is_kind(
                tokens, at + 1, Kind.MONEY
            )  # เหลือ 8 งาน 85%
        if before.kind is Kind.DONE and at + 1 >= len(tokens):
            return False
        if before.is_punct(":") and is_mine and tokens[at].spaced and is_kind(tokens, at + 1, *HEADS):
            return not is_kind(tokens, at - 2, *NEEDS_NUMBER, Kind.WORK)  # รายงานผล: 13 กำลังก่อสร้าง
        if is_mine and is_told_of_nothing(tokens, at):
            return True
        if is_mine and before.kind is Kind.MONEY and is_kind(tokens, at + 1, Kind.WENT, Kind.PAST):
            return is_kind(tokens, at + 2, Kind.AMOUNT, Kind.PERCENT)  # เบิก 13 ไป 5.5 ล้าน
        wants_number = before.kind in NEEDS_NUMBER or before.is_punct("=:") or before.text.endswith("วันที่")
        is_start = is_kind(tokens, at + 1, Kind.EARLIER) and not is_kind(
            tokens, at + 2, Kind.PERCENT, Kind.AMOUNT
        )
        return is_mine and not wants_number and not is_start  # แก้ 13 จาก 45%, but not จาก 45 เป็น 54
