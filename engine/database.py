"""The database behind one URL: short write transactions, read sessions, and SQLite set up to be durable."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

import structlog
from sqlalchemy import (
    Connection,
    Engine,
    ExceptionContext,
    PoolProxiedConnection,
    create_engine,
    event,
)
from sqlalchemy.exc import DisconnectionError, OperationalError

from engine.driver import driver_connection
from engine.json_text import json_text, json_value
from engine.on_sqlite import sqlite_engine
from engine.ways import go_along
from engine.writer_lock import WriterLock

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

log = structlog.get_logger()
Result = TypeVar("Result")
LOOK_AGAIN_SECONDS = 0.5
# A server whose machine or network is gone says nothing at all; Linux would wait for it for a quarter of an hour.
GONE_SOON = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 15_000,
}
AFTER_COMMIT = "after_commit"
BEFORE_COMMIT = "before_commit"


def has_ended(socket: int) -> bool:
    """Return whether something came in on a connection that has asked for nothing: only a server that ends it speaks then.

    A question to the server, as SQLAlchemy and psycopg ask it, would cost three words to and fro each time.
    """
    listening = select.poll()
    listening.register(socket, select.POLLIN)
    return bool(listening.poll(0))


def when_it_answers(do: Callable[[], Result], seconds: float) -> Result:
    """Do something with a server that may be just starting: again for up to `seconds`, then OperationalError."""
    until = time.monotonic() + seconds
    while True:
        try:
            return do()
        except OperationalError:
            if time.monotonic() >= until:
                raise
            log.info("database_awaited")
            time.sleep(LOOK_AGAIN_SECONDS)


def after_commit(session: Session, do: Callable[[], None]) -> None:
    """Let `do` run once the session's write() block has committed; not at all where it is rolled back."""
    session.info.setdefault(AFTER_COMMIT, []).append(do)


def before_commit(session: Session, do: Callable[[Session], None]) -> None:
    """Let `do` write at the end of the session's write() block, in its transaction; not at all where it is rolled back."""
    session.info.setdefault(BEFORE_COMMIT, []).append(do)


class Database:
    """Sessions on one database.

    SQLite takes one writer at a time and its busy handler sleeps, so writers of one process queue on a lock instead
    (measured: p99 of 330 ms without it, 17 ms with it).
    """

    def __init__(self, url: str) -> None:
        self.is_sqlite = url.startswith("sqlite")
        self.engine = sqlite_engine(url) if self.is_sqlite else _postgresql(url)
        self._writer = WriterLock() if self.is_sqlite else None
        # What the intake has prepared on its connection nobody else may throw away.
        self._intake = self.engine if self.is_sqlite else _postgresql(url, connections=1)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed at the end of the block, rolled back where it raises."""
        from sqlalchemy.orm import Session  # a process that only takes in does without

        from engine import plain

        with self._turn(), Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session
            # A block that rolled back by itself has no transaction any more, and leaves nothing to be written.
            if session.in_transaction():
                for write in session.info.pop(BEFORE_COMMIT, ()):
                    write(session)
                plain.commit(session)
        for do in session.info.pop(AFTER_COMMIT, ()):
            do()

    @contextmanager
    def intake(self) -> Iterator[PoolProxiedConnection]:
        """A connection for one statement that commits by itself (engine/driver.py); it goes before all other writers.

        LINE waits for it, so it does without a session and without a BEGIN and a COMMIT of its own.
        It is asked for from one thread at a time.
        """
        with self._turn(is_intake=True), driver_connection(self._intake) as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that changes nothing: on SQLite it never waits for a writer."""
        from sqlalchemy.orm import Session

        with Session(self.engine.execution_options(read_only=True), expire_on_commit=False) as session:
            yield session

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A connection that changes nothing, for a question that needs no session."""
        with self.engine.execution_options(read_only=True).connect() as connection:
            yield connection

    def _turn(self, is_intake: bool = False) -> AbstractContextManager[None]:
        if self._writer is None:
            return nullcontext()
        return self._writer.first() if is_intake else self._writer.in_turn()

    def close(self) -> None:
        self.engine.dispose()
        self._intake.dispose()


def _postgresql(url: str, connections: int = 10) -> Engine:
    # An error's text goes to the log, and the values of a statement are what people wrote: they stay out of it.
    engine = create_engine(
        url,
        pool_size=connections,
        max_overflow=connections,
        hide_parameters=True,
        json_serializer=json_text,
        json_deserializer=json_value,
        # What is worth it engine/pipeline.py prepares; the driver would now and then have all of it forgotten.
        connect_args={**GONE_SOON, "prepare_threshold": None},
    )

    go_along(engine)

    @event.listens_for(engine, "checkout")
    def leave_the_dead(connection: Any, _record: Any, _proxy: Any) -> None:
        if has_ended(connection.fileno()):
            raise DisconnectionError  # another one is opened in its place

    @event.listens_for(engine, "handle_error")
    def tell_no_values(context: ExceptionContext) -> None:
        # PostgreSQL's second line ("DETAIL: Failing row contains …") is the row itself.
        for error in (context.original_exception, context.sqlalchemy_exception):
            if error is not None and error.args:
                error.args = (str(error.args[0]).split("\n", 1)[0], *error.args[1:])

    return engine
