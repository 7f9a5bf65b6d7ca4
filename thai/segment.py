"""What is said of one activity, and how the segments of a message share what is said of all."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from thai.references import Pointed
from thai.tokens import Kind, Token, Tokens

_CONTENT = {
    Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.NUMBER, Kind.DONE, Kind.GOING, Kind.STOPPED, Kind.TENDER, Kind.START,
    Kind.DO, Kind.PROBLEM, Kind.CAUSE, Kind.SAME, Kind.MONEY, Kind.FULL, Kind.ACCEPTED, Kind.WORK, Kind.CANCEL, Kind.YET,
}  # fmt: skip
_IDLE = {Kind.NAME, Kind.REFERENCE, Kind.PUNCT, Kind.LINE, Kind.JOIN, Kind.NOISE}
_NUMBERS = {Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.NUMBER, Kind.COUNT}
_TOPICS = (Kind.WORK, Kind.MONEY, Kind.TOTAL)
_OF_ALL = {Kind.TOTAL, Kind.BUDGET, Kind.CONTRACT, Kind.PLANNED, Kind.ALL, Kind.WILL, Kind.EARLIER}
_FIGURES = {Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION}


@dataclass
class Segment:
    """What is said of the activities that `pointed` names; none where the message names none.

    `since` counts the tokens since the last pointer; `has_content` tells whether anything was said yet.
    """

    pointed: list[Pointed] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    since: int = 0
    has_content: bool = False

    def add(self, token: Token) -> None:
        self.tokens.append(token)
        self.since += 1
        self.has_content = self.has_content or token.kind in _CONTENT or token.text == "ยัง"

    def point(self, pointed: list[Pointed], token: Token) -> None:
        """Add pointers, and their token as a joint."""
        self.pointed += pointed
        self.tokens.append(Token(Kind.JOIN, token.start, token.end, token.text))
        self.since = 0

    @property
    def is_meant(self) -> bool:
        """Return whether something was said of it, or its number was given."""
        return self.has_content or any(one.no is not None and not one.is_name for one in self.pointed)

    @property
    def last_words(self) -> list[Token]:
        return self.tokens[len(self.tokens) - self.since :]

    @property
    def has_figures(self) -> bool:
        return any(token.kind in _FIGURES for token in self.tokens)


@dataclass
class Split:
    """`shared` is said of all activities: a date or heading before the first, "ไม่มีปัญหาทั้งคู่" after the last."""

    segments: list[Segment]
    shared: Tokens = ()
    all_mine: bool = False
    both: bool = False


def assembled(head: Segment, segments: list[Segment], all_mine: bool, both: bool) -> Split:
    """Return the split: with a single segment the head is its own, with several it is said of all of them."""
    if not segments:
        return Split([head], (), all_mine, both)
    if len(segments) == 1:
        segments[0].tokens = [*head.tokens, *segments[0].tokens]
        return Split(segments, (), all_mine, both)
    if head.has_figures and not segments[-1].has_content:
        _shift_back(head, segments)
        return Split(segments, (), all_mine, both)
    if _is_of_somebody(head, segments):
        segments = [head, *segments]  # whose it is must be asked, nothing is dropped in silence
    _hand_on_the_topic(segments)
    shared = [token for token in head.tokens if token.kind not in _NUMBERS]
    if both or all_mine:
        _add_clause_of_both(segments)
    shared += _topic_in_brackets(segments[-1]) or _topic_at_end(segments)
    return Split(segments, tuple(shared), all_mine, both)


def _hand_on_the_topic(segments: list[Segment]) -> None:
    """Give a lone figure the topic of the one before: 13 งาน 50% 14 40% 15 5%."""
    for before, segment in pairwise(segments):
        topics = [token for token in before.tokens if token.kind in _TOPICS]
        figures = [token.kind for token in before.tokens if token.kind in _NUMBERS]
        own = [token.kind for token in segment.tokens if token.kind not in _IDLE]
        is_lone = len(own) == 1 and own[0] in (Kind.PERCENT, Kind.NUMBER) and own == figures
        if is_lone and len(topics) == 1 and topics[0].kind is Kind.WORK:
            at = next(at for at, token in enumerate(segment.tokens) if token.kind is own[0])
            segment.tokens.insert(at, topics[0])
            segment.has_content = True


def _is_of_somebody(head: Segment, segments: list[Segment]) -> bool:
    """Return whether a figure before the first activity is one's own, not the sum of all: 45% … 13 เบิก 2 ล้าน 14 …"""
    figures = [token for token in head.tokens if token.kind in _FIGURES and token.number]
    if not figures or any(token.kind in _OF_ALL for token in head.tokens):
        return False
    amounts = [
        token.number.value
        for segment in segments
        for token in segment.tokens
        if token.kind is Kind.AMOUNT and token.number
    ]
    is_sum = any(token.number and token.number.value == sum(amounts) for token in figures)
    return not is_sum


