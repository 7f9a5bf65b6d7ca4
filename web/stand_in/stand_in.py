"""LineStandIn: the whole of LINE that the bot needs, on a port of this machine."""

import pathlib
import secrets
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from i18n import _
from web.stand_in.api.app import Api
from web.stand_in.chat import Entry
from web.stand_in.faults import Faults, Sabotage
from web.stand_in.groups import Groups
from web.stand_in.rates import Rates
from web.stand_in.recorder import Record, Recorder
from web.stand_in.server import Server
from web.stand_in.world import World

# The same on every start, so that a database which knows this bot still knows it after a restart.
BOT_USER_ID = "U" + "b0" * 16


def utc_now() -> datetime:
    return datetime.now(UTC)


class LineStandIn(Groups, Sabotage):
    """LINE over real HTTP: it answers the bot's API calls and posts the webhooks of the people it plays.

    `now` is the clock of this world (aware). Each API request is appended to `record_to` as a JSON line.
    `channel` may set channel_id, channel_secret, access_token, bot_user_id, display_name and basic_id.
    """

    def __init__(
        self, now: Callable[[], datetime] = utc_now, record_to: pathlib.Path | None = None, **channel: str
    ) -> None:
        channel = {
            "channel_id": "1234567890",
            "channel_secret": secrets.token_hex(16),
            "access_token": secrets.token_urlsafe(48),
            "bot_user_id": BOT_USER_ID,
            "display_name": _("TamNgan"),
            "basic_id": "@tamngan",
        } | channel
        super().__init__(World(now, channel))
        self.faults, self.rates, self.recorder = Faults(), Rates(), Recorder(record_to)
        self.server = Server(Api(self.world, self.faults, self.rates, self.recorder, self.post))

    @property
    def base_url(self) -> str:
        """The address of both of LINE's hosts, api and api-data."""
        return self.server.url

    @property
    def channel_id(self) -> str:
        return self.world.channel["channel_id"]

    @property
    def channel_secret(self) -> str:
        return self.world.channel["channel_secret"]

    @property
    def access_token(self) -> str:
        return self.world.channel["access_token"]

    def register_key(self, public_key: str) -> str:
        """Take the public half of an assertion signing key (a JSON web key), and return its `kid`, as the console does."""
        key_id = str(uuid.uuid4())
        self.world.signing_keys[key_id] = public_key
        return key_id

    def revoke_tokens(self) -> None:
        """Refuse every token issued so far."""
        self.world.issued_tokens.clear()

    @property
    def bot_user_id(self) -> str:
        """The webhook's `destination`."""
        return self.world.channel["bot_user_id"]

    def start(self, port: int = 0) -> Self:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        self.server.start(port)
        return self

    def stop(self) -> None:
        self.faults.let_go.set()
        self.server.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def requests(self) -> list[Record]:
        """Every request the bot made: dict(method, path, headers, body, status)."""
        return self.recorder.requests

    @property
    def accepted(self) -> dict[str, int]:
        """How often a request was accepted under each retry key: twice would be a message sent twice."""
        return dict(self.world.retry_keys.counts)

    @property
    def used_late(self) -> list[str]:
        """The retry keys that were used again when LINE had forgotten them."""
        return list(self.world.retry_keys.used_late)

    @property
    def sent(self) -> list[dict[str, Any]]:
        """What the bot sent: dict(at, to, name, how, count, messages)."""
        return list(self.world.ledger.rows)

    def conversation(self, chat_id: str) -> list[Entry]:
        """Return what a chat shows: dict(id, from, kind, message, at, how, cost, read, unsent)."""
        with self.world.changed:
            return [dict(entry) for entry in self.world.chats[chat_id].entries]

    def pushes(self, user_id: str) -> list[dict[str, Any]]:
        """Return the messages pushed (not replied) to someone, oldest first."""
        return [
            entry["message"] for entry in self.conversation(user_id) if entry["how"] in ("push", "multicast")
        ]

    def last(self, chat_id: str) -> dict[str, Any] | None:
        """Return the bot's latest message to a chat, or None."""
        said = [entry["message"] for entry in self.conversation(chat_id) if entry["from"] == "bot"]
        return said[-1] if said else None

    def unread(self, chat_id: str) -> int:
        """Return how many of the bot's messages came since the chat was last opened."""
        return self.world.chats[chat_id].unread

    def mark_seen(self, chat_id: str) -> None:
        with self.world.changing():
            self.world.chats[chat_id].mark_seen()

    def set_quota(self, limit: int | None, used_elsewhere: int = 0) -> None:
        """Set the monthly limit (None: no limit) and what was sent this month from LINE's console."""
        self.world.ledger.limit, self.world.ledger.used_elsewhere = limit, used_elsewhere

    def wait_for(self, happened: Callable[[], object], timeout: float = 5.0) -> bool:
        """Wait until `happened()` is true, looking again at each change; False after `timeout` seconds."""
        with self.world.changed:
            return bool(self.world.changed.wait_for(happened, timeout))
