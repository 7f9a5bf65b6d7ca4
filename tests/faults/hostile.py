"""Webhook bodies that nobody should send, each with the status that is right for it; the same ones for the same seed."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass

from web.stand_in import LineStandIn

MEGABYTE = 1_000_000
SOMEBODY = {"type": "user", "userId": "U" + "e" * 32}


@dataclass(frozen=True)
class Post:
    """A body, its signature (None: the header is missing) and the status that it deserves."""

    body: bytes
    signature: str | None
    status: int


def hostile_posts(line: LineStandIn, seed: int = 1) -> Iterator[Post]:
    """Yield ever more bodies: unsigned, wrongly signed, and signed ones that are no webhook or hold nothing of sense."""
    chance = random.Random(seed)
    kinds = (_noise, _broken, _no_webhook, _wrong_shapes)
    while True:
        body, status = chance.choice(kinds)(chance)
        if chance.random() < 0.5:
            yield Post(body, chance.choice((None, "", "A" * 44, "é" * 20, line.signature(body + b" "))), 400)
        else:
            yield Post(body, line.signature(body), status)


def big_posts(line: LineStandIn) -> Iterator[Post]:
    """Yield bodies of a megabyte, of five, and nests as deep as they are long."""
    million = _webhook(
        [{"type": "novelty", "webhookEventId": "big", "source": SOMEBODY, "x": "a" * MEGABYTE}]
    )
    for body, status in (
        (million, 200),
        (b"[" * MEGABYTE, 400),
        (b'{"events":' + b"[" * (MEGABYTE // 2) + b"]" * (MEGABYTE // 2) + b"}", 400),
        (b'{"a":' * (MEGABYTE // 5), 400),
        (b"9" * MEGABYTE, 400),
        (b'{"events":[' + b"{}," * (MEGABYTE // 3), 400),
        (b'"' + b"\\u0000" * (MEGABYTE // 6) + b'"', 400),
        (b"x" * (5 * MEGABYTE), 413),
    ):
        yield Post(body, line.signature(body), status)
        yield Post(body, None, status if status == 413 else 400)


def _noise(chance: random.Random) -> tuple[bytes, int]:
    return chance.randbytes(chance.randrange(0, 2000)) + b"\xff", 400


def _broken(chance: random.Random) -> tuple[bytes, int]:
    whole = _webhook([_message(chance)])
    return whole[: chance.randrange(1, len(whole))], 400


def _no_webhook(chance: random.Random) -> tuple[bytes, int]:
    body = chance.choice(
        [
            b"null",
            b"[]",
            b"7",
            b'"events"',
            b'{"events":{}}',
            b'{"events":"many"}',
            b'{"events":null}',
            b"[" * 5000,
        ]
    )
    return body, 400


def _wrong_shapes(chance: random.Random) -> tuple[bytes, int]:
    """Return a signed webhook of entries that are no events: it is taken, and nothing comes of it."""
    entries: list[object] = [None, 7, "event", [], [[[]]], True, 1e308, 10**30, "\ud800", "\0"]
    return _webhook(chance.choices(entries, k=chance.randrange(0, 100))), 200


def _message(chance: random.Random) -> dict[str, object]:
    words = {"type": "text", "id": str(chance.randrange(10**17)), "text": "รายงาน" * chance.randrange(20)}
    return {"type": "message", "webhookEventId": "01" + "0" * 24, "source": SOMEBODY, "message": words}


def _webhook(events: list[object]) -> bytes:
    return json.dumps({"destination": "U" + "b0" * 16, "events": events}).encode()
