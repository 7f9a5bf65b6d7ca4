"""Group chats: the bot speaks only when spoken to, shows nothing personal there, and lets group-wide events pass."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from cards.card import Card, Choice, say
from handlers.turn import Turn
from i18n import _
from models.group_chat import switch_off
from models.join_code import looks_like_code
from models.told import is_due
from thai.addressed import addressed, said_to_bot

STRANGERS_EVERY = timedelta(days=1)


def is_group(turn: Turn) -> bool:
    return (turn.event.get("source") or {}).get("type") in ("group", "room")


def on_message(turn: Turn, converse: Callable[[Turn, str], list[Card]]) -> list[Card]:
    """Answer a line that begins with the bot's name or mentions it; everything else is not ours to read."""
    text = addressed_text(turn)
    if text is None:
        return []
    if not turn.posts:
        is_new = is_due(turn.session, turn.person.id, "in a group", STRANGERS_EVERY, turn.now)
        return [_to_strangers()] if is_new else []
    if looks_like_code(text):
        return [in_private()]
    return [answerable_here(card) for card in converse(turn, text or _("help"))]


def put_out(session: Session, channel: str, event: dict[str, Any], now: datetime) -> None:
    """Where the bot was put out of a group, tell that group nothing more; LINE does not say who did it."""
    source = event.get("source") or {}
    group_id = source.get("groupId") or source.get("roomId")
    if event.get("type") == "leave" and isinstance(group_id, str):
        switch_off(session, channel, group_id, now)


def in_private() -> Card:
    """Return the answer to what is nobody else's business."""
    return say(_("That is for the two of us only. Please send it to me in our own chat."))


def answerable_here(card: Card) -> Card:
    """Return the card with buttons that a group can press: whatever they type begins with the bot's name."""
    choices = tuple(each._replace(text=_addressed(each)) for each in card.choices)
    return Card(card.alt, card.text, _addressed_actions(card.contents), choices)


def addressed_text(turn: Turn) -> str | None:
    """Return what was said to the bot, without its name; None where nothing was."""
    text = turn.message.get("text")
    if not isinstance(text, str):
        return None
    said = said_to_bot(text)
    if said is not None:
        return said
    mentions = (turn.message.get("mention") or {}).get("mentionees") or []
    for mention in mentions:
        if isinstance(mention, dict) and mention.get("isSelf") is True:
            return _without(text, mention)
    return None


def _to_strangers() -> Card:
    return say(_("I answer members only. To join, add me as a friend and send me your code there."))


def _addressed(choice: Choice) -> str:
    return choice.text if choice.data is not None else addressed(choice.text)


def _addressed_actions(node: Any) -> Any:
    if isinstance(node, list):
        return [_addressed_actions(child) for child in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _addressed_actions(child) for key, child in node.items()}
    if changed.get("type") == "message" and isinstance(changed.get("text"), str):
        changed["text"] = addressed(changed["text"])
    return changed


def _without(text: str, mention: dict[str, Any]) -> str:
    start, length = mention.get("index"), mention.get("length")
    if not isinstance(start, int) or not isinstance(length, int):
        return text
    units = text.encode("utf-16-le")  # LINE counts UTF-16 units
    rest = units[: start * 2] + units[(start + length) * 2 :]
    return rest.decode("utf-16-le", errors="ignore").strip()
