"""Text that answers what the bot has just asked outside of reports: consent, a name, a telephone, an agency."""

from collections.abc import Callable

from cards.card import Card
from handlers import details, invite, join, leave_service
from handlers.case import asking, talk
from handlers.groups import is_group
from handlers.imports import desk as import_desk
from handlers.imports import gaps
from handlers.imports import typed as imports
from handlers.office import desk
from handlers.office import taps as office
from handlers.order import asked as order_asked
from handlers.papers import taps as papers
from handlers.posts import assign, hand_over, leave, leave_end
from handlers.turn import Turn
from models.dialogue import Dialogue

ANSWERS: dict[str, Callable[[Turn, Dialogue, str], list[Card] | None]] = {
    join.KIND: join.on_text,
    details.KIND: details.on_text,
    invite.KIND: invite.on_text,
    import_desk.KIND: imports.on_text,
    gaps.KIND: gaps.on_text,
    papers.KIND: papers.on_text,
    desk.KIND: office.on_text,
    asking.KIND: talk.on_text,
    **dict.fromkeys(order_asked.ANSWERS, order_asked.on_text),
    leave.KIND: leave.on_text,
    leave_end.KIND: leave_end.on_text,
    hand_over.KIND: hand_over.on_text,
    assign.KIND: assign.on_text,
    leave_service.KIND: leave_service.on_text,
}

# Questions that are asked again where the answer was not understood at all.
AGAIN: dict[str, Callable[[Turn, Dialogue], list[Card] | None]] = {
    invite.KIND: invite.ask_again,
    leave.KIND: leave.ask_again,
    hand_over.KIND: hand_over.ask_again,
}


def answer_asked(turn: Turn, dialogue: Dialogue | None, text: str) -> list[Card] | None:
    """Return what follows from the answer; None where nothing was asked, or `text` speaks of something else."""
    handler = ANSWERS.get(dialogue.kind) if dialogue else None
    if handler is None or dialogue is None or (is_group(turn) and dialogue.kind != desk.KIND):
        return None
    return handler(turn, dialogue, text)


def ask_again(turn: Turn, dialogue: Dialogue | None) -> list[Card] | None:
    """Return the question that is still open where the answer was not understood at all, else None."""
    again = AGAIN.get(dialogue.kind) if dialogue else None
    return again(turn, dialogue) if again and dialogue and not is_group(turn) else None
