"""A LINE that takes everything at once and keeps nothing: for measuring what we cost, not what it costs."""

from collections.abc import Callable, Iterable
from typing import Any

ANSWER = b'{"sentMessages":[{"id":"1","quoteToken":"q"}]}'
HEADERS = [("Content-Type", "application/json"), ("Content-Length", str(len(ANSWER)))]


def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """Answer 200 to whatever is asked."""
    environ["wsgi.input"].read()
    start("200 OK", HEADERS)
    return [ANSWER]
