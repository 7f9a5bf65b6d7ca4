"""Text that answers what the bot has just asked outside of reports: consent, a name, a telephone, an agency."""

from collections.abc import Callable

from cards.card import Card
from handlers import details, invite, join
from handlers.groups import is_group
from handlers.turn import Turn
from models.dialogue import Dialogue

ANSWERS: dict[str, Callable[[Turn, Dialogue, str], list[Card] | None]] = {
    join.KIND: join.on_text,
    details.KIND: details.on_text,
    invite.KIND: invite.on_text,
}


def answer_asked(turn: Turn, dialogue: Dialogue | None, text: str) -> list[Card] | None:
    """Return what follows from the answer; None where nothing was asked, or `text` speaks of something else."""
    handler = ANSWERS.get(dialogue.kind) if dialogue else None
    if handler is None or dialogue is None or is_group(turn):
        return None
    return handler(turn, dialogue, text)


def ask_again(turn: Turn, dialogue: Dialogue | None) -> list[Card] | None:
    """Return the question that is still open where the answer was not understood at all, else None."""
    if dialogue is None or dialogue.kind != invite.KIND or is_group(turn):
        return None
    return invite.ask_again(turn, dialogue)
