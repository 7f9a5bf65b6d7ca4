"""A person's own name and telephone: the phone is asked for once on joining, both can be changed at any time."""

import re

from cards import commands
from cards.card import Card, Choice, say
from cards.notes import old_button
from handlers.report.desk import typed_key
from handlers.spoken import means
from handlers.turn import Turn
from i18n import _
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from rules.role import Role
from thai.phone import split_phone

KIND = "details"
LONGEST_NAME = 100
PHONED = (Role.OFFICER, Role.HEAD, Role.ADMIN)  # whom others may have to phone
_DIGITS_OF_A_TRY = 7


def ask_phone_once(turn: Turn, role: Role) -> list[Card]:
    """Ask a new member for a telephone number where the office may need one; empty where it is known or needless."""
    if turn.person.phone or role not in PHONED:
        return []
    return change_phone(turn)


def change_phone(turn: Turn) -> list[Card]:
    return [_ask_phone(turn, begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now))]


def change_name(turn: Turn) -> list[Card]:
    begin_dialogue(turn.session, turn.person.id, KIND, {"asks": "name"}, turn.now)
    return [say(_("What is your name, as reports should show it?"))]


def tap(turn: Turn, token: str, _verb: str, _arguments: list[str]) -> list[Card]:
    """Skip: the only button there is."""
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None or dialogue.closed_at is not None:
        return [old_button()]
    close_dialogue(dialogue, "skipped", turn.now)
    later = _("All right. You can add it at any time: type “{word}”.").format(word=_("my data"))
    return [say(later, commands.report(), commands.help_me())]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the answer; whatever is none ends the question, which was never a duty, and is read as usual."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        return tap(turn, dialogue.token, data.split(":")[2], [])
    asks = dialogue.state.get("asks")
    if asks == "phone":
        answer = _take_phone(turn, dialogue, text)
    elif asks == "name":
        answer = _take_name(turn, dialogue, text)
    else:
        answer = None
    if answer is None:
        close_dialogue(dialogue, "dropped", turn.now)
    return answer


def name_and_phone(text: str) -> tuple[str | None, str | None]:
    """Return the name that `text` is and the phone number beside it; no name where it cannot be one."""
    rest, phone = split_phone(text)
    is_name = 1 < len(rest) <= LONGEST_NAME and "\n" not in text.strip() and not re.search(r"[\d/@<>%]", rest)
    return (rest if is_name and not _is_command(rest) else None), phone


def _ask_phone(turn: Turn, dialogue: Dialogue) -> Card:
    skip = Choice(_("Skip"), _("skip"), f"d:{dialogue.token}:skip")
    keep_state(dialogue, {"asks": "phone", "offered": {typed_key(skip.text): skip.data}}, turn.now)
    asked = _("Which phone number may the provincial office call about reports? Type it, or skip this.")
    return say(asked, skip)


def _take_phone(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    rest, phone = split_phone(text)
    if phone is None and len(re.findall(r"\d", text)) >= _DIGITS_OF_A_TRY and len(rest.split()) <= 2:
        return [say(_("That is no phone number of nine or ten digits. Please type it again, or skip this."))]
    if phone is None or len(rest) > LONGEST_NAME:
        return None
    turn.person.phone = phone
    return _kept(turn, dialogue, _("Kept: {phone}.").format(phone=phone))


def _take_name(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    name, phone = name_and_phone(text)
    if name is None:
        return None
    turn.person.name, turn.person.phone = name, phone or turn.person.phone
    return _kept(turn, dialogue, _("From now on reports show the name {name}.").format(name=name))


def _kept(turn: Turn, dialogue: Dialogue, said: str) -> list[Card]:
    close_dialogue(dialogue, "kept", turn.now)
    return [say(said, commands.report(), commands.help_me())]


def _is_command(text: str) -> bool:
    shown = (commands.report, commands.status, commands.owed, commands.stalled, commands.disbursed)
    more = (commands.summary, commands.undo, commands.who_am_i, commands.help_me, commands.history)
    return means(text, *(lambda each=each: each().text for each in (*shown, *more)))
