"""One try at sending a notice, as it was when it was taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.notice import Notice


@dataclass(frozen=True)
class Attempt:
    """`number` counts this notice's tries; `was_unsure`: the end of an earlier one on the same way is not known."""

    notice_id: int
    kind: str
    channel: str
    recipient: str
    messages: Sequence[dict[str, Any]]
    retry_key: str
    reply_token: str
    by_reply: bool
    number: int
    was_unsure: bool

    @classmethod
    def of(cls, notice: Notice, *, by_reply: bool) -> "Attempt":
        """Return the try that a just leased notice is taken for."""
        tried_at = notice.reply_tried_at if by_reply else notice.first_pushed_at
        return cls(
            notice_id=notice.id,
            kind=notice.kind,
            channel=notice.channel,
            recipient=notice.recipient,
            messages=notice.messages,
            retry_key=notice.retry_key,
            reply_token=notice.reply_token or "",
            by_reply=by_reply,
            number=notice.attempts,
            was_unsure=tried_at is not None,
        )
