"""JSON as the database keeps it: what is only passed on needs to be neither text nor dicts in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, LargeBinary, TypeCoerce, cast, event, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.elements import Cast


@contextmanager
def as_kept(
    session: Session, column: InstrumentedAttribute[Any]
) -> Iterator[Cast[bytes] | TypeCoerce[bytes]]:
    """Yield a JSON column as bytes, for statements of this block, which read no other JSON."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        yield cast(column, LargeBinary)
        return
    event.listen(connection, "before_cursor_execute", _pass_on)
    try:
        yield type_coerce(column, LargeBinary)
    finally:
        event.remove(connection, "before_cursor_execute", _pass_on)


def _pass_on(_connection: Connection, cursor: Any, *_statement: Any) -> None:
    from psycopg.types.json import set_json_loads

    set_json_loads(_as_it_is, cursor)


def _as_it_is(json: str | bytes) -> str | bytes:
    return json
