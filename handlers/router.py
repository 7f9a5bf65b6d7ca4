"""From LINE's event to the handler that answers it. None means: kept, but nothing to do with it."""

from collections.abc import Callable

from cards.card import Card
from cards.notes import old_button
from cards.welcome import welcome
from handlers import evidence, groups, invite, join, retract
from handlers.conversation import converse
from handlers.report import taps
from handlers.report.owed import show_owed
from handlers.turn import Turn
from handlers.unsend import unsend
from models.dialogue import dialogue_with_token
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
    if groups.is_group(turn):
        return groups.on_message(turn, converse)
    return handler(turn)


def on_text(turn: Turn) -> Answer:
    text = turn.message.get("text")
    return converse(turn, text) if isinstance(text, str) and text.strip() else None


def on_postback(turn: Turn) -> Answer:
    """A button names a conversation and a verb; everything else about it is looked up, so forging one gains nothing."""
    data = (turn.event.get("postback") or {}).get("data")
    return tap(turn, data) if isinstance(data, str) else None


def tap(turn: Turn, data: str) -> list[Card]:
    kind, *rest = data.split(":")
    if kind == "owed" and turn.roles and rest and rest[0].isdecimal():
        return show_owed(turn, int(rest[0]))
    if kind != "d" or len(rest) < 2:
        return [old_button()]
    token, verb, *arguments = rest
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    handler = TAPS.get(dialogue.kind) if dialogue else None
    return handler(turn, token, verb, arguments) if handler else [old_button()]


def on_follow(turn: Turn) -> Answer:
    return join.greet_again(turn) if turn.posts else [welcome()]


def on_unfollow(turn: Turn) -> Answer:
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
    "location": evidence.on_location,
    "sticker": evidence.on_sticker,
}

TAPS: dict[str, Callable[[Turn, str, str, list[str]], list[Card]]] = {
    "report": taps.tap,
    "retract": retract.tap,
    "join": join.tap,
    "invite": invite.tap,
}
