"""Short answers in plain words: refusals, old buttons, things already said."""

from collections.abc import Sequence

from cards import commands
from cards.card import Card, Choice, say
from cards.look.colours import AMBER, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import note
from cards.plain import twin
from i18n import _


def refusal(text: str, *choices: Choice) -> Card:
    """Return why something cannot be done, with what can be done instead."""
    return say(twin([text], choices), *choices)


def old_button() -> Card:
    """Return the answer to a button of an earlier conversation; nothing was done."""
    text = _("That button is from an earlier conversation, so nothing was done. To begin again, type: {word}")
    return say(text.format(word=commands.report().text), commands.report(), commands.owed())


def said_already() -> Card:
    """Return the answer to a confirmation that has been given before; nothing was stored twice."""
    text = _("This has been stored already. Nothing was stored twice. To see it, type: {word}")
    return say(text.format(word=commands.history().text), commands.history(), commands.status())


def nothing_to_cancel() -> Card:
    return say(_("There is nothing to cancel."), commands.report(), commands.help_me())


def cancelled() -> Card:
    return say(_("Cancelled. Nothing was stored."), commands.report(), commands.help_me())


def not_understood() -> Card:
    text = _("I did not understand that. To see what you can type, type: {word}")
    return say(
        text.format(word=commands.help_me().text), commands.help_me(), commands.report(), commands.status()
    )


def check(title: str, questions: Sequence[str], main: Choice | None, *others: Choice) -> Card:
    """Return doubts that must be settled before anything can be shown for confirmation."""
    asked = "\n".join(f"• {question}" for question in questions[:8])
    choices = [choice for choice in (main, *others) if choice]
    return Card(
        alt=title,
        text=twin([title, *[f"• {question}" for question in questions]], choices),
        contents=bubble(
            Kind.ASK, title, note(asked, AMBER, _("Please check")), foot=buttons(Kind.ASK, main, *others)
        ),
    )
