"""A question before the office does something: what would happen, and buttons that do it once or not at all."""

from collections.abc import Callable, Sequence
from typing import Any

from cards.card import Card, Choice, say
from cards.notes import cancelled, old_button, refusal
from handlers.access import scope_of
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import _
from models.dialogue import (
    Dialogue,
    begin_dialogue,
    close_dialogue,
    dialogue_with_token,
    keep_state,
)
from rules.permissions import Action, Scope

KIND = "office"
CANCEL = "cancel"
Option = tuple[str, str, str]  # the button's label, what is typed instead, and what it does
Act = Callable[[Turn, Dialogue, str], list[Card]]


def may(turn: Turn, action: Action) -> bool:
    """Return whether this is the provincial office."""
    return scope_of(turn, action) is Scope.PROVINCE


def only_the_office() -> list[Card]:
    return [refusal(_("Only the provincial office can do that."))]


def propose(turn: Turn, what: str, facts: dict[str, Any], options: Sequence[Option]) -> tuple[Choice, ...]:
    """Open the question and return its buttons, the last of which does nothing; `facts` are remembered with it."""
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now)
    stop = (_("Do nothing"), _("cancel"), CANCEL)
    taps = tuple(
        Choice(label, typed, f"d:{dialogue.token}:{verb}") for label, typed, verb in [*options, stop]
    )
    offered = {typed_key(tap.text): tap.data for tap in taps}
    keep_state(dialogue, {"what": what, "facts": facts, "offered": offered}, turn.now)
    return taps


def answered(turn: Turn, acts: dict[str, Act], token: str, verb: str) -> list[Card]:
    """Do what the button says; a second tap does nothing."""
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None:
        return [old_button()]
    if dialogue.closed_at is not None:
        return [say(_("That was settled already. Nothing was done twice."))]
    close_dialogue(dialogue, verb, turn.now)
    if verb == CANCEL or dialogue.state.get("what") not in acts:
        return [cancelled()]
    return acts[dialogue.state["what"]](turn, dialogue, verb)


def facts_of(dialogue: Dialogue) -> dict[str, Any]:
    """Return what was remembered with the question."""
    found: dict[str, Any] = dialogue.state.get("facts", {})
    return found


def typed_button(dialogue: Dialogue, text: str) -> tuple[str, str] | None:
    """Return (token, verb) of the button with these words, or None."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if not data:
        return None
    _mark, token, verb = data.split(":")
    return token, verb
