"""LINE's webhook: verify, store, say 200. Nothing else happens inside the request."""

from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from engine.house import House
from engine.intake import take_in
from line.signature import channel_that_signed
from web.events import event_rows
from web.together import Together

log = structlog.get_logger()
MOST_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True)
class Answer:
    """An HTTP status line and a JSON body."""

    status: str
    body: bytes


STORED = Answer("200 OK", b"{}\n")
UNSIGNED = Answer("400 BAD REQUEST", b'{"message":"signature missing or wrong"}\n')
MALFORMED = Answer("400 BAD REQUEST", b'{"message":"not a LINE webhook body"}\n')
TOO_LARGE = Answer("413 REQUEST ENTITY TOO LARGE", b'{"message":"too large"}\n')
TRY_AGAIN = Answer("503 SERVICE UNAVAILABLE", b'{"message":"try again"}\n')


class Callback:
    """Answers webhook bodies; those that come at the same moment are stored in one transaction."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._intake = Together(self._store)

    def answer(self, body: bytes, signature: str | None) -> Answer:
        """Return the answer to these raw bytes; 200 only for what is stored."""
        channel = channel_that_signed(self._house.settings.channels, body, signature)
        if channel is None:
            return UNSIGNED
        try:
            rows = event_rows(body, channel.name, self._house.clock.now())
        except ValueError:
            return MALFORMED
        try:
            if rows:
                self._intake.store(rows)
        except (SQLAlchemyError, OSError):
            # LINE asks again only after an error: never say 200 for what is not stored.
            log.exception("events_not_stored", events=len(rows))
            return TRY_AGAIN
        return STORED

    def _store(self, rows: list[dict[str, Any]]) -> None:
        take_in(self._house.db, self._house.work, rows, "handle")
