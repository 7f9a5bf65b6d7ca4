"""Requests over connections that are kept alive, from threads: a sixth of what a general HTTP client costs.

Like line/wire.py it asks one thing at a time of each connection, follows no redirect, takes every fault for an OSError,
and leaves reading to httptools (docs/decisions/0009-pushes-on-asyncio.md).
"""

import select
import socket
import ssl
import time
from collections import deque
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from httptools import HttpParserError, HttpResponseParser

from line.wire import KEEP_SECONDS, MOST_BYTES, HttpAnswer, NoAnswer

AT_ONCE = 65_536


class Patience(NamedTuple):
    """How many seconds a connection may take to come about, and then an answer to be whole."""

    connect: float
    answer: float


class BlockingWire:
    """The connections to the server of `base`, as many as are asked at the same time."""

    def __init__(self, base: str) -> None:
        parts = urlsplit(base)
        self._address = (parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
        self._path = parts.path
        self._host = parts.netloc.rpartition("@")[2]
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._free: deque[_Connection] = deque()

    def post(self, path: str, headers: Mapping[str, str], body: bytes, patience: Patience) -> HttpAnswer:
        """Post a body to base + path. Raises OSError, TimeoutError among them."""
        fields = "".join(f"{name}: {value.strip()}\r\n" for name, value in headers.items())
        head = f"POST {self._path}{path} HTTP/1.1\r\nHost: {self._host}\r\n{fields}Content-Length: {len(body)}\r\n\r\n"
        connection = self._rested() or self._connect(patience.connect)
        try:
            answer = connection.ask(head.encode("latin-1") + body, patience.answer)
        except BaseException:
            connection.close()
            raise
        if connection.is_open:
            self._free.append(connection)
        else:
            connection.close()
        return answer

    def _rested(self) -> "_Connection | None":
        """Return a connection that may be asked: the one that rested last, so that the others come to an end."""
        while self._free:
            try:
                connection = self._free.pop()
            except IndexError:  # another thread was faster
                return None
            if connection.may_be_asked():
                return connection
            connection.close()
        return None

    def _connect(self, seconds: float) -> "_Connection":
        plain = socket.create_connection(self._address, timeout=seconds)
        try:
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return _Connection(
                self._tls.wrap_socket(plain, server_hostname=self._address[0]) if self._tls else plain
            )
        except BaseException:
            plain.close()
            raise


class _Connection:
    """One connection, asked by one thread at a time."""

    def __init__(self, opened: socket.socket) -> None:
        self._socket = opened
        self._parser = HttpResponseParser(self)
        self._request_id: str | None = None
        self._body = b""
        self._answer: HttpAnswer | None = None
        self.is_open = True
        self._rests_since = 0.0

    def ask(self, request: bytes, seconds: float) -> HttpAnswer:
        """Send a request and return its answer, whole within so many seconds. Raises OSError."""
        until, got_bytes = time.monotonic() + seconds, 0
        self._answer = None
        self._socket.settimeout(seconds)
        self._socket.sendall(request)
        while self._answer is None:
            self._socket.settimeout(max(0.001, until - time.monotonic()))
            piece = self._socket.recv(AT_ONCE)
            got_bytes += len(piece)
            if not piece or got_bytes > MOST_BYTES:
                raise NoAnswer("no answer, half of one, or more than one")
            try:
                self._parser.feed_data(piece)
            except HttpParserError as error:
                raise NoAnswer(f"no HTTP: {error}") from error
        self._rests_since = time.monotonic()
        return self._answer

    def may_be_asked(self) -> bool:
        """Return whether it is fresh, and nothing came in while it asked for nothing: its end, as a rule."""
        listening = select.poll()
        listening.register(self._socket, select.POLLIN)
        return time.monotonic() - self._rests_since < KEEP_SECONDS and not listening.poll(0)

    def close(self) -> None:
        self._socket.close()

    # What the parser calls.

    def on_message_begin(self) -> None:
        if self._answer is not None:
            self.is_open = False  # nobody asked for this
        self._request_id, self._body = None, b""

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"x-line-request-id":
            self._request_id = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        status = self._parser.get_status_code()
        if status < 200 or self._answer is not None:
            return  # "100 Continue" and its like come before the answer
        self.is_open = self.is_open and self._parser.should_keep_alive()
        self._answer = HttpAnswer(status, self._request_id, self._body)
