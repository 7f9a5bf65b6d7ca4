"""Is the bot alive, and is it ready: for the platform that restarts it and for the person who looks."""

from collections.abc import Iterator
from datetime import timedelta

import orjson
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from engine.house import House
from engine.intake import oldest_waiting
from migrations import is_current
from web.callback import Answer

LONGEST_WAIT = timedelta(minutes=5)
# A worker that dies is replaced within seconds; web processes go on taking messages in all the while.
LONGEST_WITHOUT_WORKER_SECONDS = 60.0
ALIVE = Answer("200 OK", b'{"status":"alive"}\n')


def healthz(_house: House) -> Answer:
    return ALIVE


def readyz(house: House) -> Answer:
    troubles = [*_clock(house), *_database(house)]
    body = orjson.dumps({"ready": not troubles, "troubles": troubles}) + b"\n"
    return Answer("503 SERVICE UNAVAILABLE" if troubles else "200 OK", body)


def _clock(house: House) -> Iterator[str]:
    if house.ticker is not None and not house.ticker.is_well:
        yield "clock: it has not ticked for a minute; restart the process"


def _database(house: House) -> Iterator[str]:
    try:
        with house.db.look() as connection:
            if is_current(connection):
                yield from _queue(house, connection)
            else:
                yield "migrations: run `flask --app bot init-db`"
    except SQLAlchemyError as error:
        yield f"database: {type(error).__name__}"


def _queue(house: House, connection: Connection) -> Iterator[str]:
    oldest = oldest_waiting(connection)
    if oldest is not None and house.clock.now() - oldest > LONGEST_WAIT:
        yield "queue: a message has been waiting for over five minutes"
    vitals = house.work.vitals(connection)
    if vitals.workers == 0 and vitals.oldest_seconds > LONGEST_WITHOUT_WORKER_SECONDS:
        yield "workers: none is alive and work waits; start one (docs/running.md, Several processes)"
