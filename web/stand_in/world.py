"""Everything the stand-in remembers: chats, what was sent, tokens, media and menus, under one lock."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from web.stand_in import ids
from web.stand_in.chat import Chat, Entry
from web.stand_in.content import Contents
from web.stand_in.keys import ReplyTokens, RetryKeys
from web.stand_in.ledger import Ledger
from web.stand_in.menus import Menus

QUOTABLE = {"text", "textV2", "sticker", "image", "video", "template", "flex"}


class World:
    """LINE as one official account sees it. `version` grows with every change: a page polls it cheaply."""

    def __init__(self, now: Callable[[], datetime], channel: dict[str, str]) -> None:
        self.now = now
        self.channel = channel
        self.changed = threading.Condition(threading.RLock())
        self.version = 0
        self.chats: dict[str, Chat] = {}
        self.ledger = Ledger()
        self.reply_tokens = ReplyTokens()
        self.retry_keys = RetryKeys()
        self.contents = Contents()
        self.menus = Menus()
        self.issued_tokens: dict[str, datetime] = {}
        self.signing_keys: dict[str, str] = {}
        self.webhook = {"endpoint": "", "active": True}

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock; afterwards whoever waits for a change looks again."""
        with self.changed:
            yield
            self.version += 1
            self.changed.notify_all()

    def accepts(self, token: str) -> bool:
        """Whether `token` may call the API now: the long-lived one, or an issued one not yet expired."""
        if token == self.channel["access_token"]:
            return True
        return token in self.issued_tokens and self.now() < self.issued_tokens[token]

    def issue_token(self, seconds: int) -> str:
        token = ids.token() + ids.token()
        self.issued_tokens[token] = self.now() + timedelta(seconds=seconds)
        return token

    def count_for(self, chat: Chat) -> int:
        """Return what a push to `chat` counts: a person one, a group its members, the unreachable none."""
        if not chat.is_reachable:
            return 0
        return len(chat.members) if chat.is_group else 1

    def arrive(self, chat: Chat, messages: list[dict[str, Any]], how: str) -> list[dict[str, str]]:
        """Put the bot's messages into a chat and the ledger; return LINE's `sentMessages`."""
        count = 0 if how == "reply" else self.count_for(chat)
        at, sent = self.now(), []
        for number, message in enumerate(messages):
            entry = _entry(message, at, how, count if number == 0 else 0)
            sent.append({key: entry[key] for key in ("id", "quoteToken") if entry.get(key)})
            if chat.is_reachable:
                chat.entries.append(entry)
        if chat.is_reachable:
            self.ledger.add(at=at, to=chat.id, name=chat.name, how=how, count=count, messages=len(messages))
        chat.loading_until = 0.0
        return sent


def _entry(message: dict[str, Any], at: datetime, how: str, cost: int) -> Entry:
    kind = message["type"]
    quote = ids.token() if kind in QUOTABLE else None
    return {
        "id": ids.message_id(),
        "from": "bot",
        "kind": kind,
        "message": message,
        "at": at,
        "how": how,
        "cost": cost,
        "quoteToken": quote,
        "unsent": False,
    }
