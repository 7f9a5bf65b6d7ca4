"""Posting webhooks to the bot: signed bodies over HTTP, as LINE's servers send them."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import urllib3

from web.stand_in import events
from web.stand_in.events import Event, Source
from web.stand_in.world import World


class Wire:
    """The way to the bot's webhook. With `standby` set, events come as to a channel that must stay silent."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.standby = False
        self.webhook_timeout = 10.0
        self.delivered: list[Event] = []
        self._held: list[Event] | None = None
        self._last_ms = 0
        self._pool = urllib3.PoolManager(maxsize=32, retries=False)

    @property
    def _is_holding(self) -> bool:
        return self._held is not None

    @property
    def callback_url(self) -> str:
        """The bot's webhook address."""
        return str(self.world.webhook["endpoint"])

    @callback_url.setter
    def callback_url(self, address: str) -> None:
        self.world.webhook["endpoint"] = address

    def deliver(
        self, events: list[Event], signature: str | None = None, destination: str | None = None
    ) -> int:
        """Post events in one signed body, in this order; return the HTTP status, 0 where no answer came."""
        self.delivered.extend(events)
        destination = destination or self.world.channel["bot_user_id"]
        return self.post({"destination": destination, "events": events}, signature)

    def post(self, body: Any, signature: str | None = None) -> int:
        """Post any body, bytes as they stand; return the HTTP status, 0 where no answer came."""
        raw = (
            body
            if isinstance(body, bytes)
            else json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        )
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "LineBotWebhook/2.0",
            "X-Line-Signature": self.signature(raw) if signature is None else signature,
        }
        if not self.callback_url or not self.world.webhook["active"]:
            return 0
        try:
            answer = self._pool.request(
                "POST", self.callback_url, body=raw, headers=headers, timeout=self.webhook_timeout
            )
        except urllib3.exceptions.HTTPError:
            return 0
        return int(answer.status)

    def signature(self, raw: bytes) -> str:
        """Return Base64(HMAC-SHA256(channel secret, raw body))."""
        digest = hmac.digest(self.world.channel["channel_secret"].encode(), raw, hashlib.sha256)
        return base64.b64encode(digest).decode()

    @contextmanager
    def holding(self) -> Iterator[list[Event]]:
        """Collect what people do inside the block instead of posting it, to deliver it later in any order."""
        held: list[Event] = []
        self._held = held
        try:
            yield held
        finally:
            self._held = None

    def _event(self, kind: str, source: Source, can_answer: bool = True, **content: Any) -> Event:
        at_ms = self._next_ms()
        chat_id = source.get("groupId") or source["userId"]
        token = (
            self.world.reply_tokens.issue(chat_id, self.world.now())
            if can_answer and not self.standby
            else None
        )
        return events.event(kind, source, at_ms, "standby" if self.standby else "active", token, **content)

    def _send(self, event: Event) -> bool:
        """Post one event, or hold it back; tell whether the bot has it."""
        if self._held is not None:
            self._held.append(event)
            return False
        return self.deliver([event]) == 200

    def _next_ms(self) -> int:
        # Under a clock that stands still, events would share a timestamp and lose their order.
        with self.world.changed:
            at_ms = events.milliseconds(self.world.now())
            if at_ms <= self._last_ms < at_ms + 1000:
                at_ms = self._last_ms + 1
            self._last_ms = at_ms
            return at_ms
