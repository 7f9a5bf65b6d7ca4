"""The stand-in for LINE under a clock the test sets, and a bot that only listens."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import urllib3
from werkzeug.wrappers import Request, Response

from tests.web.stand_in_cast import MALI, SOMCHAI, text
from web.stand_in import LineStandIn
from web.stand_in.server import Server


class Clock:
    """A clock that stands still until the test moves it."""

    def __init__(self) -> None:
        self.at = datetime(2021, 4, 30, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **time: float) -> None:
        self.at += timedelta(**time)


class Listener:
    """A webhook that keeps each request and answers with `status`."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.raw: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.status = 200
        self.server = Server(self)

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        self.raw.append(request.get_data())
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        self.heard.append(json.loads(self.raw[-1]))
        return Response("{}", self.status)(environ, start_response)

    @property
    def events(self) -> list[dict[str, Any]]:
        return [event for body in self.heard for event in body["events"]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def webhook() -> Iterator[Listener]:
    listener = Listener()
    listener.server.start()
    yield listener
    listener.server.stop()


@pytest.fixture
def line(clock: Clock, webhook: Listener) -> Iterator[LineStandIn]:
    with LineStandIn(clock.now) as stand_in:
        stand_in.callback_url = webhook.server.url + "/callback"
        stand_in.add_friend(SOMCHAI, "สมชาย")
        stand_in.add_friend(MALI, "มาลี")
        yield stand_in


@pytest.fixture
def call(line: LineStandIn) -> Callable[..., urllib3.BaseHTTPResponse]:
    """Call the API as the bot does: call("POST", "/v2/bot/…", {…})."""
    pool = urllib3.PoolManager(retries=False)

    def ask(
        method: str, path: str, body: Any = None, token: str | None = None, **headers: str
    ) -> urllib3.BaseHTTPResponse:
        sent = {"Authorization": f"Bearer {token or line.access_token}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if isinstance(body, bytes):
            return pool.request(method, line.base_url + path, body=body, headers=sent, timeout=3)
        return pool.request(method, line.base_url + path, json=body, headers=sent, timeout=3)

    return ask


@pytest.fixture
def push(call: Callable[..., urllib3.BaseHTTPResponse]) -> Callable[..., urllib3.BaseHTTPResponse]:
    """Push one text: push(to, retry_key=None)."""

    def do(to: str = SOMCHAI, retry_key: str | None = None) -> urllib3.BaseHTTPResponse:
        headers = {"X_Line_Retry_Key": retry_key} if retry_key else {}
        return call("POST", "/v2/bot/message/push", {"to": to, "messages": [text()]}, **headers)

    return do
