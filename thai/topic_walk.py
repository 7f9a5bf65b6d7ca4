"""Walks the phrases of one activity from left to right and gives every number its topic.

A topic word holds until its number has come; marks such as "in total", "more", "from" wait for the next number.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from thai.future import future_of
from thai.quantity import FIGURES, Mark, Quantity, Topic
from thai.tokens import Kind, Token, Tokens, is_kind

_IN_MONEY = ("เป็นเงิน", "คิดเป็นเงิน", "เป็นจำนวนเงิน", "เป็นจำนวน", "เท่ากับ", "=")


@dataclass
class Walk:
    tokens: Tokens
    topic: Topic = Topic.NONE
    is_spent: bool = False
    is_firm: bool = True
    marks: set[Mark] = field(default_factory=set)
    found: list[Quantity] = field(default_factory=list)

    def run(self) -> list[Quantity]:
        is_future = future_of(self.tokens)
        for at, token in enumerate(self.tokens):
            if token.kind in FIGURES:
                self._number(at, token, is_future[at])
            elif step := _STEPS.get(token.kind):
                step(self, at, token)
        return self.found

    def _number(self, at: int, token: Token, is_future: bool) -> None:
        topic = self._topic_again(token) if self.is_spent else self.topic
        marks = set(self.marks)
        if is_future:
            marks.add(Mark.FUTURE)
        if is_kind(self.tokens, at - 1, Kind.PUNCT) and self.tokens[at - 1].text == "(" and self.found:
            marks.add(Mark.RESTATED)
        if Mark.RESTATED in marks and topic is Topic.NONE and self._last_topic() is Topic.MONEY:
            topic = Topic.MONEY
        self.found.append(Quantity(token, at, topic, marks, self._introduction(at)))
        self.marks.clear()
        self.is_spent = Mark.FROM not in marks and Mark.DROPPED not in marks

    def _last_topic(self) -> Topic | None:
        return self.found[-1].topic if self.found else None

    def _introduction(self, at: int) -> Token | None:
        """Return the word before a number, None where the topic is only hinted at (เริ่มไป 20)."""
        return self.tokens[at - 1] if at and self.is_firm else None

    def _topic_again(self, token: Token) -> Topic:
        """Return the topic of a number whose topic word already had one: only further instalments and totals keep it."""
        continues = self.marks & {Mark.TOTAL, Mark.INSTALMENT, Mark.EXTRA, Mark.MORE, Mark.BECOMES}
        if self.topic is Topic.MONEY and token.kind is not Kind.PERCENT and continues:
            return Topic.MONEY
        if self.topic is Topic.WORK and self.marks & {Mark.BECOMES, Mark.TOTAL}:
            return Topic.WORK
        return Topic.NONE

    def _set(self, topic: Topic, is_firm: bool = True) -> None:
        self.topic, self.is_spent, self.is_firm = topic, False, is_firm

    def money(self, at: int, token: Token) -> None:
        if is_kind(self.tokens, at - 1, Kind.REMAINING) and not token.spaced:
            return  # เหลือเงิน 3 ล้าน
        if token.spaced:
            self.marks.discard(Mark.MORE)  # the "more" of the sentence before
        self.marks.discard(Mark.REMAINING)
        if self.topic is not Topic.MONEY or self.is_spent:
            self.marks.discard(Mark.PAST)
        self._set(Topic.MONEY)
        if self._follows_month(at):
            self.marks.add(Mark.MONTH)
        if token.value == "cumulative":
            self.marks.add(Mark.NOUN)

    def _follows_month(self, at: int) -> bool:
        """Return whether a month was named just before: เดือนมีนาคมเบิก …, not ณ มีนาคม เบิก …"""
        day = self.tokens[at - 1].day if is_kind(self.tokens, at - 1, Kind.DATE) else None
        return day is not None and day.is_month and not is_kind(self.tokens, at - 2, Kind.AS_OF)

    def work(self, at: int, token: Token) -> None:
        self.marks &= {Mark.REMAINING, Mark.TOTAL, Mark.RESTATED} | (set() if token.spaced else {Mark.FROM})
        self._set(Topic.WORK)

    def doing(self, at: int, token: Token) -> None:
        if self.topic is not Topic.MONEY or self.is_spent:
            self.marks &= {Mark.REMAINING}
            self._set(Topic.WORK, is_firm=token.kind in (Kind.DO, Kind.GOING))

    def aside(self, at: int, token: Token) -> None:
        is_budget = token.kind in (Kind.BUDGET, Kind.CONTRACT)
        if is_budget and is_kind(self.tokens, at - 1, Kind.MONEY) and not token.spaced:
            return  # เบิกงบ, เบิกตามสัญญา
        if token.kind is Kind.TENDER and self.topic is Topic.MONEY and not self.is_spent:
            return
        self.marks.clear()
        self._set(Topic.ASIDE)

    def planned(self, at: int, token: Token) -> None:
        if token.value != "as planned":
            self._set(Topic.ASIDE)
        elif self.topic is not Topic.WORK or self.is_spent:
            self._set(Topic.NONE)
            self.marks.add(Mark.AS_PLANNED)

    def committed(self, at: int, token: Token) -> None:
        self.marks.clear()
        self._set(Topic.COMMITTED)

    def total(self, at: int, token: Token) -> None:
        last = self.found[-1] if self.found else None
        reach = 2 if token.spaced else 3
        if last and last.topic is Topic.MONEY and at - last.at <= reach and self._is_end(at + 1):
            last.marks.add(Mark.TOTAL)  # เบิก 8 แสน (สะสม)
            return
        self.marks = self.marks - {Mark.REMAINING} | {Mark.TOTAL}

    def extra(self, at: int, token: Token) -> None:
        last = self.found[-1] if self.found else None
        if last and last.at == at - 1 and last.topic is Topic.MONEY and self._is_end(at + 1):
            last.marks.add(Mark.EXTRA)  # เบิก 1.5 แสน เดือนนี้
        elif Mark.REMAINING not in self.marks:
            self.marks.add(Mark.MORE if token.kind is Kind.EXTRA else Mark.EXTRA)

    def _is_end(self, at: int) -> bool:
        return at >= len(self.tokens) or self.tokens[at].kind in (Kind.PUNCT, Kind.LINE)

    def instalment(self, at: int, token: Token) -> None:
        is_time = token.kind is Kind.NOISE and token.text.startswith("ครั้งที่")  # เบิกครั้งที่ 2
        if token.kind is Kind.INSTALMENT or (is_time and is_kind(self.tokens, at - 1, Kind.MONEY)):
            self.marks.add(Mark.INSTALMENT)

    def past(self, at: int, token: Token) -> None:
        last = self.found[-1] if self.found else None
        if last and last.at == at - 1:
            last.marks.add(Mark.PAST)
        elif self.topic is Topic.MONEY and not self.is_spent:
            self.marks.add(Mark.PAST)
        else:
            self.marks -= {Mark.EXTRA, Mark.MORE, Mark.INSTALMENT}

    def remaining(self, at: int, token: Token) -> None:
        self.marks = {Mark.REMAINING}
        if self.topic is Topic.MONEY:
            self._set(Topic.ASIDE)

    def equals(self, at: int, token: Token) -> None:
        if token.text.startswith(("คิดเป็น", "หรือ", "ตีเป็น")) and self.found:
            self.marks.add(Mark.RESTATED)
        restates = token.text in _IN_MONEY and self._last_topic() is Topic.MONEY
        if restates and self.found[-1].token.kind is not Kind.AMOUNT:
            self.topic, self.is_spent = Topic.MONEY, False
            self.marks = self.found[-1].marks - {Mark.RESTATED}

    def count(self, at: int, token: Token) -> None:
        self.marks.discard(Mark.REMAINING)

    def becomes(self, at: int, token: Token) -> None:
        self.marks = self.marks - {Mark.REMAINING} | {Mark.BECOMES}

    def earlier(self, at: int, token: Token) -> None:
        self.marks.add(Mark.FROM)

    def instead(self, at: int, token: Token) -> None:
        if token.value != "slip":
            if is_kind(self.tokens, at + 1, *FIGURES):
                self.marks.add(Mark.DROPPED)
        elif self.found and is_kind(self.tokens, at + 1, *FIGURES):
            last = self.found[-1]
            self.topic, self.is_spent, self.marks = last.topic, False, set(last.marks)
            last.marks.add(Mark.DROPPED)

    def went(self, at: int, token: Token) -> None:
        """13 ได้ 45: right after the activity's number it is the work that got so far."""
        is_first = at == 0 or is_kind(self.tokens, at - 1, Kind.NAME, Kind.REFERENCE, Kind.LINE)
        if token.text.endswith("ได้") and is_first and is_kind(self.tokens, at + 1, Kind.NUMBER):
            self._set(Topic.WORK)

    def line(self, at: int, token: Token) -> None:
        if self.is_spent or self.topic is Topic.NONE:
            self._set(Topic.NONE)
            self.marks.clear()


_Step = Callable[[Walk, int, Token], None]
_STEPS: dict[Kind, _Step] = {
    Kind.MONEY: Walk.money, Kind.WORK: Walk.work, Kind.DO: Walk.doing, Kind.DONE: Walk.doing, Kind.START: Walk.doing,
    Kind.GOING: Walk.doing, Kind.BUDGET: Walk.aside, Kind.CONTRACT: Walk.aside, Kind.AWAITING: Walk.aside,
    Kind.TENDER: Walk.aside, Kind.PLANNED: Walk.planned, Kind.COMMITTED: Walk.committed, Kind.TOTAL: Walk.total,
    Kind.EXTRA: Walk.extra, Kind.THIS_MONTH: Walk.extra, Kind.INSTALMENT: Walk.instalment, Kind.PAST: Walk.past,
    Kind.REMAINING: Walk.remaining, Kind.EQUALS: Walk.equals, Kind.BECOMES: Walk.becomes, Kind.EARLIER: Walk.earlier,
    Kind.INSTEAD: Walk.instead, Kind.LINE: Walk.line, Kind.COUNT: Walk.count,
    Kind.NOISE: Walk.instalment, Kind.WENT: Walk.went,
}  # fmt: skip
