"""Group chats: the bot speaks only when spoken to, and group-wide events pass without a word."""

import re
from collections.abc import Callable

from cards.card import Card
from handlers.turn import Turn
from i18n import _

ADDRESSED = re.compile(r"\s*(ตามงาน|tn)(?=[\s:,]|$)[\s:,]*", re.IGNORECASE)


def is_group(turn: Turn) -> bool:
    return (turn.event.get("source") or {}).get("type") in ("group", "room")


def on_message(turn: Turn, converse: Callable[[Turn, str], list[Card]]) -> list[Card]:
    """Answer a line that begins with the bot's name or mentions it; everything else is not ours to read."""
    text = addressed_text(turn)
    if text is None or not turn.posts:
        return []
    return converse(turn, text or _("help"))


def addressed_text(turn: Turn) -> str | None:
    """Return what was said to the bot, without its name; None where nothing was."""
    text = turn.message.get("text")
    if not isinstance(text, str):
        return None
    for line in text.splitlines():
        found = ADDRESSED.match(line)
        if found:
            return line[found.end() :].strip()
    for mention in (turn.message.get("mention") or {}).get("mentionees") or []:
        if isinstance(mention, dict) and mention.get("isSelf") is True:
            return _without(text, mention)
    return None


def _without(text: str, mention: dict) -> str:
    start, length = mention.get("index"), mention.get("length")
    if not isinstance(start, int) or not isinstance(length, int):
        return text
    units = text.encode("utf-16-le")  # LINE counts UTF-16 units
    rest = units[: start * 2] + units[(start + length) * 2 :]
    return rest.decode("utf-16-le", errors="ignore").strip()
