"""One try at sending a notice, as it was when it was taken."""

from dataclasses import dataclass
from typing import Any

from engine.json_text import json_text
from models.notice import Notice


@dataclass(frozen=True, slots=True)
class Attempt:
    """`number` counts this notice's tries; `was_unsure`: the end of an earlier one on the same way is not known.

    The messages are kept as the bytes of their JSON until they leave: read, a carousel takes ten times the memory.
    """

    notice_id: int
    kind: str
    channel: str
    recipient: str
    json: bytes
    retry_key: str
    reply_token: str
    by_reply: bool
    number: int
    was_unsure: bool
    carries: int = 0
    cost: int = 1
    urgency: int = 0

    @classmethod
    def reply(cls, notice: Notice) -> "Attempt":
        """Return the try by its reply token that a just leased notice is taken for."""
        return cls(
            notice_id=notice.id,
            kind=notice.kind,
            channel=notice.channel,
            recipient=notice.recipient,
            json=json_text(notice.messages).encode(),
            retry_key=notice.retry_key,
            reply_token=notice.reply_token or "",
            by_reply=True,
            number=notice.attempts,
            was_unsure=notice.reply_tried_at is not None,
        )

    @classmethod
    def push(cls, row: Any, channel: str, json: bytes) -> "Attempt":
        """Return the try for a row of models/pushes.due_pushes, read before it was leased, with its messages."""
        return cls(
            notice_id=row.id,
            kind=row.kind,
            channel=channel,
            recipient=row.recipient,
            json=json,
            retry_key=row.retry_key,
            reply_token="",
            by_reply=False,
            number=row.attempts + 1,
            was_unsure=row.first_pushed_at is not None,
            carries=row.carries,
            cost=row.cost,
            urgency=row.urgency,
        )
