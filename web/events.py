"""From a webhook body to the rows of the inbox: whatever LINE adds is kept, and nothing in it can do harm."""

import hashlib
import json
from datetime import datetime
from typing import Any

import orjson

LONGEST_ID = 64
LONGEST_LANE = 160


def event_rows(body: bytes, channel: str, received_at: datetime) -> list[dict[str, Any]]:
    """Return the rows to store for a webhook body; ValueError where it is not one.

    An entry that is no object is left out and never costs its neighbours.
    """
    try:
        parsed = _parsed(body)
        return _rows(parsed, channel, received_at)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _rows(parsed: Any, channel: str, received_at: datetime) -> list[dict[str, Any]]:
    if not isinstance(parsed, dict) or not isinstance(parsed.get("events", []), list):
        raise ValueError("no events")
    events = [event for event in parsed.get("events", []) if isinstance(event, dict)]
    return [_row(event, channel, received_at) for event in events]


def _row(event: dict[str, Any], channel: str, received_at: datetime) -> dict[str, Any]:
    text = _text(event)
    stamp = event.get("timestamp")
    return {
        "webhook_event_id": _id_of(event, text),
        "channel": channel,
        "lane": f"{channel}:{_speaker(event)}"[:LONGEST_LANE],
        "timestamp_ms": stamp
        if isinstance(stamp, int) and 0 <= stamp < 2**53
        else int(received_at.timestamp() * 1000),
        "body": text,
        "received_at": received_at,
    }


def _id_of(event: dict[str, Any], text: str) -> str:
    known = event.get("webhookEventId")
    if isinstance(known, str) and 0 < len(known) <= LONGEST_ID:
        return known
    # An event without an id of its own is known by its content, so that a repetition is still seen.
    return hashlib.sha256(text.encode()).hexdigest()


def _speaker(event: dict[str, Any]) -> str:
    source = event.get("source")
    if not isinstance(source, dict):
        return "?"
    found = (source.get(name) for name in ("userId", "groupId", "roomId"))
    return next((each for each in found if isinstance(each, str)), "?")


def _parsed(body: bytes) -> Any:
    """Return the JSON of a body, as a database can keep it."""
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        # Halves of surrogate pairs, NaN and deep nests: what the standard library reads is not refused.
        return _storable(json.loads(body))
    return _storable(found) if b"\\u0000" in body else found


def _text(event: dict[str, Any]) -> str:
    try:
        return orjson.dumps(event).decode()
    except TypeError:  # numbers over 64 bits, nests deeper than 254
        return json.dumps(event, ensure_ascii=False, separators=(",", ":"))


def _storable(value: Any) -> Any:
    """Return JSON without what a database cannot keep: NUL characters, and halves of surrogate pairs."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", errors="replace").decode()
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, dict):
        return {_storable(key): _storable(each) for key, each in value.items()}
    return value
