"""Requests over connections that are kept alive, from one event loop: a third of what a general HTTP client costs.

It asks one thing at a time of each connection, follows no redirect, and takes every fault for an OSError.
"""

import asyncio
import ssl
import time
from urllib.parse import urlsplit

from line.http_answer import HttpAnswer, NoAnswer, answer_in

# A server may close what it has not heard of for a while, just when it is asked again.
KEEP_SECONDS = 15.0
# A second address is tried beside one that does not answer.
NEXT_ADDRESS_SECONDS = 0.25


class Connection(asyncio.Protocol):
    """One connection; `ask` it again only once it has answered."""

    def __init__(self) -> None:
        self._got = b""
        self._waiter: asyncio.Future[HttpAnswer] | None = None
        self._transport: asyncio.Transport
        self.is_open = True
        self.rests_since = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def ask(self, request: bytes) -> "asyncio.Future[HttpAnswer]":
        """Send a request; its answer comes, or NoAnswer is raised where the connection ends before."""
        if not self.is_open:
            raise NoAnswer("closed before it was asked")
        self._got = b""
        self._waiter = waiter = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return waiter

    def data_received(self, data: bytes) -> None:
        self._got = self._got + data if self._got else data
        self._read(has_ended=False)

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_open = False
        self._read(has_ended=True)

    def close(self) -> None:
        """End it, whatever was asked."""
        self.is_open = False
        self._transport.abort()

    def _read(self, has_ended: bool) -> None:
        waiter, answer = self._waiter, None
        if waiter is None or waiter.done():
            self.is_open = False  # nobody asked for this
            return
        try:
            answer = answer_in(self._got, has_ended)
        except NoAnswer as error:
            self.is_open = False
            waiter.set_exception(error)
        if answer is not None:
            self._waiter = None
            self.is_open = self.is_open and not answer.is_last
            waiter.set_result(answer)


class Wire:
    """The connections to the server of `url`, as many as are asked at the same time."""

    def __init__(self, url: str, connect_seconds: float, longest_seconds: float) -> None:
        parts = urlsplit(url)
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if parts.scheme == "https" else 80)
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._connect_seconds, self._longest_seconds = connect_seconds, longest_seconds
        self._free: list[Connection] = []
        self._head = f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc.rpartition('@')[2]}\r\n".encode()

    async def post(self, fields: bytes, body: bytes) -> HttpAnswer:
        """Post a body under header `fields`, each with its line end. Raises OSError, TimeoutError among them."""
        request = b"%b%bContent-Length: %d\r\n\r\n%b" % (self._head, fields, len(body), body)
        async with asyncio.timeout(self._longest_seconds):
            connection = self._rested() or await self._connect()
            try:
                answer = await connection.ask(request)
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
        async with asyncio.timeout(self._connect_seconds):
            _transport, connection = await loop.create_connection(
                Connection, self._host, self._port, ssl=self._tls, happy_eyeballs_delay=NEXT_ADDRESS_SECONDS
            )
        return connection
