"""Everything that can be typed about posts; None where a message speaks of something else."""

from cards.card import Card
from handlers.groups import in_private, is_group
from handlers.posts import assign, hand_over, leave, leave_end
from handlers.posts.hand_over_end import cancel_waiting
from handlers.posts.holders import show_holders
from handlers.turn import Turn
from thai.staff import (
    is_about_posts,
    is_cancelled_hand_over,
    read_assignment,
    read_cancelled_leave,
    read_hand_over,
    read_holders_question,
    read_leave,
)


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Return the answer to a typed leave, hand-over, assignment or question about holders."""
    if is_group(turn):
        return [in_private()] if is_about_posts(text, turn.today) else None
    if (whose := read_cancelled_leave(text)) is not None:
        return leave_end.begin(turn, whose)
    if is_cancelled_hand_over(text):
        return cancel_waiting(turn)
    if (leaving := read_leave(text, turn.today)) is not None:
        return leave.begin(turn, leaving)
    if (handing := read_hand_over(text, turn.today)) is not None:
        return hand_over.begin(turn, handing)
    if (assigning := read_assignment(text)) is not None:
        return assign.begin(turn, assigning)
    if (no := read_holders_question(text)) is not None:
        return show_holders(turn, no)
    return None
