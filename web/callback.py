"""LINE's webhook: verify, store, say 200. Nothing else happens inside the request."""

import hashlib
import json
from datetime import datetime
from typing import Any

import structlog
from flask import Blueprint, Response, jsonify, request
from sqlalchemy.exc import SQLAlchemyError

from engine.house import House
from line.signature import channel_that_signed
from models.inbox import store_events

log = structlog.get_logger()
MOST_BYTES = 2 * 1024 * 1024


def callback_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("callback", __name__)

    @blueprint.post("/callback")
    def callback() -> tuple[Response, int]:
        if (request.content_length or 0) > MOST_BYTES:
            return jsonify(message="too large"), 413
        body = request.get_data(cache=False)
        channel = channel_that_signed(house.settings.channels, body, request.headers.get("X-Line-Signature"))
        if channel is None:
            return jsonify(message="signature missing or wrong"), 400
        try:
            rows = event_rows(body, channel.name, house.clock.now())
        except ValueError:
            return jsonify(message="not a LINE webhook body"), 400
        try:
            _store(house, rows)
        except (SQLAlchemyError, OSError):
            # LINE asks again only after an error: never say 200 for what is not stored.
            log.exception("events_not_stored", events=len(rows))
            return jsonify(message="try again"), 503
        return jsonify({}), 200

    return blueprint


def event_rows(body: bytes, channel: str, received_at: datetime) -> list[dict[str, Any]]:
    """Return the rows to store for a webhook body; ValueError where it is not one.

    Whatever LINE adds to an event is kept. An entry that is no object is left out and never costs its neighbours.
    """
    try:
        parsed = json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(parsed, dict) or not isinstance(parsed.get("events", []), list):
        raise ValueError("no events")
    events = [event for event in parsed.get("events", []) if isinstance(event, dict)]
    return [_row(event, channel, received_at) for event in events]


def _row(event: dict[str, Any], channel: str, received_at: datetime) -> dict[str, Any]:
    text = json.dumps(event, ensure_ascii=False, separators=(",", ":")).replace("\\u0000", "")
    given = event.get("source")
    source = given if isinstance(given, dict) else {}
    speaker = next(
        (source[name] for name in ("userId", "groupId", "roomId") if isinstance(source.get(name), str)), "?"
    )
    known = event.get("webhookEventId")
    stamp = event.get("timestamp")
    return {
        # An event without an id of its own is known by its content, so that a repetition is still seen.
        "webhook_event_id": known[:64]
        if isinstance(known, str) and known
        else hashlib.sha256(text.encode()).hexdigest(),
        "channel": channel,
        "lane": f"{channel}:{speaker}"[:160],
        "timestamp_ms": stamp
        if isinstance(stamp, int) and 0 <= stamp < 2**62
        else int(received_at.timestamp() * 1000),
        "body": text.encode("utf-8", errors="replace").decode(),
        "received_at": received_at,
    }


def _store(house: House, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    with house.db.write() as session:
        for lane in store_events(session, rows):
            house.work.enqueue(session, "handle", lane, lane)
