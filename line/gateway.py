"""One gateway a channel: every message, picture and question to LINE goes through here.

Messages leave over wires of their own (line/posts.py); everything else over one connection pool for the process, always
with a time-out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
import urllib3

from line.breaker import Breaker
from line.bucket import Bucket
from line.credentials import NoToken
from line.posts import Pushes, Replies
from line.tokens import authorised, tokens_of
from settings import Channel, Settings

log = structlog.get_logger()
TIMEOUT = urllib3.Timeout(connect=3, read=10)
# Nothing depends on the moving dots, so they hold nobody up.
LOADING_TIMEOUT = urllib3.Timeout(connect=2, read=2)
LONGEST_WAIT_FOR_LOADING = 0.5
MOST_BYTES = 50 * 1024 * 1024
LOADING = "/v2/bot/chat/loading/start"
# Requests a second, for each channel and endpoint. Source: Messaging API reference, rate limits.
REPLIES_A_SECOND, LOADINGS_A_SECOND = 2000, 100
# Only one process at a time pushes on a channel (jobs/push.py), so it may use the limit up: no second holds more.
PUSHES_A_SECOND, PUSH_SHARE, PUSH_BURST_SECONDS = 2000, 0.98, 0.02


@dataclass(frozen=True)
class Content:
    """The bytes of a photo or file; None while LINE still prepares them (`is_ready` False) or has lost them."""

    data: bytes | None
    content_type: str = ""
    is_ready: bool = True


class Gateway:
    def __init__(self, channel: Channel, api_base: str, data_api_base: str) -> None:
        self._api = api_base
        self._data_api = data_api_base
        self.tokens = tokens_of(channel, api_base)
        self._pool = urllib3.PoolManager(maxsize=32, timeout=TIMEOUT, retries=False)
        self._reply_bucket, self._loading_bucket = Bucket(REPLIES_A_SECOND), Bucket(LOADINGS_A_SECOND)
        self.push_bucket = Bucket(PUSHES_A_SECOND, PUSH_SHARE, PUSH_BURST_SECONDS)
        self.reply_breaker, self.push_breaker = Breaker(), Breaker()
        # How many processes send at the same time; the engine knows.
        self.sharers: Callable[[], int] = lambda: 1

    def pushes(self) -> Pushes:
        """Return the wire by which pushes leave, to be opened in an event loop."""
        return Pushes(self._api, self.tokens)

    def replies(self) -> Replies:
        """Return the wire by which replies leave, to be opened in an event loop."""
        return Replies(self._api, self.tokens)

    def until_reply(self) -> float:
        """Take the next moment for a reply, and return in how many seconds it comes."""
        return self._reply_bucket.take(self.sharers())

    def show_loading(self, user_id: str, seconds: int = 20) -> None:
        """Show the moving dots in a one-to-one chat; whether it works does not matter."""
        if self._loading_bucket.take(self.sharers()) > LONGEST_WAIT_FOR_LOADING:
            return
        url, asked = self._api + LOADING, {"chatId": user_id, "loadingSeconds": seconds}
        try:
            response = authorised(
                self.tokens,
                lambda bearer: self._pool.request(
                    "POST", url, json=asked, headers=bearer, timeout=LOADING_TIMEOUT
                ),
            )
        except (NoToken, urllib3.exceptions.HTTPError) as error:
            log.warning("line_unreachable", path=LOADING, fault=type(error).__name__)
        else:
            request_id = response.headers.get("x-line-request-id")
            log.info(
                "line_request", method="POST", path=LOADING, status=response.status, request_id=request_id
            )

    def content(self, message_id: str) -> Content:
        """Fetch what a message carries. Raises OSError where LINE cannot be reached or is unwell."""
        path = f"{self._data_api}/v2/bot/message/{message_id}/content"
        response = self._fetch(path)
        if response.status == 202:
            return Content(None, is_ready=False)
        if response.status in (404, 410):
            return Content(None)
        if response.status != 200:
            raise OSError(f"content answered {response.status}")
        if len(response.data) > MOST_BYTES:
            return Content(None)
        return Content(response.data, response.headers.get("Content-Type", ""))

    def quota(self) -> tuple[int | None, int]:
        """Return this month's limit (None: unlimited) and how much of it is used. Raises OSError where unknown."""
        limit, used = self._json("/v2/bot/message/quota"), self._json("/v2/bot/message/quota/consumption")
        try:
            most = int(limit["value"]) if limit.get("type") == "limited" else None
            return most, int(used["totalUsage"])
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise OSError("the quota cannot be read") from error

    def members(self, kind: str, chat_id: str) -> int:
        """Return how many people a "group" or "room" holds: what LINE counts for a push to it. Raises OSError."""
        found = self._json(f"/v2/bot/{kind}/{chat_id}/members/count")
        try:
            return int(found["count"])
        except (KeyError, TypeError, ValueError) as error:
            raise OSError("the members cannot be counted") from error

    def display_name(self, user_id: str) -> str | None:
        """Return the name that a person shows in LINE, or None where it cannot be had."""
        try:
            return str(self._json(f"/v2/bot/profile/{user_id}")["displayName"])
        except (OSError, KeyError):
            return None

    def _json(self, path: str) -> dict[str, Any]:
        response = self._fetch(self._api + path)
        if response.status != 200:
            raise OSError(f"{path} answered {response.status}")
        try:
            found: dict[str, Any] = response.json()
        except ValueError as error:
            raise OSError(f"{path} answered no JSON") from error
        return found

    def _fetch(self, url: str) -> urllib3.BaseHTTPResponse:
        try:
            response = authorised(self.tokens, lambda bearer: self._pool.request("GET", url, headers=bearer))
        except urllib3.exceptions.HTTPError as error:
            raise OSError(f"LINE cannot be reached: {type(error).__name__}") from error
        # Message and user ids stay out of the log: the path's shape is enough to find the request at LINE.
        shape = re.sub(r"/(\d{6,}|[UCR][0-9a-f]{32})", "/…", url)
        log.info("line_request", method="GET", path=shape, status=response.status)
        return response


def gateways(settings: Settings) -> dict[str, Gateway]:
    """Return one gateway for each channel, by its name."""
    return {
        channel.name: Gateway(channel, settings.line_api_base, settings.line_data_api_base)
        for channel in settings.channels
    }
