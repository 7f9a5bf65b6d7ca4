"""What every message asks of the database and writes there, without what SQLAlchemy does anew each time.

A statement is a module's constant. Its SQL is written once for each kind of database and then goes to the driver itself,
in the session's own transaction and behind what the session has not written yet. What comes back are the session's own
objects. Only for what is asked all the time: through the mapper a question costs ten times what SQLite takes for it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, SelectBase, UpdateBase
from sqlalchemy.orm import Session, object_mapper
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.orm.exc import StaleDataError

from engine.plain_rows import by_key, change_of
from engine.plain_words import Words

Found = TypeVar("Found")
Given = Mapping[str, Any]
# Statements with more values in a tuple are written anew each time: there are too many different ones to keep.
LONGEST_KEPT = 100
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


def get(session: Session, table: type[Found], key: int | None) -> Found | None:
    """Return the row with this key as an object of the session, or None."""
    if key is None:
        return None
    known = session.identity_map.get(session.identity_key(table, key))
    return known if known is not None else scalar(session, by_key(cast(Any, table)), {"of_key": key})


def get_one(session: Session, table: type[Found], key: int | None) -> Found:
    """Return the row with this key, which is there."""
    found = get(session, table, key)
    assert found is not None, (table, key)
    return found


def write(session: Session, statement: UpdateBase, given: Given) -> int:
    """Run an INSERT or UPDATE and return how many rows it met."""
    return _run(session, statement, given)[1]


def flush(session: Session) -> None:
    """Write what the session has not written yet: one row by itself, several in the order that the mapper finds."""
    waiting = _waiting(session)
    if len(waiting) != 1 or not _has_stored(session, waiting[0]):
        session.flush()


def _run(session: Session, statement: SelectBase | UpdateBase, given: Given) -> tuple[Sequence[Any], int]:
    connection = session.connection()
    words = _words(connection, statement, given)
    waiting = _waiting(session)
    if waiting and any(words.speak_of(str(object_mapper(each).local_table)) for each in waiting):
        flush(session)
    return _told(session, connection, words, words.values(given))


def _told(session: Session, connection: Connection, words: Words, values: Any) -> tuple[Sequence[Any], int]:
    """Tell the database, and return what it found as it is read, and how many rows it met."""
    cursor = connection.connection.cursor()
    for listener in connection.engine.dispatch.before_cursor_execute:
        listener(connection, cursor, words.sql, values, None, False)
    try:
        cursor.execute(words.sql, values)
        found = cursor.fetchall() if words.bring_rows else []
    except Exception as error:
        # It breaks as everything else does: with SQLAlchemy's error, and a connection that has ended is left.
        connection._handle_dbapi_exception(error, words.sql, values, cursor, None)
    met = cursor.rowcount
    if found:
        found = words.read(session, found, cursor)
    cursor.close()
    return found, met


def _waiting(session: Session) -> list[Any]:
    return [*session.new, *session.dirty, *session.deleted]


def _has_stored(session: Session, row: Any) -> bool:
    """Write one new or changed row as the mapper would; False where only the mapper can."""
    state = instance_state(row)
    change = change_of(state) if state not in session._deleted else None
    if change is None:
        return False
    if change.given:
        connection = session.connection()
        words = _words(connection, change.statement, change.given)
        found, met = _told(session, connection, words, words.values(change.given))
        if met != 1:
            raise StaleDataError(f"a row of {object_mapper(row).local_table} is gone")
        row.__dict__.update(change.kept(found))
    session._register_persistent({state})
    return True


def _words(connection: Connection, statement: SelectBase | UpdateBase, given: Given) -> Words:
    """Return a statement as this kind of database is told it; tuples of other lengths are other words."""
    lengths = [len(value) for value in given.values() if isinstance(value, tuple)]
    key = (connection.dialect.name, statement, *lengths)
    words = _written.get(key)
    if words is None:
        words = Words(connection.dialect, statement, given)
        if max(lengths, default=0) <= LONGEST_KEPT:
            _written[key] = words
    return words
