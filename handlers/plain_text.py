"""ข้อความล้วน: answers as plain text instead of cards, for those who read LINE on a PC or aloud."""

from cards import commands
from cards.card import Card, say
from handlers.turn import Turn
from i18n import _


def begin(turn: Turn) -> list[Card]:
    """Answer in plain words from now on."""
    turn.person.prefers_text = True
    said = _("From now on I answer in plain text. For cards again, type: {word}").format(word=_("cards"))
    return [say(said, commands.report(), commands.status(), commands.help_me())]


def end(turn: Turn) -> list[Card]:
    """Answer with cards again."""
    turn.person.prefers_text = False
    said = _("From now on I answer with cards. For plain text, type: {word}").format(word=_("plain text"))
    return [say(said, commands.report(), commands.status(), commands.help_me())]
