"""Short conversations of a few questions: one question at a time, its buttons typed as well as tapped, its state kept."""

from collections.abc import Callable, Sequence
from typing import Any

from cards.card import Card, Choice, say
from cards.plain import shorten
from handlers.report.desk import KIND as REPORT
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import _
from models.dialogue import Dialogue, begin_dialogue, dialogue_with_token, keep_state, open_dialogue

Option = tuple[str, str, str]  # the button's label, what is typed instead, and what it does
State = dict[str, Any]
MOST_OPTIONS = 12  # LINE shows 13 quick replies, and the last one stops


def start(turn: Turn, kind: str, state: State) -> tuple[Dialogue, list[Card]]:
    """Begin a conversation; return it with what is to be said of a report that was open and is now put aside."""
    before = open_dialogue(turn.session, turn.person.id)
    aside = before is not None and before.kind == REPORT and before.state.get("items")
    remark = [say(_("The report you had begun was put aside and not stored."))] if aside else []
    return begin_dialogue(turn.session, turn.person.id, kind, state, turn.now), remark


def ask(turn: Turn, dialogue: Dialogue, state: State, asked: str, options: Sequence[Option]) -> list[Card]:
    """Ask with the options as buttons, a last one to stop; options without a button can still be typed."""
    stop = (_("Stop"), _("cancel"), "cancel")
    choices = offer(turn, dialogue, state, [*options[:MOST_OPTIONS], stop])
    return [say("\n".join([asked, *[f"• {each.text}" for each in choices[:-1]]]), *choices)]


def confirm(
    turn: Turn, dialogue: Dialogue, state: State, draw: Callable[[Choice, Choice], Card]
) -> list[Card]:
    """Show what is about to be done, with a button that does it and one that does not."""
    yes = (_("Confirm"), _("confirm"), "yes")
    no = (_("Cancel"), _("cancel"), "cancel")
    return [draw(*offer(turn, dialogue, state, [yes, no]))]


def offer(turn: Turn, dialogue: Dialogue, state: State, options: Sequence[Option]) -> list[Choice]:
    """Return the buttons of a question and keep the state with what typing their words does."""
    choices = [
        Choice(shorten(label, 20), typed[:300], f"d:{dialogue.token}:{data}")
        for label, typed, data in options
    ]
    kept = {key: value for key, value in state.items() if key != "offered"}
    offered = {typed_key(choice.text): choice.data for choice in choices}
    keep_state(dialogue, {**kept, "offered": offered}, turn.now)
    return choices


def open_one(turn: Turn, token: str) -> Dialogue | None:
    """Return the person's own conversation with this token while it is open, else None."""
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    return dialogue if dialogue is not None and dialogue.closed_at is None else None


def typed_button(dialogue: Dialogue, text: str) -> tuple[str, list[str]] | None:
    """Return verb and arguments of the button with these words, None where no such button is shown."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if not data:
        return None
    _mark, _token, verb, *arguments = data.split(":")
    return verb, arguments
