"""The buttons of the office's questions, by tap and by typing; and its commands with words of one's own."""

from collections.abc import Callable

from cards.card import Card
from handlers.groups import is_group
from handlers.office import announce, calendar, group_summary, heard, remind, settings
from handlers.office.desk import Act, answered, typed_button
from handlers.office.said import rest_after
from handlers.turn import Turn
from i18n import _
from models.dialogue import Dialogue
from thai.addressed import said_to_bot

ACTS: dict[str, Act] = {
    remind.WHAT: remind.act,
    calendar.WHAT: calendar.act,
    settings.WHAT: settings.act,
    announce.WHAT: announce.act,
    announce.AGAIN: announce.act_again,
    group_summary.WHAT: group_summary.act,
}


def _announce() -> str:
    return _("announce")


def _calendar() -> str:
    return _("calendar")


def _settings() -> str:
    return _("settings")


# What begins a command that goes on in words of one's own; ประกาศ must end, for it also begins talk of tenders.
BEGINNINGS: tuple[Callable[[], str], ...] = (
    _calendar,
    _settings,
    lambda: _("read announcement"),
    lambda: _("summary in this group"),
    lambda: _("no summary in this group"),
)


def tap(turn: Turn, token: str, verb: str, _arguments: list[str]) -> list[Card]:
    return answered(turn, ACTS, token, verb)


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button; None where the text speaks of something else, or is said before others."""
    if is_group(turn) and dialogue.state.get("what") != group_summary.WHAT:
        return None
    found = typed_button(dialogue, text)
    return answered(turn, ACTS, *found) if found else None


def is_about_office(text: str) -> bool:
    """Return whether `text` begins like one of these commands, whoever types it."""
    said = said_to_bot(text) or text
    begins = rest_after(said, *BEGINNINGS) is not None
    return begins or rest_after(said, _announce, must_end=True) is not None


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Answer a command of the office with words behind it, or somebody's answer to an announcement; else None."""
    if (words := rest_after(text, _announce, must_end=True)) is not None:
        return announce.typed(turn, words)
    if words := rest_after(text, _calendar):
        return calendar.change(turn, words)
    if words := rest_after(text, _settings):
        return settings.change(turn, words)
    return heard.typed(turn, text)
