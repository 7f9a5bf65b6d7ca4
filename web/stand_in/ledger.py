"""What the bot sent and what it counted: a push counts per recipient, by the month; a reply is free."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")


@dataclass
class Ledger:
    """Rows of dict(at, to, name, how, count, messages). `limit` is messages a month; None means no limit."""

    limit: int | None = None
    rows: list[dict[str, Any]] = field(default_factory=list)
    used_elsewhere: int = 0

    def add(self, *, at: datetime, to: str, name: str, how: str, count: int, messages: int) -> None:
        self.rows.append({"at": at, "to": to, "name": name, "how": how, "count": count, "messages": messages})

    def used(self, at: datetime) -> int:
        """Return the messages counted in the month of `at`, those sent from LINE's console among them."""
        month = _month(at)
        return self.used_elsewhere + sum(int(row["count"]) for row in self.rows if _month(row["at"]) == month)

    def has_room_for(self, count: int, at: datetime) -> bool:
        return self.limit is None or self.used(at) + count <= self.limit


def _month(at: datetime) -> tuple[int, int]:
    local = at.astimezone(BANGKOK)
    return local.year, local.month
