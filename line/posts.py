"""Messages of one channel to people and groups, many at once, from one event loop: checked, and sent as they are kept.

The SDK's clients reached half of LINE's rate at many times the cost (docs/decisions/0001-dicts-on-the-wire.md).
"""

import asyncio
from collections.abc import Sequence
from functools import lru_cache
from types import TracebackType
from typing import Self

import orjson
import structlog

from line.credentials import NoToken
from line.limits import faults
from line.outcome import Answer, Outcome, outcome_of
from line.tokens import Tokens, bearer
from line.wire import HttpAnswer, Wire

log = structlog.get_logger()
CONNECT_SECONDS, LONGEST_SECONDS = 3, 13
JSON = {"Content-Type": "application/json"}
# JSON that json.dumps wrote has six bytes for a Thai letter; LINE shall not count more than the three that it needs.
ESCAPE = b"\\u"


class Posts:
    """An open wire to one of LINE's endpoints that take messages, which come as JSON."""

    path = ""

    def __init__(self, api_base: str, tokens: Tokens) -> None:
        self._url, self._tokens = api_base + self.path, tokens
        self._wire: Wire

    async def __aenter__(self) -> Self:
        self._wire = Wire(self._url, CONNECT_SECONDS, LONGEST_SECONDS)
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        await self._wire.close()

    async def _send(self, address: dict[str, str], messages: bytes, fields: bytes = b"") -> Outcome:
        """Send messages to an address, its name and value, with header fields beside those of all."""
        body, wrong = _body(address, messages)
        if wrong:
            log.error("message_over_limits", path=self.path, faults=wrong)
            return Outcome(Answer.REFUSED, detail="; ".join(wrong)[:200])
        try:
            return await self._authorised(body, fields)
        except NoToken as error:
            return _not_sent(error)
        except OSError as error:
            log.warning("line_unreachable", path=self.path, fault=type(error).__name__)
            return Outcome(Answer.TRY_AGAIN, detail=type(error).__name__)

    async def _authorised(self, body: Sequence[bytes], fields: bytes) -> Outcome:
        """Send with the token, and where LINE refuses it (401) once more with another. Raises NoToken."""
        token = self._tokens.at_hand()
        if token is None:
            token = await asyncio.to_thread(self._tokens.current)
        outcome = self._heard(await self._wire.post(_fields(token) + fields, body))
        if outcome.status != 401:
            return outcome
        other = await asyncio.to_thread(self._tokens.instead_of, token)
        if other is None:
            return outcome
        return self._heard(await self._wire.post(_fields(other) + fields, body))

    def _heard(self, answer: HttpAnswer) -> Outcome:
        """Sort an answer; what a 200 says does not matter."""
        if answer.status == 200:
            return Outcome(Answer.ACCEPTED, 200, answer.request_id)
        status, request_id = answer.status, answer.request_id
        log.info("line_request", method="POST", path=self.path, status=status, request_id=request_id)
        return outcome_of(status, answer.body.decode(errors="replace"), request_id)


class Pushes(Posts):
    """`async with Pushes(…) as wire: await wire.push(…)`."""

    path = "/v2/bot/message/push"

    async def push(self, to: str, messages: bytes, retry_key: str) -> Outcome:
        """Send to a person or group; counted by LINE. The same key never delivers twice within 24 hours."""
        return await self._send({"to": to}, messages, f"X-Line-Retry-Key: {retry_key}\r\n".encode())


class Replies(Posts):
    """`async with Replies(…) as wire: await wire.reply(…)`."""

    path = "/v2/bot/message/reply"

    async def reply(self, reply_token: str, messages: bytes) -> Outcome:
        """Answer for free while the token lives (about a minute, once)."""
        return await self._send({"replyToken": reply_token}, messages)


@lru_cache(maxsize=8)
def _fields(token: str) -> bytes:
    """Return what is the same in the head of every request."""
    fields = "".join(f"{name}: {value.strip()}\r\n" for name, value in {**JSON, **bearer(token)}.items())
    return fields.encode("latin-1")


def _body(address: dict[str, str], messages: bytes) -> tuple[Sequence[bytes], list[str]]:
    """Return the request in parts, and what LINE would refuse about it.

    What was read is let go at once: hundreds of carousels on their way would keep the garbage collector busy.
    """
    from line.shapes import fits  # with a library that a process which sends nothing does not load

    # One byte is looked for far faster than two.
    has_escapes = b"\\" in messages and ESCAPE in messages
    if has_escapes or not fits(messages):
        try:
            read = orjson.loads(messages)
        except orjson.JSONDecodeError:
            return (), ["no JSON, or half of a surrogate pair"]
        wrong = faults(read, at_most=len(messages))
        if wrong:
            return (), wrong
        messages = orjson.dumps(read) if has_escapes else messages
    return (orjson.dumps(address)[:-1], b',"messages":', messages, b"}"), []


def _not_sent(trouble: NoToken) -> Outcome:
    """Without a token nothing left, so nothing can have been taken: only a person mends refused credentials."""
    answer = Answer.KEY_REFUSED if trouble.is_refused else Answer.SLOW_DOWN
    return Outcome(answer, trouble.status, detail=str(trouble))
