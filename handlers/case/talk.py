"""The three ways in: a tapped button, a typed form, and the answer to what was asked about a case."""

from datetime import date

from cards.card import Card
from cards.notes import old_button
from handlers.case.acts import act
from handlers.case.reach import last_closed, numbered, with_id
from handlers.case.show import show_cases, show_ended
from handlers.groups import in_private, is_group
from handlers.report.desk import typed_key
from handlers.turn import Turn
from models.dialogue import Dialogue, close_dialogue
from thai.case_commands import CaseVerb, day_and_words, read_case_command
from thai.commands import read_command
from thai.normalise import normalise

DAYS_ASKED = (CaseVerb.PLAN, CaseVerb.POSTPONE)


def tap(turn: Turn, arguments: list[str]) -> list[Card]:
    """Do what a button says: `case:<id>:<verb>[:<day>]`; everything else about it is looked up."""
    if is_group(turn):
        return [in_private()]
    case_id, verb, day, *_rest = [*arguments, "", "", ""]
    if verb not in list(CaseVerb):
        return [old_button()]
    seen = with_id(turn, case_id)
    return [seen] if isinstance(seen, Card) else act(turn, seen, CaseVerb(verb), _day(day), "")


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Answer a typed form about cases; None where the message is none."""
    command = read_case_command(text, turn.today)
    if command is None:
        return None
    if is_group(turn):
        return [in_private()]
    if command.verb is CaseVerb.LIST or command.no is None:
        return show_cases(turn)
    seen = numbered(turn, command.no)
    ended = (
        last_closed(turn, command.no) if isinstance(seen, Card) and command.verb is CaseVerb.SHOW else None
    )
    if ended is not None:
        return show_ended(turn, ended)
    return [seen] if isinstance(seen, Card) else act(turn, seen, command.verb, command.day, command.text)


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the day, the reason or the number that was asked for; whatever is none ends the question and is read as usual."""
    state = dialogue.state
    offered = (state.get("offered") or {}).get(typed_key(text))
    if offered:
        return tap(turn, offered.split(":")[1:])
    seen = with_id(turn, str(state.get("case", "")))
    verb, day = CaseVerb(state["verb"]), _day(state.get("day") or "")
    said_day, words = _said(turn, verb, day, text)
    if isinstance(seen, Card) or _is_command(turn, text) or (verb in DAYS_ASKED and not (said_day or day)):
        close_dialogue(dialogue, "dropped", turn.now)
        return None
    close_dialogue(dialogue, "said", turn.now)
    return act(turn, seen, verb, said_day or day, words)


def _said(turn: Turn, verb: CaseVerb, day: date | None, text: str) -> tuple[date | None, str]:
    """Return the day and the words of an answer; once the day is known all of it is words."""
    if verb in DAYS_ASKED and day is None:
        return day_and_words(text, turn.today)
    return day, text.strip()


def _is_command(turn: Turn, text: str) -> bool:
    """Return whether the answer is another command: it ends the question."""
    return read_case_command(text, turn.today) is not None or read_command(normalise(text).clean) is not None


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
