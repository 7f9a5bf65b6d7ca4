"""After a keying sheet: note what was keyed into which system, and name the fields of the system's screen."""

from cards import papers_keying as cards
from cards.card import Card, Choice
from documents.papers.keying_fields import (
    BY_HAND,
    choose_fields,
    fields_of,
    is_own,
    keyed_code,
    note_keyed,
)
from documents.papers.offers import Offer
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import LANGUAGES, speaking
from models.dialogue import Dialogue, begin_dialogue, keep_state
from models.paper import Paper
from thai.keying import SYSTEMS

KIND = "papers"  # its conversations are those of handlers/papers/wording
MOST_LINES = 60


def begin(turn: Turn, offer: Offer, paper: Paper) -> list[Choice]:
    """Return the buttons below a keying sheet."""
    dialogue = begin_dialogue(
        turn.session, turn.person.id, KIND, {"paper": offer.key, "code": paper.code}, turn.now
    )
    taps = [cards.keyed_button(dialogue.token, system) for system in SYSTEMS]
    taps += [cards.fields_button(dialogue.token, system) for system in SYSTEMS]
    _offer(turn, dialogue, taps)
    return taps


def tap(turn: Turn, dialogue: Dialogue, verb: str, arguments: list[str]) -> list[Card] | None:
    """Note or take back that a system was keyed, or show its fields; None for other verbs."""
    system, code = (arguments or [""])[0], dialogue.state.get("code")
    if system not in SYSTEMS or not code:
        return None
    if verb == "keyed":
        was = keyed_code(turn.province, system)
        note_keyed(turn.province, [system], str(code))
        undo = cards.undo_button(dialogue.token, system)
        _offer(turn, dialogue, [undo], was={system: was})
        return [cards.noted(system, str(code), undo)]
    if verb == "unkeyed":
        note_keyed(turn.province, [system], (dialogue.state.get("was") or {}).get(system) or "")
        return [cards.taken_back(system)]
    if verb == "forget":
        choose_fields(turn.province, system, None)
    return [_show(turn, dialogue, system)] if verb in ("fields", "forget") else None


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the fields of a screen, one on a line; None where none were asked for or the text is something else."""
    system = dialogue.state.get("fields")
    lines = [line.strip() for line in text.splitlines() if line.strip()][: MOST_LINES + 1]
    if system not in SYSTEMS or not ("=" in text or len(lines) > 1):
        return None
    wanted, unknown = [], []
    for line in lines:
        label, _sign, said = (part.strip() for part in line.partition("="))
        source = _source(said) if said else _source(label) or BY_HAND
        wanted.append((label, source or BY_HAND))
        unknown += [] if source else [said]
    if unknown:
        return [cards.unknown_source(unknown[0])]
    try:
        choose_fields(turn.province, system, wanted)
    except ValueError as error:
        return [cards.not_taken(str(error))]
    return [_show(turn, dialogue, system)]


def _source(said: str) -> str | None:
    """Return the figure that is called so, in either language; None for none."""
    for language in LANGUAGES:
        with speaking(language):
            for source, name in cards.source_names().items():
                if typed_key(said) in (typed_key(name), source):
                    return source
    return None


def _show(turn: Turn, dialogue: Dialogue, system: str) -> Card:
    back = [cards.forget_button(dialogue.token, system)] if is_own(turn.province, system) else []
    _offer(turn, dialogue, back, fields=system)
    return cards.fields(system, fields_of(turn.province, system), back)


def _offer(turn: Turn, dialogue: Dialogue, taps: list[Choice], **more: object) -> None:
    """Remember what the buttons say; those of the sheet stay good beside them."""
    state = {name: dialogue.state[name] for name in ("paper", "code")}
    before = dialogue.state.get("offered") or {}
    offered = before | {typed_key(each.text): each.data for each in taps}
    keep_state(dialogue, {**state, "offered": offered, **more}, turn.now)
