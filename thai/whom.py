"""Decides whom a part of a message is about: those it names, both, the one in focus, the only one still open."""

from thai.message import Message
from thai.reading import Context
from thai.references import Pointed
from thai.segment import Segment
from thai.tokens import Kind
from thai.verdict import focus_of

_COUNTED = {2: ("สอง", "2", "คู่", "both"), 3: ("สาม", "3"), 4: ("สี่", "4"), 5: ("ห้า", "5")}


def whom(segment: Segment, message: Message) -> list[Pointed]:
    """Return the activities a segment is about; one without a number where it must be asked."""
    context = message.context
    if segment.pointed:
        return [one for pointed in segment.pointed for one in _narrowed(pointed, context, message)]
    mine = tuple(one.no for one in context.assigned)
    if message.split.both and _is_counted(message, len(mine)):
        return [Pointed(no) for no in mine]
    focus = focus_of(context)
    if focus is not None:
        return [Pointed(focus)]
    still_open = tuple(one.no for one in context.open_activities())
    for only in (mine, still_open):
        if len(only) == 1:
            return [Pointed(only[0])]
    return [Pointed(None, still_open or mine)]


def _narrowed(pointed: Pointed, context: Context, message: Message) -> list[Pointed]:
    """Return all of several candidates for "both", else the one in focus or alone still open."""
    if pointed.no is not None or not pointed.candidates:
        return [pointed]
    if message.split.both and _is_counted(message, len(pointed.candidates)):
        return [Pointed(no) for no in pointed.candidates]
    if focus_of(context) in pointed.candidates:
        return [Pointed(focus_of(context))]
    still_open = [one.no for one in context.open_activities() if one.no in pointed.candidates]
    return [Pointed(still_open[0])] if len(still_open) == 1 else [pointed]


def _is_counted(message: Message, count: int) -> bool:
    said = " ".join(token.text for token in message.tokens if token.kind is Kind.ALL)
    return any(word in said for word in _COUNTED.get(count, ()))
