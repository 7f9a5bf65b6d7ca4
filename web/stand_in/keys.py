"""Reply tokens and retry keys: what LINE lets a bot use once."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from web.stand_in import ids

TOKEN_LIFE = timedelta(seconds=60)
RETRY_LIFE = timedelta(hours=24)


@dataclass
class ReplyTokens:
    """Reply tokens: single use, valid for a minute. Source: Messaging API reference, send reply message."""

    live: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def issue(self, chat_id: str, at: datetime) -> str:
        token = ids.token()
        self.live[token] = (chat_id, at)
        return token

    def use(self, token: str, at: datetime) -> str | None:
        """Return the chat the token answers and spend it; None where it is unknown, spent or too old."""
        chat_id, issued_at = self.live.pop(token, ("", at))
        return chat_id if chat_id and at - issued_at <= TOKEN_LIFE else None


@dataclass
class RetryKeys:
    """Retry keys whose request was accepted, with the id and the answer of that request, for 24 hours.

    `used_late` holds the keys that came again more than 24 hours after a request under them may have been accepted:
    LINE knows nothing of them any more, and would send the message a second time.
    """

    answers: dict[str, tuple[str, dict[str, Any], datetime]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    in_doubt_since: dict[str, datetime] = field(default_factory=dict)
    used_late: list[str] = field(default_factory=list)

    def used(self, key: str, at: datetime, status: int) -> None:
        """Take note of a request and its answer (0: none came). Only a refusal says that nothing was accepted."""
        if at - self.in_doubt_since.get(key, at) > RETRY_LIFE:
            self.used_late.append(key)
        if not 400 <= status < 500:
            self.in_doubt_since.setdefault(key, at)

    def accept(self, key: str, request_id: str, answer: dict[str, Any], at: datetime) -> None:
        self.answers[key] = (request_id, answer, at)
        self.counts[key] += 1

    def accepted(self, key: str, at: datetime) -> tuple[str, dict[str, Any]] | None:
        """Return (request id, answer) of the request already accepted under `key`, or None."""
        request_id, answer, accepted_at = self.answers.get(key, ("", {}, at))
        return (request_id, answer) if request_id and at - accepted_at <= RETRY_LIFE else None
