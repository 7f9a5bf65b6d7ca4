"""Requests over connections that are kept alive, from one event loop: less than half of what a general HTTP client costs.

It asks one thing at a time of each connection, follows no redirect, and takes every fault for an OSError. Answers are
read by httptools (docs/decisions/0009-pushes-on-asyncio.md).
"""

import asyncio
import ssl
import time
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from httptools import HttpParserError, HttpResponseParser

# A server may close what it has not heard of for a while, just when it is asked again.
KEEP_SECONDS = 15.0
# A second address is tried beside one that does not answer.
NEXT_ADDRESS_SECONDS = 0.25
# Who wakes so much later than wanted stood still, or had no turn at the processor.
LATE_SECONDS = 0.1
MOST_BYTES = 1024 * 1024


class NoAnswer(OSError):
    """What came is no HTTP answer, or the connection ended before it was whole."""


class HttpAnswer(NamedTuple):
    """What is needed of an answer."""

    status: int
    request_id: str | None
    body: bytes


class Connection(asyncio.Protocol):
    """One connection; `ask` it again only once it has answered."""

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        self._transport: asyncio.Transport
        self._waiter: asyncio.Future[HttpAnswer] | None = None
        self._until = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._request_id: str | None = None
        self._body = b""
        self._got_bytes = 0
        self.is_open = True
        self.rests_since = 0.0

    def ask(self, request: bytes, until: float) -> "asyncio.Future[HttpAnswer]":
        """Send a request; its answer comes, or NoAnswer where the connection ends before, or TimeoutError after `until`.

        That is on the loop's clock.
        """
        if not self.is_open:
            raise NoAnswer("closed before it was asked")
        loop = asyncio.get_running_loop()
        self._got_bytes, self._until = 0, until
        self._waiter = waiter = loop.create_future()
        if self._timer is None:
            self._timer = loop.call_at(until, self._time_is_up)
        self._transport.write(request)
        return waiter

    def close(self) -> None:
        """End it, whatever was asked."""
        self.is_open = False
        self._transport.abort()

    # What asyncio calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._got_bytes += len(data)
        try:
            self._parser.feed_data(data)
        except HttpParserError as error:
            self._fail(NoAnswer(f"no HTTP: {error}"))
        if self._got_bytes > MOST_BYTES:
            self._fail(NoAnswer("more than an answer"))

    def eof_received(self) -> None:
        self.is_open = False  # its end comes in the loop's next round; until then it is not asked

    def connection_lost(self, exc: Exception | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._fail(NoAnswer("no answer, or half of one"))

    # What the parser calls.

    def on_message_begin(self) -> None:
        self._request_id, self._body = None, b""
        if self._waiter is None:
            self.is_open = False  # nobody asked for this

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"x-line-request-id":
            self._request_id = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        status = self._parser.get_status_code()
        if status < 200:
            return  # "100 Continue" and its like come before the answer
        self.is_open = self.is_open and self._parser.should_keep_alive()
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(HttpAnswer(status, self._request_id, self._body))

    def _time_is_up(self) -> None:
        """A timer for each request would be dear: one goes on from request to request, and looks whether it is time."""
        self._timer = None
        if self._waiter is None:
            return
        loop = asyncio.get_running_loop()
        if loop.time() < self._until:
            self._timer = loop.call_at(self._until, self._time_is_up)
        else:
            self._fail(TimeoutError("no answer in time"))

    def _fail(self, error: OSError) -> None:
        self.is_open = False
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_exception(error)


@cache
def _tls() -> ssl.SSLContext:
    """Return what a server is known by, read from disk once: that takes as long as a hundred pushes."""
    return ssl.create_default_context()


class Wire:
    """The connections to the server of `url`, as many as are asked at the same time."""

    def __init__(self, url: str, connect_seconds: float, longest_seconds: float) -> None:
        parts = urlsplit(url)
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if parts.scheme == "https" else 80)
        self._tls = _tls() if parts.scheme == "https" else None
        self._connect_seconds, self._longest_seconds = connect_seconds, longest_seconds
        self._free: list[Connection] = []
        self._head = f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc.rpartition('@')[2]}\r\n".encode()

    async def post(self, fields: bytes, body: Sequence[bytes]) -> HttpAnswer:
        """Post a body in parts under header `fields`, each with its line end. Raises OSError, TimeoutError among them."""
        until = asyncio.get_running_loop().time() + self._longest_seconds
        length = b"Content-Length: %d\r\n\r\n" % sum(map(len, body))
        connection = self._rested() or await self._connect()
        try:
            # Put together once: a copy of a carousel is dear.
            answer = await connection.ask(b"".join((self._head, fields, length, *body)), until)
        except BaseException:
            connection.close()
            raise
        if connection.is_open:
            connection.rests_since = time.monotonic()
            self._free.append(connection)
        else:
            connection.close()
        return answer

    async def close(self) -> None:
        for each in self._free:
            each.close()
        self._free.clear()
        await asyncio.sleep(0)  # in which their ends are heard

    def _rested(self) -> Connection | None:
        """Return a connection that may be asked: the one that rested last, so that the others come to an end."""
        while self._free:
            connection = self._free.pop()
            if connection.is_open and time.monotonic() - connection.rests_since < KEEP_SECONDS:
                return connection
            connection.close()
        return None

    async def _connect(self) -> Connection:
        loop = asyncio.get_running_loop()
        connecting = loop.create_task(
            loop.create_connection(
                Connection, self._host, self._port, ssl=self._tls, happy_eyeballs_delay=NEXT_ADDRESS_SECONDS
            )
        )
        try:
            for _chance in range(2):
                until = loop.time() + self._connect_seconds
                await asyncio.wait({connecting}, timeout=self._connect_seconds)
                if connecting.done():
                    return connecting.result()[1]
                # A process that stood still itself has not given the server its time.
                if loop.time() < until + LATE_SECONDS:
                    break
            raise TimeoutError("no connection in time")
        finally:
            connecting.cancel()
