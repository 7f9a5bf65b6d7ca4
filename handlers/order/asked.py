"""Text that answers what an order's own conversation asked; commands are commands also while it is open."""

from cards.card import Card
from handlers.order import owner, settle, sheet
from handlers.order.typed import is_typed_form
from handlers.turn import Turn
from models.dialogue import Dialogue
from thai.case_commands import read_case_command
from thai.commands import read_command
from thai.normalise import normalise

ANSWERS = {sheet.KIND: sheet.on_text, owner.KIND: owner.on_text, settle.KIND: settle.on_text}
TAPS = {sheet.KIND: sheet.tap, owner.KIND: owner.tap, settle.KIND: settle.tap}


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Return what follows from the answer, None where `text` is a command."""
    bare = normalise(text).clean
    is_button = bare.strip().casefold() in (dialogue.state.get("offered") or {})
    if is_command(turn, text) and not is_button:
        return None
    return ANSWERS[dialogue.kind](turn, dialogue, text)


def is_command(turn: Turn, text: str) -> bool:
    """Return whether a text is a command or a typed form, so that no open question takes it for its answer."""
    is_typed = is_typed_form(text) or read_command(normalise(text).clean) is not None
    return is_typed or bool(read_case_command(text, turn.today))
