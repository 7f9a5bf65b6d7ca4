"""Splits a message into what is said of each activity: by lines and by the words that point at one."""

from dataclasses import replace

from thai.reference_shapes import list_number, speaks_of_others
from thai.references import Pointed, References
from thai.respectively import dealt_out
from thai.segment import Segment, Split, assembled
from thai.tokens import Kind, Token, Tokens

_SHORTEST_NAME = 4  # letters of an unknown name
_LONGEST_TURN = 10  # tokens
_SHORT_JOINT = 2  # letters of a joint we do not know (กะ)
_SCOPES = {"activities": "all", "both": "both", "everything": "everything"}


def split(tokens: Tokens, references: References) -> Split:
    """Return the message cut into segments, each with whom it points at."""
    head = Segment()
    segments: list[Segment] = []
    current = head
    scope = dict.fromkeys(_SCOPES.values(), False)
    for at, token in enumerate(tokens):
        if speaks_of_others(tokens, at):
            current = _others(tokens, at, current, segments, references)
            continue
        is_of_list = token.value == "activities" and len(current.pointed) > 1  # 9 10 11 เบิกครบทุกอัน
        if token.kind is Kind.ALL and not is_of_list:
            scope[_SCOPES[token.value]] = True
        if current is not head and _turns_to_unknown(tokens, at, current, references):
            named = {no for segment in segments for pointer in segment.pointed for no in pointer.options}
            if len(named) < len(references.mine):
                current = Segment([Pointed(None, references.mine, is_name=True)])
                segments.append(current)
        pointed = None if token.kind is Kind.ALL else references.point(tokens, at)
        if pointed is None:
            current.add(list_number(tokens, at) or _unnamed(token))
        else:
            current = _turn_to(pointed, token, current, head, segments, references)
    everything = scope["everything"] and any(token.kind is Kind.SAME for token in tokens)
    segments = [
        segment for at, segment in enumerate(segments) if not _is_taken_up(segment, segments[at + 1 :])
    ]
    parts = assembled(head, segments, scope["all"] or everything, scope["both"])
    parts.segments = [one for segment in parts.segments for one in dealt_out(segment)]
    return parts


def _is_taken_up(segment: Segment, later: list[Segment]) -> bool:
    """Return whether a bare list is told of one by one later on: 17 กับ 19 ค่ะ ตัวแรกเสร็จแล้ว ตัวหลัง …"""
    taken = {no for one in later if len(one.pointed) == 1 for no in one.pointed[0].options}
    named = {no for one in segment.pointed for no in one.options}
    return len(segment.pointed) > 1 and not segment.has_content and named <= taken


def _turns_to_unknown(tokens: Tokens, at: int, current: Segment, references: References) -> bool:
    """Return whether something is told of a name we do not know: ส่วนบ้านนลาดงานได้ 66%, after another's 58%."""
    is_turn = tokens[at].kind is Kind.LINE or (
        tokens[at].kind is Kind.BUT and tokens[at].text.startswith("ส่วน")
    )
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        not is_turn
        or following is None
        or following.kind is not Kind.OTHER
        or len(following.text) < _SHORTEST_NAME
    ):
        return False
    kinds = set()
    for place in range(at + 2, min(at + 2 + _LONGEST_TURN, len(tokens))):
        if tokens[place].kind is Kind.LINE or references.point(tokens, place) is not None:
            break
        kinds.add(tokens[place].kind)
    tells_again = Kind.PERCENT in kinds and any(token.kind is Kind.PERCENT for token in current.tokens)
    is_state = tokens[at].kind is Kind.BUT and {Kind.YET, Kind.START} <= kinds
    return (tells_again and Kind.WORK in kinds) or (is_state and current.has_figures)


def _others(
    tokens: Tokens, at: int, current: Segment, segments: list[Segment], references: References
) -> Segment:
    """Return a segment for all of one's own that are not named: ส่วนอันอื่นยังไม่เริ่ม, อีกสองสายเท่าเดิม 13 งาน 54%."""
    token = tokens[at]
    named = {no for segment in segments for pointed in segment.pointed for no in pointed.options}
    if not named:
        later = [references.point(tokens, place) for place in range(at + 1, len(tokens))]
        named = {no for pointed in later if pointed is not None for no in pointed.options}
    rest = [Pointed(no) for no in references.mine if no not in named]
    if not named or not rest:
        current.add(replace(token, kind=Kind.OTHER))
        return current
    segments.append(Segment(rest, [replace(token, kind=Kind.NAME)]))
    return segments[-1]


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
    is_again = len(current.pointed) > 1 and pointed.no in {one.no for one in current.pointed}
    if not is_again and _lists_on(current, pointed):
        current.point(_up_to(current, pointed, references), token)
        references.listed = tuple(one.no for one in current.pointed if one.no is not None)
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
