"""LINE's webhook: verify, store, say 200. Nothing else happens inside the request."""

from typing import Any

import structlog
from flask import Blueprint, Response, jsonify, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import RequestEntityTooLarge

from engine.house import House
from line.signature import channel_that_signed
from models.inbox import store_events
from web.events import event_rows

log = structlog.get_logger()
MOST_BYTES = 2 * 1024 * 1024


def callback_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("callback", __name__)

    @blueprint.post("/callback")
    def callback() -> tuple[Response, int]:
        request.max_content_length = MOST_BYTES
        try:
            body = request.get_data(cache=False)
        except RequestEntityTooLarge:
            return jsonify(message="too large"), 413
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


def _store(house: House, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    with house.db.write() as session:
        for lane in store_events(session, rows):
            house.work.enqueue(session, "handle", lane, lane)
