"""From LINE's event to the handler that answers it. None means: kept, but nothing to do with it."""

from collections.abc import Callable

from cards.card import Card
from cards.notes import old_button
from handlers import (
    details,
    evidence,
    groups,
    invite,
    join,
    leave_service,
    place,
    retract,
    same_photo,
)
from handlers.case import talk as cases
from handlers.conversation import converse
from handlers.imports import gaps
from handlers.imports import taps as imports
from handlers.numbers import number_in
from handlers.office import desk, heard
from handlers.office import taps as office
from handlers.order import asked as order_asked
from handlers.order import case_taps as order_case_taps
from handlers.order import taps as order_taps
from handlers.papers import taps as papers
from handlers.posts import assign, hand_over, leave, leave_end
from handlers.report import taps
from handlers.report.owed import show_owed
from handlers.strangers import greet, welcome_now
from handlers.turn import Turn
from handlers.unsend import unsend
from models.evidence import was_unsent
from models.inbox import forget_message, is_overtaken
from models.person import mark_reachable, mark_unreachable

Answer = list[Card] | None


def route(turn: Turn) -> Answer:
    """Return the answer to an event: no cards where there is nothing to say."""
    handler = EVENTS.get(str(turn.event.get("type")))
    if handler is None:
        return None
    if turn.event.get("type") != "unfollow":
        mark_reachable(turn.person)
    return handler(turn)


def on_message(turn: Turn) -> Answer:
    handler = MESSAGES.get(str(turn.message.get("type")))
    if handler is None:
        return None
    if _was_unsent(turn):
        return []
    if groups.is_group(turn):
        return groups.on_message(turn, converse)
    if not turn.posts and handler is not on_text:
        return greet(turn)
    return handler(turn)


def on_text(turn: Turn) -> Answer:
    text = turn.message.get("text")
    return converse(turn, text) if isinstance(text, str) and text.strip() else None


def _was_unsent(turn: Turn) -> bool:
    """Return whether the message was taken back before it came; then its words go at once."""
    message_id = turn.message.get("id")
    if not isinstance(message_id, str) or not was_unsent(turn.session, message_id):
        return False
    forget_message(turn.session, turn.channel, message_id)
    return True


def on_postback(turn: Turn) -> Answer:
    """A button names a conversation and a verb; everything else about it is looked up, so forging one gains nothing."""
    data = (turn.event.get("postback") or {}).get("data")
    if not isinstance(data, str):
        return None
    if groups.is_group(turn):
        return [groups.answerable_here(card) for card in tap(turn, data)]
    return tap(turn, data)


def tap(turn: Turn, data: str) -> list[Card]:
    kind, *rest = data.split(":")
    number = number_in(rest[0]) if rest else None
    if kind == "owed" and turn.roles and number is not None:
        return show_owed(turn, number)
    if kind == "photos" and turn.roles and number is not None:
        return evidence.place_photos(turn, number)
    if kind in ABOUT_ORDERS and turn.posts:
        return ABOUT_ORDERS[kind](turn, rest)
    if kind == "case" and turn.posts:
        return cases.tap(turn, rest)
    if kind in ABOUT_EVIDENCE and turn.posts:
        return ABOUT_EVIDENCE[kind](turn, rest)
    if kind != "d" or len(rest) < 2:
        return [old_button()]
    token, verb, *arguments = rest
    dialogue = turn.dialogue(token)
    handler = TAPS.get(dialogue.kind) if dialogue else None
    if not turn.posts and handler not in (join.tap, leave_service.tap):
        return greet(turn)
    return handler(turn, token, verb, arguments) if handler else [old_button()]


def on_follow(turn: Turn) -> Answer:
    return join.greet_again(turn) if turn.posts else welcome_now(turn)


def on_unfollow(turn: Turn) -> Answer:
    if not is_overtaken(turn.session, turn.event_id):  # they may be friends again by now
        mark_unreachable(turn.person, turn.now)
    return []


EVENTS: dict[str, Callable[[Turn], Answer]] = {
    "message": on_message,
    "postback": on_postback,
    "follow": on_follow,
    "unfollow": on_unfollow,
    "unsend": unsend,
    "messageEdited": on_message,
}

MESSAGES: dict[str, Callable[[Turn], Answer]] = {
    "text": on_text,
    "image": evidence.on_image,
    "video": evidence.on_recording,
    "audio": evidence.on_recording,
    "file": evidence.on_file,
    "location": place.on_location,
    "sticker": evidence.on_sticker,
}

# Questions about what was sent stand beside the conversation: they end no report that is being made.
ABOUT_EVIDENCE: dict[str, Callable[[Turn, list[str]], list[Card]]] = {
    same_photo.KIND: same_photo.tap,
    place.KIND: place.tap,
    gaps.KIND: gaps.tap,
    heard.KIND: heard.tap,
}

# Buttons of the governor's minute name a case, those of an order its number; both are looked up when tapped.
ABOUT_ORDERS: dict[str, Callable[[Turn, list[str]], list[Card]]] = {
    "gov": order_case_taps.tap,
    "order": order_taps.tap,
}

TAPS: dict[str, Callable[[Turn, str, str, list[str]], list[Card]]] = {
    **order_asked.TAPS,
    "report": taps.tap,
    "retract": retract.tap,
    "join": join.tap,
    "invite": invite.tap,
    desk.KIND: office.tap,
    "details": details.tap,
    "import": imports.tap,
    papers.KIND: papers.tap,
    leave.KIND: leave.tap,
    leave_end.KIND: leave_end.tap,
    hand_over.KIND: hand_over.tap,
    assign.KIND: assign.tap,
    leave_service.KIND: leave_service.tap,
}
