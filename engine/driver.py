"""The database's own driver, for the one statement that LINE waits for: what SQLAlchemy does around it costs far more.

Connections come from its pool, and what breaks is told as its errors. A statement is written as the driver takes it, with
? (SQLite) or $1 (PostgreSQL) for each value, and commits by itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection
from sqlalchemy.exc import DBAPIError

PREPARED = "prepared"


@contextmanager
def driver_connection(engine: Engine) -> Iterator[PoolProxiedConnection]:
    """A pooled connection for statements of the driver's own."""
    driver: Any = engine.dialect.dbapi
    connection: PoolProxiedConnection | None = None
    try:
        connection = engine.raw_connection()
        yield connection
    except driver.Error as error:
        raise _as_sqlalchemy_tells(error, engine, connection) from error
    finally:
        if connection is not None:
            connection.close()


def _as_sqlalchemy_tells(
    error: Any, engine: Engine, connection: PoolProxiedConnection | None
) -> BaseException:
    """Return SQLAlchemy's error for one of the driver's, and leave a connection that has ended."""
    driver: Any = engine.dialect.dbapi
    is_lost = connection is not None and engine.dialect.is_disconnect(
        error, connection.driver_connection, None
    )
    if connection is not None and is_lost:
        connection.invalidate(error)
    told: BaseException = DBAPIError.instance(
        None, None, error, driver.Error, connection_invalidated=is_lost, dialect=engine.dialect
    )
    return told


def run_on_sqlite(connection: PoolProxiedConnection, statement: str, values: Sequence[str]) -> list[Any]:
    """Run a statement, and return its rows once it has committed."""
    driven: Any = connection.driver_connection
    found: list[Any] = driven.execute(statement, values).fetchall()
    return found


def run_on_postgresql(connection: PoolProxiedConnection, statement: str, values: Sequence[str]) -> None:
    """Run a statement that is prepared once for each connection, which nobody else may use: one word to the server."""
    driven: Any = connection.driver_connection
    prepared = connection.info.setdefault(PREPARED, {})
    name = prepared.get(statement)
    if name is None:
        name = f"statement_{len(prepared)}".encode()
        _check(driven.pgconn.exec_(b"SET client_encoding TO 'UTF8'"))
        _check(driven.pgconn.prepare(name, statement.encode()))
        prepared[statement] = name
    _check(driven.pgconn.exec_prepared(name, [value.encode() for value in values]))


def _check(result: Any) -> None:
    """Raise the driver's error where PostgreSQL refused."""
    from psycopg import pq

    if result.status not in (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK):
        raise refusal_of(result)


def refusal_of(result: Any) -> Exception:
    """Return the driver's error for a refusal; without the row itself, which its second line may hold."""
    from psycopg import errors, pq

    state = result.error_field(pq.DiagnosticField.SQLSTATE) or b""
    words = result.error_field(pq.DiagnosticField.MESSAGE_PRIMARY) or result.error_message
    kind: type[errors.Error] = errors.OperationalError
    with suppress(KeyError):  # a connection that was lost has no state, and an extension may have its own
        kind = errors.lookup(state.decode())
    return kind(words.decode(errors="replace"))
