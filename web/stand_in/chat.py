"""One chat room on a phone: a person's talk with the bot, or a group's."""

import time
from dataclasses import dataclass, field
from typing import Any

Entry = dict[str, Any]


@dataclass
class Chat:
    """A chat. `members` are a group's people; `menu_id` is the rich menu linked to this person."""

    id: str
    name: str
    language: str = "th"
    is_following: bool = True
    has_blocked: bool = False
    members: list[str] = field(default_factory=list)
    is_group: bool = False
    menu_id: str | None = None
    entries: list[Entry] = field(default_factory=list)
    seen: int = 0
    loading_until: float = 0.0

    @property
    def is_reachable(self) -> bool:
        """Whether a message sent to this chat arrives."""
        return self.is_following and not self.has_blocked

    @property
    def unread(self) -> int:
        """How many of the bot's messages came since the chat was last opened."""
        return sum(entry["from"] == "bot" for entry in self.entries[self.seen :])

    @property
    def is_loading(self) -> bool:
        """Whether the loading animation shows; it runs on the real clock, as the eye does."""
        return time.monotonic() < self.loading_until

    def mark_seen(self) -> None:
        self.seen = len(self.entries)

    def entry(self, message_id: str) -> Entry | None:
        return next((entry for entry in self.entries if entry["id"] == message_id), None)
