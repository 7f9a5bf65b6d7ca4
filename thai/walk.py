"""Walks the phrases of one activity from left to right and gives every number its topic.

A topic word holds until its number has come; marks such as "in total", "more", "from" wait for the next number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from thai.future import future_of
from thai.quantity import FIGURES, Mark, Quantity, Topic
from thai.tokens import Kind, Token, Tokens, before, is_kind

_LOST = ("ตาย", "พัง", "เสียหาย", "หาย", "ล้ม", "ชำรุด", "จม", "ท่วม", "แห้ง", "ลาออก", "ไม่มา", "ขาดเรียน")
_NEAR = 4  # tokens
_PARTS = (
    "ฝั่ง", "ช่วง", "จุด", "แปลง", "ตอม่อ", "เข็ม", "ดิน", "ลูกรัง", "หินคลุก", "ผิวทาง", "ไหล่ทาง", "ฐานราก", "คาน", "เสา",
    "หลังคา", "ป้าย", "ท่อ", "ราว",
    "คันทาง", "เหล็ก", "กำแพง", "พื้นทาง", "บาง", "ด้านซ้าย", "ด้านขวา", "ยาง",
)  # fmt: skip


@dataclass
class Walk:
    tokens: Tokens
    topic: Topic = Topic.NONE
    is_spent: bool = False
    is_firm: bool = True
    marks: set[Mark] = field(default_factory=set)
    found: list[Quantity] = field(default_factory=list)

    def run(self, steps: "Mapping[Kind, Step]") -> list[Quantity]:
        """Return the numbers; `steps` tells what the other words mean for the numbers after them."""
        is_future = future_of(self.tokens)
        for at, token in enumerate(self.tokens):
            if token.kind in FIGURES:
                self._number(at, token, is_future[at])
            elif self._is_topic_in_brackets(at):
                self.found[-1].topic = Topic.WORK if token.kind is Kind.WORK else Topic.MONEY
                self.set_topic(Topic.NONE)
            elif step := steps.get(token.kind):
                step(self, at, token)
        return self.found

    def _number(self, at: int, token: Token, is_future: bool) -> None:
        topic = self._topic_again(at, token) if self.is_spent else self.topic
        marks = set(self.marks)
        if self._is_added(at):
            marks.add(Mark.MORE)
        if is_future:
            marks.add(Mark.FUTURE)
        if self._is_left_out(at):
            marks.add(Mark.DROPPED)
        if is_kind(self.tokens, at - 1, Kind.OTHER) and self.tokens[at - 1].text.startswith(_PARTS):
            marks.add(Mark.PART)
        if token.kind is Kind.FRACTION and topic is Topic.NONE and self._is_lost(at):
            marks.add(Mark.DROPPED)
        if is_kind(self.tokens, at - 1, Kind.PUNCT) and self.tokens[at - 1].text == "(" and self.found:
            marks.add(Mark.RESTATED)
        if Mark.RESTATED in marks and topic is Topic.NONE and self.last_topic() in (Topic.MONEY, Topic.ASIDE):
            topic = self.found[-1].topic
        if Mark.REMAINING in marks and self._tells_what_remains(at):
            token = replace(token, number=replace(token.number, is_exact=False) if token.number else None)
        self.found.append(Quantity(token, at, topic, marks, self._introduction(at), self._is_of_unknown(at)))
        self.marks.clear()
        self.is_spent = Mark.FROM not in marks and Mark.DROPPED not in marks

    def _is_topic_in_brackets(self, at: int) -> bool:
        """Return whether it only tells what the figure right before is of: 54% (งาน) 41% (เงิน)."""
        is_inside = (
            self.tokens[at - 1].is_punct("(")
            and at + 1 < len(self.tokens)
            and self.tokens[at + 1].is_punct(")")
        )
        is_topic = self.tokens[at].kind in (Kind.WORK, Kind.MONEY) and bool(self.found)
        return is_inside and is_topic and self.found[-1].at == at - 2 and self.found[-1].topic is Topic.NONE

    def _is_left_out(self, at: int) -> bool:
        """Return whether it is said not to be counted in: ไม่รวมงานเพิ่ม 3%, ยังไม่รวม vat 4 แสน."""
        for place in range(at - 1, max(0, at - 1 - _NEAR), -1):
            token = self.tokens[place]
            if token.kind in FIGURES or token.kind is Kind.LINE or (token.spaced and place < at - 2):
                return False
            if token.kind is Kind.TOTAL and is_kind(self.tokens, place - 1, Kind.NOT, Kind.YET):
                return True
        return False

    def _is_lost(self, at: int) -> bool:
        """Return whether it is a share of what was lost, not of the work: กล้าไม้ตายไปครึ่งนึง."""
        return any(word in token.text for token in self.tokens[max(0, at - 3) : at] for word in _LOST)

    def _is_of_unknown(self, at: int) -> bool:
        """Return whether a plain number behind a verb counts something we do not know: จัดไปแล้ว 2 รุนจาก 4 รุ่น."""
        is_behind_verb = is_kind(self.tokens, at - 1, Kind.PAST, Kind.WENT, Kind.DO, Kind.START)
        return is_behind_verb and is_kind(self.tokens, at + 1, Kind.OTHER)

    def last_topic(self) -> Topic | None:
        return self.found[-1].topic if self.found else None

    def _introduction(self, at: int) -> Token | None:
        """Return the word before a number, None where the topic is only hinted at (เริ่มไป 20)."""
        if is_kind(self.tokens, at - 1, Kind.DONE) and is_kind(self.tokens, at - 2, Kind.WORK):
            return self.tokens[at - 2]  # งานเสร็จ 90
        return self.tokens[at - 1] if at and self.is_firm else None

    def _topic_again(self, at: int, token: Token) -> Topic:
        """Return the topic of a number whose topic word already had one: only further instalments and totals keep it."""
        continues = self.marks & {Mark.TOTAL, Mark.INSTALMENT, Mark.EXTRA, Mark.MORE, Mark.BECOMES}
        if self.topic is Topic.MONEY and token.kind is not Kind.PERCENT and continues:
            return Topic.MONEY
        if self.topic is Topic.MONEY and self._is_amount_of_share(at, token):
            self.marks |= self.found[-1].marks
            return Topic.MONEY
        if self.topic is Topic.WORK and self.marks & {Mark.BECOMES, Mark.TOTAL}:
            return Topic.WORK
        return Topic.NONE

    def _is_amount_of_share(self, at: int, token: Token) -> bool:
        """Return whether the amount follows its share of the budget: เบิก 15% แล้ว 2,250,000 บาท."""
        share = self.found[-1]
        return (
            token.kind is Kind.AMOUNT
            and share.token.kind in (Kind.PERCENT, Kind.FRACTION)
            and share.topic is Topic.MONEY
            and at - share.at <= 3
        )

    def _tells_what_remains(self, at: int) -> bool:
        """Return whether words between leave it open what the number is: เหลือตีเส้น 98%."""
        if self.tokens[at].kind is not Kind.PERCENT:
            return False
        for token in before(self.tokens, at):
            if token.kind is Kind.REMAINING:
                return False
            if token.kind in (Kind.OTHER, Kind.DO, Kind.PREFIX) and len(token.text) > 2:
                return True
        return False

    def _is_added(self, at: int) -> bool:
        """Return whether a plus stands before the number, and no number before that: งาน +9%."""
        return at > 0 and self.tokens[at - 1].is_punct("+") and not is_kind(self.tokens, at - 2, *FIGURES)

    def set_topic(self, topic: Topic, is_firm: bool = True) -> None:
        self.topic, self.is_spent, self.is_firm = topic, False, is_firm


Step = Callable[[Walk, int, Token], None]
