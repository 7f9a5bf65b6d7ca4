"""Stands before Flask and answers LINE's webhook by itself, at a fraction of the cost of a request in Flask."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from engine.house import House
from web.callback import MOST_BYTES, TOO_LARGE, Answer, Callback

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]
PATH = "/callback"
# What people open from a link now and then: each takes much that the webhook never needs.
PAGES = ("/photos/", "/form/", "/imports/", "/papers/", "/charts/")
NOT_ALLOWED = Answer("405 METHOD NOT ALLOWED", b'{"message":"POST only"}\n')


class Front:
    """A WSGI application: /callback is answered here, what links open by `pages`, everything else by `inner`."""

    def __init__(self, house: House, inner: Application, pages: Application | None = None) -> None:
        self._callback = Callback(house)
        self._inner = inner
        self._pages = pages or inner

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["PATH_INFO"] != PATH:
            is_page = environ["PATH_INFO"].startswith(PAGES)
            return (self._pages if is_page else self._inner)(environ, start)
        answer = self._answer(environ)
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(answer.body)))]
        if answer is NOT_ALLOWED:
            headers.append(("Allow", "POST"))
        start(answer.status, headers)
        return [answer.body]

    def _answer(self, environ: Environ) -> Answer:
        if environ["REQUEST_METHOD"] != "POST":
            return NOT_ALLOWED
        body = _body(environ)
        if body is None:
            return TOO_LARGE
        return self._callback.answer(body, environ.get("HTTP_X_LINE_SIGNATURE"))


class Late:
    """A WSGI application that is made when somebody first asks for something of it."""

    def __init__(self, make: Callable[[], Application]) -> None:
        self._make = make
        self._made: Application | None = None
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        with self._lock:
            if self._made is None:
                self._made = self._make()
        return self._made(environ, start)


def _body(environ: Environ) -> bytes | None:
    """Return the bytes of a request, None where they are too many; no more than that is read."""
    said = environ.get("CONTENT_LENGTH") or ""
    if said.isascii() and said.isdigit():
        length = int(said)
        return None if length > MOST_BYTES else _read(environ["wsgi.input"], length)
    if not environ.get("wsgi.input_terminated"):
        return b""  # nobody says where it ends
    body = _read(environ["wsgi.input"], MOST_BYTES + 1)
    return None if len(body) > MOST_BYTES else body


def _read(stream: Any, length: int) -> bytes:
    """Return `length` bytes, or fewer where the sender ends before; one read may return less than there is."""
    body: bytes = stream.read(length)
    while len(body) < length and (more := stream.read(length - len(body))):
        body += more
    return body
