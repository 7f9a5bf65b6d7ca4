"""What every message asks of the database, without what SQLAlchemy does anew each time it is asked.

A statement is a module's constant. Its SQL is written once for each kind of database and then goes to the driver itself,
in the session's own transaction and behind what the session has not written yet. What comes back are the session's own
objects. Only for what is asked all the time: through the mapper a question costs ten times what SQLite takes for it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, SelectBase, UpdateBase
from sqlalchemy.orm import Session, object_mapper

from engine.plain_words import Words

Found = TypeVar("Found")
Given = Mapping[str, Any]
_written: dict[tuple[object, ...], Words] = {}


def scalars(session: Session, query: Select[Found], given: Given) -> list[Found]:
    """Return what a question finds: objects of the session, or the values of its one column."""
    return cast(list[Found], _run(session, query, given)[0])


def scalar(session: Session, query: Select[Found], given: Given) -> Found | None:
    """Return the first that a question finds, or None."""
    found = scalars(session, query, given)
    return found[0] if found else None


def rows(session: Session, query: SelectBase, given: Given) -> list[Any]:
    """Return what a question finds as named tuples of its columns."""
    return list(_run(session, query, given)[0])


def write(session: Session, statement: UpdateBase, given: Given) -> int:
    """Run an INSERT or UPDATE and return how many rows it met."""
    return _run(session, statement, given)[1]


def _run(session: Session, statement: SelectBase | UpdateBase, given: Given) -> tuple[Sequence[Any], int]:
    connection = session.connection()
    words = _words(connection, statement, given)
    _write_first(session, words)
    values = words.values(given)
    cursor = connection.connection.cursor()
    try:
        for listener in connection.engine.dispatch.before_cursor_execute:
            listener(connection, cursor, words.sql, values, None, False)
        cursor.execute(words.sql, values)
        found = cursor.fetchall() if cursor.description else []
    except Exception as error:
        # It breaks as everything else does: with SQLAlchemy's error, and a connection that has ended is left.
        connection._handle_dbapi_exception(error, words.sql, values, cursor, None)
    met = cursor.rowcount
    if found:
        found = words.read(session, found, cursor.description)
    cursor.close()
    return found, met


def _write_first(session: Session, words: Words) -> None:
    """Write what the session has not written yet, where the statement speaks of it."""
    waiting = [*session.new, *session.dirty, *session.deleted]
    if any(words.speak_of(str(object_mapper(each).local_table)) for each in waiting):
        session.flush()


def _words(connection: Connection, statement: SelectBase | UpdateBase, given: Given) -> Words:
    """Return a statement as this kind of database is told it; lists of other lengths are other words."""
    lengths = [len(value) for value in given.values() if isinstance(value, list)]
    key = (connection.dialect.name, statement, *lengths)
    words = _written.get(key)
    if words is None:
        words = _written[key] = Words(connection.dialect, statement, given)
    return words
