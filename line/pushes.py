"""Pushes of one channel, many at once, from one event loop: dicts and orjson on aiohttp.

The SDK's clients reached half of LINE's rate at four times the cost (docs/decisions/0001-dicts-on-the-wire.md).
"""

import asyncio
from types import TracebackType
from typing import TYPE_CHECKING, Self

import orjson
import structlog

from line.credentials import NoToken
from line.limits import faults
from line.outcome import Answer, Outcome, outcome_of
from line.tokens import Tokens, bearer

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

log = structlog.get_logger()
PATH = "/v2/bot/message/push"
CONNECT_SECONDS, LONGEST_SECONDS = 3, 13
JSON = {"Content-Type": "application/json"}


class Pushes:
    """An open wire: `async with Pushes(…) as wire: await wire.push(…)`."""

    def __init__(self, api_base: str, tokens: Tokens) -> None:
        self._api_base, self._tokens = api_base, tokens
        self._session: ClientSession

    async def __aenter__(self) -> Self:
        import aiohttp

        self._url = self._api_base + PATH
        self._faults = (aiohttp.ClientError, TimeoutError, OSError)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, ttl_dns_cache=60),
            cookie_jar=aiohttp.DummyCookieJar(),
            # No limit on reading beside it: that is two more timers for each request.
            timeout=aiohttp.ClientTimeout(total=LONGEST_SECONDS, sock_connect=CONNECT_SECONDS),
            auto_decompress=False,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
            headers=JSON,
        )
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def push(self, to: str, messages: str, retry_key: str) -> Outcome:
        """Send JSON messages to a person or group; counted by LINE. The same key never delivers twice within 24 hours."""
        body, wrong = _body(to, messages)
        if wrong:
            log.error("message_over_limits", path=PATH, faults=wrong)
            return Outcome(Answer.REFUSED, detail="; ".join(wrong)[:200])
        try:
            return await self._push(body, retry_key)
        except NoToken as error:
            return not_sent(error)
        except self._faults as error:
            log.warning("line_unreachable", path=PATH, fault=type(error).__name__)
            return Outcome(Answer.TRY_AGAIN, detail=type(error).__name__)

    async def _push(self, body: bytes, retry_key: str) -> Outcome:
        """Push with the token, and where LINE refuses it (401) once more with another. Raises NoToken."""
        token = self._tokens.at_hand()
        if token is None:
            token = await asyncio.to_thread(self._tokens.current)
        outcome = await self._post(body, retry_key, token)
        if outcome.status != 401:
            return outcome
        other = await asyncio.to_thread(self._tokens.instead_of, token)
        return outcome if other is None else await self._post(body, retry_key, other)

    async def _post(self, body: bytes, retry_key: str, token: str) -> Outcome:
        headers = {"X-Line-Retry-Key": retry_key, **bearer(token)}
        async with self._session.post(
            self._url, data=body, headers=headers, allow_redirects=False
        ) as response:
            return await _heard(response)


def _body(to: str, messages: str) -> tuple[bytes, list[str]]:
    """Return the request and what LINE would refuse about it.

    What was read is let go at once: hundreds of carousels on their way would keep the garbage collector busy.
    """
    try:
        read = orjson.loads(messages)
    except orjson.JSONDecodeError:
        return b"", ["no JSON, or half of a surrogate pair"]
    wrong = faults(read)
    return (b"" if wrong else orjson.dumps({"to": to, "messages": read})), wrong


def not_sent(trouble: NoToken) -> Outcome:
    """Without a token nothing left, so nothing can have been taken: only a person mends refused credentials."""
    answer = Answer.KEY_REFUSED if trouble.is_refused else Answer.SLOW_DOWN
    return Outcome(answer, trouble.status, detail=str(trouble))


async def _heard(response: "ClientResponse") -> Outcome:
    """Read to the end, so that the connection can be used again; what a 200 says does not matter."""
    said = await response.read()
    request_id = response.headers.get("x-line-request-id")
    if response.status == 200:
        return Outcome(Answer.ACCEPTED, 200, request_id)
    log.info("line_request", method="POST", path=PATH, status=response.status, request_id=request_id)
    return outcome_of(response.status, said.decode(errors="replace"), request_id)
