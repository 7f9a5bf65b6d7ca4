"""Splits a message into what is said of each activity: by lines and by the words that point at one."""

from dataclasses import dataclass, field, replace

from thai.references import Pointed, References
from thai.tokens import Kind, Token, Tokens

_CONTENT = {
    Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.NUMBER, Kind.DONE, Kind.GOING, Kind.STOPPED, Kind.TENDER, Kind.START,
    Kind.DO, Kind.PROBLEM, Kind.CAUSE, Kind.SAME, Kind.MONEY, Kind.FULL, Kind.ACCEPTED, Kind.WORK, Kind.CANCEL, Kind.YET,
}  # fmt: skip
_NUMBERS = {Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.NUMBER, Kind.COUNT}
_TOPICS = (Kind.WORK, Kind.MONEY, Kind.TOTAL)
_SHORT_JOINT = 2  # letters of a joint we do not know (กะ)
_SCOPES = {"activities": "all", "both": "both", "everything": "everything"}
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


def split(tokens: Tokens, references: References) -> Split:
    """Return the message cut into segments, each with whom it points at."""
    head = Segment()
    segments: list[Segment] = []
    current = head
    scope = dict.fromkeys(_SCOPES.values(), False)
    for at, token in enumerate(tokens):
        if token.kind is Kind.ALL:
            scope[_SCOPES[token.value]] = True
        pointed = None if token.kind is Kind.ALL else references.point(tokens, at)
        if pointed is None:
            current.add(_unnamed(token))
        else:
            current = _turn_to(pointed, token, current, head, segments, references)
    everything = scope["everything"] and any(token.kind is Kind.SAME for token in tokens)
    return _assembled(head, segments, scope["all"] or everything, scope["both"])


def _unnamed(token: Token) -> Token:
    """A name that points at nobody here is a word like others."""
    return replace(token, kind=Kind.OTHER) if token.kind is Kind.NAME else token


def _turn_to(
    pointed: Pointed,
    token: Token,
    current: Segment,
    head: Segment,
    segments: list[Segment],
    references: References,
) -> Segment:
    """Return the segment that goes on after a pointing token: the same, one with a longer list, or a new one."""
    if current is not head and _goes_on(pointed, token, current, references):
        return current
    again = next(
        (one for one in segments if len(one.pointed) == 1 and one.pointed[0].options == pointed.options), None
    )
    if again is not None and pointed.no is not None:
        again.add(Token(Kind.LINE, token.start, token.start, ""))
        return again
    segments.append(
        Segment([pointed], [Token(Kind.NAME, token.start, token.end, token.text, spaced=token.spaced)])
    )
    return segments[-1]


def _goes_on(pointed: Pointed, token: Token, current: Segment, references: References) -> bool:
    """Take the pointer into the current segment where it narrows, repeats or lengthens its own; return whether."""
    is_alone = not current.has_content and len(current.pointed) == 1
    if pointed.is_name and is_alone and not current.pointed[0].is_name:
        _name_after_number(current, pointed, references)
        return True
    if _is_same(current, pointed):
        current.add(Token(Kind.NOISE, token.start, token.end, token.text, spaced=token.spaced))
        return True
    if _lists_on(current, pointed):
        current.point(_up_to(current, pointed, references), token)
        return True
    return False


def _name_after_number(current: Segment, pointed: Pointed, references: References) -> None:
    """Reconcile "13 ห้วยสีตอ": the name narrows; a list number gives way to it; two of my own contradict each other."""
    number = current.pointed[0]
    if set(number.options) & set(pointed.options):
        return
    if number.no is None or not references.is_mine(number.no):
        current.pointed[0] = pointed
    elif any(references.is_mine(no) for no in pointed.options):
        current.pointed[0] = Pointed(None, (*number.options, *pointed.options))


def _is_same(current: Segment, pointed: Pointed) -> bool:
    """Return whether the pointer repeats or narrows the one before it (13 ห้วยสีตอ; เขื่อน … บ้านลาด)."""
    last = current.pointed[-1]
    if len(current.pointed) > 1:
        return False
    if set(last.options) & set(pointed.options):
        narrower = last if len(last.options) <= len(pointed.options) else pointed
        current.pointed[-1] = narrower
        return True
    return False


def _lists_on(current: Segment, pointed: Pointed) -> bool:
    """Return whether nothing but joints was said since the last pointer: 13 กับ 15 …, 13 14 15 …"""
    rest = current.last_words
    if not rest:
        return not pointed.is_name and not current.pointed[-1].is_name
    return all(_is_joint(token) for token in rest)


def _is_joint(token: Token) -> bool:
    if token.kind in (Kind.JOIN, Kind.NOISE) or token.is_punct(",-&+/"):
        return True
    return _is_until(token) or (token.kind is Kind.OTHER and len(token.text) <= _SHORT_JOINT)


def _is_until(token: Token) -> bool:
    return token.is_punct("-") or token.text == "ถึง"


def _up_to(current: Segment, pointed: Pointed, references: References) -> list[Pointed]:
    """Return the pointers to add: all up to the last of 13-15 where they are one's own, else just this one."""
    first, last = current.pointed[-1].no, pointed.no
    if (
        first is None
        or last is None
        or not (current.since and _is_until(current.tokens[-1]))
        or first >= last
    ):
        return [pointed]
    between = [no for no in range(first + 1, last + 1) if references.is_mine(no)]
    return [Pointed(no) for no in between] or [pointed]


def _assembled(head: Segment, segments: list[Segment], all_mine: bool, both: bool) -> Split:
    if not segments:
        return Split([head], (), all_mine, both)
    if len(segments) == 1:
        segments[0].tokens = [*head.tokens, *segments[0].tokens]
        return Split(segments, (), all_mine, both)
    if head.has_figures and not segments[-1].has_content:
        _shift_back(head, segments)
        return Split(segments, (), all_mine, both)
    shared = [token for token in head.tokens if token.kind not in _NUMBERS]
    if both:
        shared += _clause_of_both(segments[-1])
    if trailing := _topic_in_brackets(segments[-1]):
        shared += trailing
    return Split(segments, tuple(shared), all_mine, both)


def _shift_back(head: Segment, segments: list[Segment]) -> None:
    """Give each activity what was said before it: "45% สาย 13, 60% สาย 14"."""
    contents = [head.tokens, *(segment.tokens for segment in segments[:-1])]
    for segment, tokens in zip(segments, contents, strict=True):
        segment.tokens = [token for token in tokens if token.kind is not Kind.NAME]


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


def _topic_in_brackets(last: Segment) -> list[Token]:
    """Return a topic named once at the end for all: 13=60% 14=45% (ผลงาน)."""
    tail = last.tokens[-4:]
    start = next((at for at, token in enumerate(tail) if token.is_punct("(")), len(tail))
    inside = tail[start + 1 : -1]
    is_topic = bool(inside) and tail[-1].is_punct(")")
    return inside if is_topic and all(token.kind in _TOPICS for token in inside) else []
