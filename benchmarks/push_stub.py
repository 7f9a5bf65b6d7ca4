"""LINE's push endpoint for measuring: TLS, a steady delay, and a record of what it took under each retry key.

    python -m benchmarks.push_stub CERTIFICATE KEY DELAY_MS

Prints its port. `GET /told` answers what it has taken since the last time: its request ids of each key, and how many in
each second.
"""

import asyncio
import itertools
import re
import ssl
import sys
import time
from collections import Counter, defaultdict

import orjson

HEAD_ENDS = b"\r\n\r\n"
LENGTH = re.compile(rb"(?i)content-length: *(\d+)")
RETRY_KEY = re.compile(rb"(?i)x-line-retry-key: *([\w-]+)")
TAKEN = b'{"sentMessages":[{"id":"1","quoteToken":"q"}]}'
UNLIMITED = b'{"type":"none","totalUsage":0}'
numbers = itertools.count(1)


class Taken:
    """What was taken since the record began."""

    def __init__(self) -> None:
        self.request_ids: dict[str, list[str]] = defaultdict(list)
        self.seconds: Counter[int] = Counter()
        self.began = self.ended = 0.0

    def take(self, key: str) -> tuple[bytes, str]:
        """Take a push; one whose key is known is refused as LINE does. Return the status line and the request id."""
        now, request_id = time.monotonic(), str(next(numbers))
        known = key in self.request_ids
        self.request_ids[key].append(request_id)
        self.began, self.ended = self.began or now, now
        self.seconds[int(now - self.began)] += 1
        return b"409 Conflict" if known else b"200 OK", request_id

    def told(self) -> bytes:
        return orjson.dumps(
            {
                "request_ids": self.request_ids,
                "a_second": list(self.seconds.values()),
                "lasted": self.ended - self.began,
            }
        )


class Connection(asyncio.Protocol):
    """One of LINE's clients; asks for what it sends, one request after another."""

    delay = 0.0
    taken = Taken()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport, self._got = transport, b""

    def data_received(self, data: bytes) -> None:
        self._got += data
        head_ends = self._got.find(HEAD_ENDS)
        if head_ends < 0:
            return
        head, begins = self._got[:head_ends], head_ends + len(HEAD_ENDS)
        length = LENGTH.search(head)
        ends = begins + (int(length[1]) if length else 0)
        if len(self._got) >= ends:
            self._got = self._got[ends:]
            self._answer(head)

    def _answer(self, head: bytes) -> None:
        key = RETRY_KEY.search(head)
        if key is not None:
            status, request_id = self.taken.take(key[1].decode())
            asyncio.get_running_loop().call_later(self.delay, self._write, status, TAKEN, request_id)
        elif head.startswith(b"GET /told"):
            self._write(b"200 OK", self.taken.told(), "0")
            Connection.taken = Taken()
        else:
            self._write(b"200 OK", UNLIMITED, "0")

    def _write(self, status: bytes, body: bytes, request_id: str) -> None:
        head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nx-line-request-id: %b\r\nContent-Length: %d"
        self._transport.write(head % (status, request_id.encode(), len(body)) + HEAD_ENDS + body)  # type: ignore[attr-defined]


async def serve(certificate: str, key: str, delay_ms: str) -> None:
    Connection.delay = float(delay_ms) / 1000
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:4]))
