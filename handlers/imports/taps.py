"""What each button of an import does. Nothing is stored before the button of the card that is now shown."""

from collections.abc import Callable

from cards.card import Card, say
from cards.notes import cancelled, old_button, refusal, said_already
from documents.people_list import PeopleReading
from documents.plan_changes import ChangesReading
from documents.plan_reading import PlanReading
from documents.refusals import PlanFileRefused
from handlers.access import scope_of
from handlers.imports.changes import store_changes
from handlers.imports.choose import ask_day, ask_year, back, set_day, set_hidden, set_kind, set_year
from handlers.imports.desk import KIND, ImportDesk
from handlers.imports.explain import column, columns, field
from handlers.imports.matching import ask_on, later, match
from handlers.imports.people import store_people
from handlers.imports.plan import store_plan
from handlers.imports.show import show
from handlers.imports.treasury import outcome_lines, store_treasury
from handlers.turn import Turn
from i18n import _
from models.dialogue import Dialogue, close_dialogue, dialogue_with_token
from rules.permissions import Action, Scope


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    """Do what a button says; one of an ended conversation changes nothing."""
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None or dialogue.kind != KIND:
        return [old_button()]
    if dialogue.closed_at is not None:
        return [said_already()] if verb == "store" and dialogue.outcome == "stored" else [old_button()]
    if scope_of(turn, Action.IMPORT_PLAN) is not Scope.PROVINCE:
        return [old_button()]
    desk = open_desk(turn, dialogue)
    try:
        return VERBS[verb](desk, *arguments)
    except PlanFileRefused as refused:
        return [refusal(refused.reason)]
    except (KeyError, TypeError, ValueError):
        return show(desk)  # a forged or outdated button: show where we are, change nothing


def open_desk(turn: Turn, dialogue: Dialogue) -> ImportDesk:
    """Sit down at an import that goes on."""
    return ImportDesk(turn, dialogue, dict(dialogue.state))


def store(desk: ImportDesk, serial: str, clear_only: str) -> list[Card]:
    """Store what the card showed; an earlier card shows the present state instead."""
    is_blind = bool(desk.turn.message) and desk.turn.sent_at < desk.dialogue.touched_at
    if is_blind or int(serial) != desk.state["serial"]:
        return show(desk)
    return _store(desk, clear_only=clear_only == "1") or show(desk)


def _store(desk: ImportDesk, *, clear_only: bool) -> list[Card] | None:
    """Store the file as its kind demands; None where it may not be stored as it is."""
    reading = desk.reading
    if isinstance(reading, PlanReading):
        return store_plan(desk, reading, clear_only=clear_only)
    if isinstance(reading, ChangesReading):
        return store_changes(desk, reading)
    if isinstance(reading, PeopleReading):
        may_invite = scope_of(desk.turn, Action.INVITE) is Scope.PROVINCE
        return store_people(desk, reading) if may_invite else None
    outcome = store_treasury(desk, reading)
    lines = [_("The treasury's figures are kept beside the reports."), *outcome_lines(outcome)]
    return [say("\n".join(lines)), *ask_on(desk, reading)]


def cancel(desk: ImportDesk) -> list[Card]:
    close_dialogue(desk.dialogue, "cancelled", desk.turn.now)
    return [cancelled()]


VERBS: dict[str, Callable[..., list[Card]]] = {
    "store": store,
    "match": match,
    "later": later,
    "columns": columns,
    "column": column,
    "field": field,
    "as-of": set_day,
    "day": ask_day,
    "year": set_year,
    "years": ask_year,
    "kind": set_kind,
    "hidden": set_hidden,
    "back": back,
    "cancel": cancel,
}
