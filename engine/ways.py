"""Which way statements take past SQLAlchemy, and how they keep their order with those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, event

from engine.errand import AtOnce
from engine.pipeline import Pipeline

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from engine.errand import Way

PIPELINE = "pipeline"
REACHED = "how the database is reached"


def reached(session: Session) -> tuple[Connection, Way]:
    """Return the session's connection and the way to its database, looked up once in each of its transactions."""
    transaction = session.get_nested_transaction() or session.get_transaction()
    known = session.info.get(REACHED)
    if known is not None and known[0] is transaction:
        return known[1], known[2]
    connection = session.connection()
    way: Way = pipeline_of(connection) if connection.dialect.name == "postgresql" else AtOnce()
    session.info[REACHED] = (session.get_nested_transaction() or session.get_transaction(), connection, way)
    return connection, way


def pipeline_of(connection: Connection) -> Pipeline:
    """Return the pipeline of a connection, which lasts as long as PostgreSQL knows it."""
    found: Pipeline | None = connection.info.get(PIPELINE)
    if found is None:
        found = connection.info[PIPELINE] = Pipeline(connection.connection.driver_connection)
    return found


def go_along(engine: Engine) -> None:
    """Let pipelines keep the order of what the engine's connections are told, and end with their transactions."""

    @event.listens_for(engine, "before_cursor_execute")
    def go_before(
        connection: Connection, _cursor: Any, statement: str, _values: Any, _context: Any, _many: bool
    ) -> None:
        found = _found(connection)
        if found is not None:
            found.deliver(connection)
            # What it changes was not seen by what was asked before it.
            if not statement.lstrip().startswith("SELECT"):
                found.ahead.clear()

    @event.listens_for(engine, "commit")
    def go_before_the_end(connection: Connection) -> None:
        found = _found(connection)
        if found is not None:
            found.deliver(connection)
            found.forget()

    @event.listens_for(engine, "begin")
    @event.listens_for(engine, "rollback")
    def forget(connection: Connection) -> None:
        found = _found(connection)
        if found is not None:
            found.forget()


def _found(connection: Connection) -> Pipeline | None:
    """Return the pipeline of a connection, None where it has none or has ended."""
    if connection.closed or connection.invalidated:
        return None
    found: Pipeline | None = connection.info.get(PIPELINE)
    return found
