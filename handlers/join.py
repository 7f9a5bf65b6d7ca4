"""Joining: a code, the short personal-data notice, a name where none is known; then the post is theirs."""

from dataclasses import replace

import structlog

from cards.card import Card, Choice, say
from cards.consent import consent
from cards.notes import old_button
from cards.person import joined
from cards.views_office import PersonView
from handlers import details
from handlers.answers.contact import office_contact
from handlers.posts.taking import brief, take_up
from handlers.report.desk import typed_key
from handlers.strangers import greet, switch_language
from handlers.turn import Turn
from handlers.whoami import person_view
from i18n import _
from models.agency import Agency
from models.audit import note
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.hand_over import offered_by_code
from models.join_code import (
    JoinCode,
    code_within,
    find_code,
    looks_like_code,
    may_guess,
    note_wrong_guess,
    use_code,
)
from models.post import Post, hold_post, own_posts
from models.province import Province
from thai import writing

KIND = "join"
log = structlog.get_logger()


def stranger(turn: Turn, text: str) -> list[Card]:
    """Answer someone who has no post yet, or a member who sends a code for another one."""
    switched = switch_language(turn, text)
    if switched is not None:
        return switched
    typed = text if looks_like_code(text) else code_within(text)
    return greet(turn) if typed is None else _take_code(turn, typed)


def greet_again(turn: Turn) -> list[Card]:
    """Welcome back someone who had blocked the bot."""
    return [say(_("Welcome back. Reminders will come again."), Choice(_("Report"), _("report")))]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, the name that was asked for, or another code."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        return tap(turn, dialogue.token, data.split(":")[2], [])
    if looks_like_code(text) or code_within(text):
        return stranger(turn, text)
    if dialogue.state.get("stage") == "name":
        return _take_name(turn, dialogue, text)
    if turn.posts:
        close_dialogue(dialogue, "replaced", turn.now)
        return None
    return switch_language(turn, text) or [_ask(turn, turn.session.get_one(JoinCode, dialogue.state["code"]))]


def tap(turn: Turn, token: str, verb: str, _arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None or dialogue.closed_at is not None:
        return [old_button()]
    if verb != "yes":
        close_dialogue(dialogue, "declined", turn.now)
        return [say(_("All right. Nothing was kept. Send the code again if you change your mind."))]
    code = turn.session.get_one(JoinCode, dialogue.state["code"])
    name = turn.person.name or code.holder_name
    if name:
        return _finish(turn, dialogue, code, name)
    keep_state(dialogue, {"code": code.id, "stage": "name"}, turn.now)
    return [say(_("Thank you. What is your name, as reports should show it?"))]


def _take_code(turn: Turn, typed: str) -> list[Card]:
    if not may_guess(turn.session, turn.person.id, turn.now):
        log.warning("join_guesses_stopped", person=turn.person.id)
        return [_too_many()]
    code = find_code(turn.session, typed)
    if code is None:
        note_wrong_guess(turn.session, turn.person.id, turn.now)
        note(turn.session, turn.now, "wrong_code", person_id=turn.person.id)
        log.warning("join_code_unknown", person=turn.person.id)
        return [
            say(_("This code is not known. Please check it letter by letter, or ask the provincial office."))
        ]
    if code.used_at is not None or code.expires_at <= turn.now:
        return [_spent()]
    if not _may_take(turn, code):
        return [say(_("This code belongs to another province than the one you are in."))]
    if any(post.id == code.post_id for post in own_posts(turn.session, turn.person.id, turn.today)):
        return [say(_("You hold this post already. The code still works for somebody else."))]
    return [_ask(turn, code)]


def _too_many() -> Card:
    return say(_("Too many wrong codes. Please wait an hour, or ask the provincial office for a new code."))


def _spent() -> Card:
    return say(
        _("This code was used already or has expired. Please ask the provincial office for a new one.")
    )


def _may_take(turn: Turn, code: JoinCode) -> bool:
    post = turn.session.get_one(Post, code.post_id)
    home = turn.session.get_one(Province, post.province_id)
    is_elsewhere = turn.person.joined_at is not None and turn.person.province_id != home.id
    return home.channel == turn.channel and not is_elsewhere


def _ask(turn: Turn, code: JoinCode) -> Card:
    """Ask for consent; a member has given it, and is asked only whether the post is theirs."""
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now)
    accept = Choice(_("Accept and join"), _("accept"), f"d:{dialogue.token}:yes")
    decline = Choice(_("Not now"), _("not now"), f"d:{dialogue.token}:no")
    offered = {typed_key(choice.text): choice.data for choice in (accept, decline)}
    keep_state(dialogue, {"code": code.id, "stage": "consent", "offered": offered}, turn.now)
    view = _offered_post(turn, code)
    if turn.posts:
        role = " · ".join(part for part in (writing.role_name(view.role), view.post, view.agency) if part)
        asked = _("Take up one more post: {post}?").format(post=role)
        return say(asked, accept._replace(label=_("Accept")), decline)
    contact = office_contact(turn.session, turn.session.get_one(Post, code.post_id).province_id, turn.today)
    return consent(view, accept, decline, contact)


def _offered_post(turn: Turn, code: JoinCode) -> PersonView:
    post = turn.session.get_one(Post, code.post_id)
    agency = turn.session.get(Agency, post.agency_id) if post.agency_id else None
    return PersonView(
        name=code.holder_name or "",
        role=post.role,
        post=post.title or "",
        agency=agency.name if agency else "",
        province=turn.session.get_one(Province, post.province_id).name,
    )


def _take_name(turn: Turn, dialogue: Dialogue, text: str) -> list[Card]:
    """Take a name, and a telephone number where one stands beside it."""
    name, phone = details.name_and_phone(text)
    if name is None:
        return [say(_("Please write your name in one line."))]
    turn.person.phone = phone or turn.person.phone
    return _finish(turn, dialogue, turn.session.get_one(JoinCode, dialogue.state["code"]), name)


def _finish(turn: Turn, dialogue: Dialogue, code: JoinCode, name: str) -> list[Card]:
    if not use_code(turn.session, code, turn.person.id, turn.now):
        close_dialogue(dialogue, "too_late", turn.now)
        return [_spent()]
    post = turn.session.get_one(Post, code.post_id)
    person = turn.person
    person.province_id, person.name = post.province_id, name
    person.joined_at, person.left_at = person.joined_at or turn.now, None
    offer = offered_by_code(turn.session, code.id)
    if offer is None:
        hold_post(turn.session, person, post, turn.today)
        starts = turn.today
    else:
        starts = take_up(turn, offer, person)
    close_dialogue(dialogue, "joined", turn.now)
    note(turn.session, turn.now, "joined", province_id=post.province_id, person_id=person.id, post=post.id)
    for known in ("posts", "province", "year_be", "own_activities", "calendar", "period"):
        turn.__dict__.pop(known, None)
    turn.later("menu", str(person.id))
    briefing = [brief(turn, offer, person)] if offer is not None else []
    if starts > turn.today:
        text = _("You are in. Your duty begins on {date}; until then nothing is asked of you.")
        return [say(text.format(date=writing.long_date(starts))), *briefing]
    offered = _offered_post(turn, code)
    view = replace(person_view(turn), role=offered.role, post=offered.post, agency=offered.agency)
    return [joined(view), *briefing, *details.ask_phone_once(turn, post.role)]
