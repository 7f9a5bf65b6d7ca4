"""LINE and the officers of a measurement in one loop: sends webhooks, takes replies, and holds each against its message."""

import asyncio
import itertools
import re
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from benchmarks.handling_office import Officer
from line.signature import sign

REPLY = "/v2/bot/message/reply"
TAKEN = b'{"sentMessages":[{"id":"1","quoteToken":"q"}]}'
CONFIRM = re.compile(r"d:[\w-]+:confirm:\d+")
RECEIPT = "เลขรับ"
SECONDS_TO_ANSWER = 60.0
CONNECTIONS = 16


@dataclass
class Seen:
    """What happened since the last reset: the waits in seconds from webhook to reply, and what was not right."""

    waits: list[float] = field(default_factory=list)
    receipts: int = 0
    wrong: list[str] = field(default_factory=list)


class OfficersAndLine:
    def __init__(self, secret: str, ahead: timedelta) -> None:
        self._secret, self._ahead = secret, ahead
        self._asked: dict[str, asyncio.Future[tuple[float, list[dict[str, Any]]]]] = {}
        self._numbers = itertools.count(1)
        self._posts: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
        self.seen = Seen()
        self.url = ""
        self.is_over = False

    async def start(self) -> None:
        """Listen as LINE does."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def connect(self, port: int) -> None:
        for _ in range(CONNECTIONS):
            self._posts.put_nowait(await asyncio.open_connection("127.0.0.1", port))

    async def report_again_and_again(self, officers: "asyncio.Queue[tuple[Officer, int]]") -> None:
        """Let one officer after another report and confirm, until it is over."""
        while not self.is_over:
            officer, number = officers.get_nowait()
            await self._report(officer, officer.report(number))
            officers.put_nowait((officer, number + 1))

    async def _report(self, officer: Officer, words: str) -> None:
        text = {"type": "text", "id": str(10**17 + next(self._numbers)), "quoteToken": "q", "text": words}
        card = await self._say(officer, {"type": "message", "message": text})
        tap = CONFIRM.search(card)
        if tap is None:
            self.seen.wrong.append(f"{words}: no card to confirm but {card[:200]}")
            return
        receipt = await self._say(officer, {"type": "postback", "postback": {"data": tap[0]}})
        if RECEIPT in receipt:
            self.seen.receipts += 1
        else:
            self.seen.wrong.append(f"{words}: no receipt but {receipt[:200]}")

    async def _say(self, officer: Officer, what: dict[str, Any]) -> str:
        """Send an event, wait for its one answer, and return that as text."""
        token = uuid.uuid4().hex
        self._asked[token] = asyncio.get_running_loop().create_future()
        begun = time.monotonic()
        await self._post(self._event(officer, token, what))
        async with asyncio.timeout(SECONDS_TO_ANSWER):
            came_at, messages = await self._asked[token]
        self.seen.waits.append(came_at - begun)
        if len(messages) != 1:
            self.seen.wrong.append(f"{len(messages)} messages in one answer")
        return orjson.dumps(messages).decode()

    def _event(self, officer: Officer, token: str, what: dict[str, Any]) -> bytes:
        event = {
            **what,
            "webhookEventId": uuid.uuid4().hex[:26].upper(),
            "deliveryContext": {"isRedelivery": False},
            "timestamp": int((datetime.now(UTC) + self._ahead).timestamp() * 1000),
            "source": {"type": "user", "userId": officer.user_id},
            "replyToken": token,
            "mode": "active",
        }
        return orjson.dumps({"destination": "U" + "0" * 32, "events": [event]})

    async def _post(self, body: bytes) -> None:
        reader, writer = await self._posts.get()
        head = (
            "POST /callback HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n"
            f"X-Line-Signature: {sign(self._secret, body)}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        status, _body = await _message(reader)
        self._posts.put_nowait((reader, writer))
        if b" 200 " not in status:
            raise SystemExit(f"the webhook was answered with {status!r}")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            try:
                first, body = await _message(reader)
            except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
                writer.close()
                return
            if REPLY.encode() in first:
                self._take(orjson.loads(body))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(TAKEN), TAKEN))

    def _take(self, reply: dict[str, Any]) -> None:
        asked = self._asked.get(reply["replyToken"])
        if asked is None or asked.done():
            self.seen.wrong.append("an answer to nothing, or a second one")
        else:
            asked.set_result((time.monotonic(), reply["messages"]))


async def _message(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Return the first line and the body of a request or response."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: *(\d+)", head)
    return head.split(b"\r\n", 1)[0], await reader.readexactly(int(length[1]) if length else 0)
