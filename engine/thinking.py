"""Transactions on SQLite that read and think first: the intake writes meanwhile, and only the rest of them keeps it waiting.

Who thinks keeps the other writers of this process out. The intake adds events and changes nothing, so what was read
stays true. Whether another process wrote, SQLite tells the intake's own connection: its data_version changes with
every commit but those of that connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError

from engine.driver import driver_connection, run_on_sqlite

if TYPE_CHECKING:
    from engine.writer_lock import WriterLock

# What needs no lock; everything else does, and a WITH that only reads takes it for nothing.
READS = ("SELECT", "BEGIN")


class Overtaken(Exception):
    """Somebody else has written since: what was thought holds no more, and nothing of it is stored."""


class Thinking:
    """Whoever thinks now: one at a time. Sessions for it are made on `engine`; `intake` has a single connection."""

    def __init__(self, engine: Engine, intake: Engine, lock: WriterLock) -> None:
        self.engine = engine.execution_options(thinks_first=True)
        self._intake = intake
        self._lock = lock
        self._held = ExitStack()
        self._is_writing = False
        self._version: tuple[Any, int] | None = None
        event.listen(self.engine, "before_cursor_execute", self._before)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let one transaction of `engine` begin, think, write and end within the block."""
        with self._lock.beside_intake(), ExitStack() as self._held:
            with self._lock.writing():
                self._version = self._version_now()
            self._is_writing = False
            yield

    def _before(self, connection: Connection, _cursor: Any, statement: str, *_more: Any) -> None:
        if self._is_writing or statement.startswith(READS):
            return
        self._is_writing = True
        run_on_sqlite(connection.connection, "COMMIT", ())  # of what was only read
        self._held.enter_context(self._lock.writing())
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            if _still_reads(error):
                raise Overtaken from error
            raise
        if self._version_now() != self._version:
            raise Overtaken

    def _version_now(self) -> tuple[Any, int]:
        """Return the intake's connection and its data_version; to be asked while the intake cannot use it."""
        with driver_connection(self._intake) as connection:
            [(version,)] = run_on_sqlite(connection, "PRAGMA data_version", ())
            return connection.driver_connection, version


def _still_reads(error: OperationalError) -> bool:
    """Return whether a question of the transaction was not read to its end, so that it still sees what was."""
    return getattr(error.orig, "sqlite_errorname", "") == "SQLITE_BUSY_SNAPSHOT"
