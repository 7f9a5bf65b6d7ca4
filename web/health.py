"""Is the bot alive, and is it ready: for the platform that restarts it and for the person who looks."""

from collections.abc import Iterator
from datetime import timedelta

from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from engine.house import House
from migrations import is_current
from models.inbox import oldest_waiting

LONGEST_WAIT = timedelta(minutes=5)
# A worker that dies is replaced within seconds; web processes go on taking messages in all the while.
LONGEST_WITHOUT_WORKER_SECONDS = 60.0


def health_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="alive")

    @blueprint.get("/readyz")
    def readyz() -> tuple[Response, int]:
        troubles = [*_clock(), *_database(house)]
        return jsonify(ready=not troubles, troubles=troubles), 503 if troubles else 200

    return blueprint


def _clock() -> Iterator[str]:
    ticker = current_app.extensions.get("ticker")
    if ticker is not None and not ticker.is_well:
        yield "clock: it has not ticked for a minute; restart the process"


def _database(house: House) -> Iterator[str]:
    try:
        with house.db.read() as session:
            if is_current(session.connection()):
                yield from _queue(house, session)
            else:
                yield "migrations: run `flask --app bot init-db`"
    except SQLAlchemyError as error:
        yield f"database: {type(error).__name__}"


def _queue(house: House, session: Session) -> Iterator[str]:
    oldest = oldest_waiting(session)
    if oldest is not None and house.clock.now() - oldest > LONGEST_WAIT:
        yield "queue: a message has been waiting for over five minutes"
    vitals = house.work.vitals(session)
    if vitals.workers == 0 and vitals.oldest_seconds > LONGEST_WITHOUT_WORKER_SECONDS:
        yield "workers: none is alive and work waits; start one (docs/running.md, Several processes)"
