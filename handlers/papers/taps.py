"""Buttons of papers, and what is typed while one is open; every tap is checked anew."""

from cards.card import Card
from cards.notes import old_button
from handlers.papers import keying, wording
from handlers.papers.menu import may_write
from handlers.report.desk import typed_key
from handlers.spoken import means
from handlers.turn import Turn
from i18n import LANGUAGES, _, speaking
from models.dialogue import Dialogue, close_dialogue, dialogue_with_token
from thai.commands import read_command

KIND = wording.KIND


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    """Do what a button of a paper's wording or of a keying sheet says."""
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None or dialogue.closed_at is not None or not may_write(turn):
        return [old_button()]
    found = keying.tap(turn, dialogue, verb, arguments) or wording.tap(turn, dialogue, verb, arguments)
    return found or [old_button()]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, the fields of a screen, or the new words of the section that is open."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        _mark, token, verb, *arguments = data.split(":")
        return tap(turn, token, verb, arguments)
    if wording.offer_of(turn, dialogue) is None or not may_write(turn) or read_command(text) is not None:
        close_dialogue(dialogue, "left", turn.now)
        return None
    if _is_command(text):
        return None
    # Where nothing was asked the text speaks of something else, and the buttons stay open beside it.
    return keying.on_text(turn, dialogue, text) or wording.on_text(turn, dialogue, text)


def _is_command(text: str) -> bool:
    """Return whether a text is one of the bot's own commands, which nobody means as the words of a paper."""
    from handlers.own_commands import COMMANDS  # it knows all handlers, us among them

    if any(means(text, word) for word, _handler in COMMANDS):
        return True
    first = typed_key(text).partition(" ")[0]
    return any(_in(language, first) for language in LANGUAGES) and "\n" not in text.strip()


def _in(language: str, first: str) -> bool:
    with speaking(language):
        return first in (typed_key(_("documents")), typed_key(_("origin")))