def _shift_back(head: Segment, segments: list[Segment]) -> None:
    """Give each activity what was said before it: "45% สาย 13, 60% สาย 14"."""
    contents = [head.tokens, *(segment.tokens for segment in segments[:-1])]
    for segment, tokens in zip(segments, contents, strict=True):
        segment.tokens = [token for token in tokens if token.kind is not Kind.NAME]


def _add_clause_of_both(segments: list[Segment]) -> None:
    """Add what is said of all at the end (เบิกเท่าเดิมทั้งคู่) to the others, as a line of its own behind their figures."""
    clause = _blurred_figure_of_both(segments[-1]) or _clause_of_both(segments[-1])
    for segment in segments[:-1] if clause else ():
        at = segment.tokens[-1].end if segment.tokens else 0
        segment.tokens = [*segment.tokens, Token(Kind.LINE, at, at, ""), *clause]
        segment.has_content = True


def _blurred_figure_of_both(last: Segment) -> list[Token]:
    """Return the clause of เบิกเพิ่มทั้งคู่ 5 แสน, its figure no longer exact: it is not known how much of it is whose."""
    at = next((at for at, token in enumerate(last.tokens[:-1]) if token.kind is Kind.ALL), None)
    figure = last.tokens[at + 1] if at is not None else None
    if at is None or figure is None or figure.kind not in _FIGURES or figure.number is None:
        return []
    if figure.kind is Kind.AMOUNT:
        figure = replace(figure, number=replace(figure.number, is_exact=False))
    last.tokens[at + 1] = figure
    start = at
    while start > 0 and not last.tokens[start].spaced:
        start -= 1
    return last.tokens[start : at + 2]


def _clause_of_both(last: Segment) -> list[Token]:
    """Return the clause that holds ทั้งคู่ / ทั้งสอง: it is said of every activity."""
    place = next((at for at, token in enumerate(last.tokens) if token.kind is Kind.ALL), None)
    if place is None:
        return []
    start = place
    while start > 0 and not last.tokens[start].spaced:
        start -= 1
    clause = last.tokens[start : place + 1]
    return clause if not any(token.kind in _FIGURES for token in clause) else []


def _topic_at_end(segments: list[Segment]) -> list[Token]:
    """Return what all figures are of where it is said right after the last of them only: 13=48% 14=29% ผลงาน."""
    *others, last = segments
    if any(token.kind in _TOPICS for one in others for token in one.tokens):
        return []
    figures = [at for at, token in enumerate(last.tokens) if token.kind in _NUMBERS]
    at = figures[0] + 1 if len(figures) == 1 else len(last.tokens)
    rest = last.tokens[at:]
    is_topic = (
        bool(rest) and rest[0].kind is Kind.WORK and not any(one.kind in _TOPICS for one in last.tokens[:at])
    )
    return [rest[0]] if is_topic and (len(rest) == 1 or rest[1].spaced) else []


def _topic_in_brackets(last: Segment) -> list[Token]:
    """Return a topic named once at the end for all: 13=60% 14=45% (ผลงาน)."""
    tail = last.tokens[-4:]
    start = next((at for at, token in enumerate(tail) if token.is_punct("(")), len(tail))
    inside = tail[start + 1 : -1]
    is_topic = bool(inside) and tail[-1].is_punct(")")
    return inside if is_topic and all(token.kind in _TOPICS for token in inside) else []
