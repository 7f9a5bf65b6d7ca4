"""Joining: a code, the short personal-data notice, a name; then the post is theirs."""

from typing import Any

from cards.card import Card, Choice, say
from cards.consent import consent
from cards.notes import old_button
from cards.person import joined
from cards.views_office import PersonView
from cards.welcome import welcome
from handlers.report.desk import typed_key
from handlers.turn import Turn
from handlers.whoami import person_view
from i18n import LANGUAGES, _, speaking
from models.agency import Agency
from models.audit import note
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.join_code import JoinCode, find_code, looks_like_code, may_guess, note_wrong_guess, use_code
from models.post import Post, hold_post
from models.province import Province

KIND = "join"
LONGEST_NAME = 100


def stranger(turn: Turn, text: str) -> list[Card]:
    """Answer someone who has no post yet, or who sends a code for another one."""
    language = _language_asked(text)
    if language:
        turn.person.language = language
        with speaking(language):
            return [welcome()]
    if not looks_like_code(text):
        return [welcome()]
    if not may_guess(turn.session, turn.person.id, turn.now):
        return [
            say(_("Too many wrong codes. Please wait an hour, or ask the provincial office for a new code."))
        ]
    code = find_code(turn.session, text)
    if code is None:
        note_wrong_guess(turn.session, turn.person.id, turn.now)
        note(turn.session, turn.now, "wrong_code", person_id=turn.person.id)
        return [
            say(_("This code is not known. Please check it letter by letter, or ask the provincial office."))
        ]
    if code.used_at is not None or code.expires_at <= turn.now:
        return [
            say(
                _(
                    "This code was used already or has expired. Please ask the provincial office for a new one."
                )
            )
        ]
    if not _may_take(turn, code):
        return [say(_("This code belongs to another province than the one you are in."))]
    return [_ask_consent(turn, code)]


def greet_again(turn: Turn) -> list[Card]:
    """Welcome back someone who had blocked the bot."""
    return [say(_("Welcome back. Reminders will come again."), Choice(_("Report"), _("report")))]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card]:
    """Take the words of a button, the name that was asked for, or another code."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        return tap(turn, dialogue.token, data.split(":")[2], [])
    if dialogue.state.get("stage") == "name" and not looks_like_code(text):
        return _take_name(turn, dialogue, text)
    close_dialogue(dialogue, "replaced", turn.now)
    return stranger(turn, text)


def tap(turn: Turn, token: str, verb: str, _arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None or dialogue.closed_at is not None:
        return [old_button()]
    if verb != "yes":
        close_dialogue(dialogue, "declined", turn.now)
        return [say(_("All right. Nothing was kept. Send the code again if you change your mind."))]
    code = turn.session.get_one(JoinCode, dialogue.state["code"])
    name = code.holder_name or turn.person.name
    if name:
        return _finish(turn, dialogue, code, name)
    keep_state(dialogue, {"code": code.id, "stage": "name"}, turn.now)
    return [say(_("Thank you. What is your name, as reports should show it?"))]


def _may_take(turn: Turn, code: JoinCode) -> bool:
    post = turn.session.get_one(Post, code.post_id)
    home = turn.session.get_one(Province, post.province_id)
    is_elsewhere = turn.person.joined_at is not None and turn.person.province_id != home.id
    return home.channel == turn.channel and not is_elsewhere


def _ask_consent(turn: Turn, code: JoinCode) -> Card:
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now)
    accept = Choice(_("Accept and join"), _("accept"), f"d:{dialogue.token}:yes")
    decline = Choice(_("Not now"), _("not now"), f"d:{dialogue.token}:no")
    offered = {typed_key(choice.text): choice.data for choice in (accept, decline)}
    keep_state(dialogue, {"code": code.id, "stage": "consent", "offered": offered}, turn.now)
    post = turn.session.get_one(Post, code.post_id)
    agency = turn.session.get(Agency, post.agency_id) if post.agency_id else None
    view = PersonView(
        name=code.holder_name or "",
        role=post.role,
        post=post.title or "",
        agency=agency.name if agency else "",
        province=turn.session.get_one(Province, post.province_id).name,
    )
    return consent(view, accept, decline)


def _take_name(turn: Turn, dialogue: Dialogue, text: str) -> list[Card]:
    name = " ".join(text.split())
    if not 1 < len(name) <= LONGEST_NAME:
        return [say(_("Please write your name in one line."))]
    return _finish(turn, dialogue, turn.session.get_one(JoinCode, dialogue.state["code"]), name)


def _finish(turn: Turn, dialogue: Dialogue, code: JoinCode, name: str) -> list[Card]:
    if not use_code(turn.session, code, turn.person.id, turn.now):
        close_dialogue(dialogue, "too_late", turn.now)
        return [
            say(
                _(
                    "This code was used already or has expired. Please ask the provincial office for a new one."
                )
            )
        ]
    post = turn.session.get_one(Post, code.post_id)
    person: Any = turn.person
    person.province_id, person.name = post.province_id, name
    person.joined_at, person.left_at = person.joined_at or turn.now, None
    hold_post(turn.session, person, post, turn.today)
    close_dialogue(dialogue, "joined", turn.now)
    note(turn.session, turn.now, "joined", province_id=post.province_id, person_id=person.id, post=post.id)
    turn.__dict__.pop("posts", None)
    turn.later("menu", str(person.id))
    return [joined(person_view(turn))]


def _language_asked(text: str) -> str | None:
    """Return the other language where a stranger asks for it before joining: there is no menu yet."""
    words = set()
    for language in LANGUAGES:
        with speaking(language):
            words.add(_("language").casefold())
    if text.strip().casefold() in words or text.strip().casefold() == "english":
        return "en"
    return None
