"""What every message asks of the database and writes there, without what SQLAlchemy does anew each time.

A statement is a module's constant. Its SQL is written once for each kind of database and then goes to the driver itself,
in the session's own transaction and behind what the session has not written yet. What comes back are the session's own
objects. Only for what is asked all the time: through the mapper a question costs ten times what SQLite takes for it.

On PostgreSQL what nobody waits for travels with the next question (engine/pipeline.py).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, SelectBase, UpdateBase
from sqlalchemy.orm import Session, object_mapper
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.orm.exc import StaleDataError

from engine.errand import Errand, Way
from engine.plain_rows import by_key, change_of
from engine.plain_words import Words
from engine.ways import reached

Found = TypeVar("Found")
Given = Mapping[str, Any]
Question = tuple[SelectBase, Given]
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
    return _run(session, query, given)[0]


def get(session: Session, table: type[Found], key: int | None) -> Found | None:
    """Return the row with this key as an object of the session, or None."""
    if key is None:
        return None
    known = session.identity_map.get(session.identity_key(table, key))
    return known if known is not None else scalar(session, *with_key(table, key))


def with_key(table: type[Found], key: int) -> tuple[Select[Found], Given]:
    """Return the question that get() asks."""
    return by_key(cast(Any, table)), {"of_key": key}


def get_one(session: Session, table: type[Found], key: int | None) -> Found:
    """Return the row with this key, which is there."""
    found = get(session, table, key)
    assert found is not None, (table, key)
    return found


def write(session: Session, statement: UpdateBase, given: Given) -> int:
    """Run an INSERT or UPDATE and return how many rows it met."""
    return _run(session, statement, given)[1]


def write_later(
    session: Session, statement: UpdateBase, given: Given, tell: Callable[[Any], None] = lambda _: None
) -> None:
    """Run an INSERT or UPDATE before the transaction ends; only then at the latest `tell` hears what it returns."""
    connection, way = reached(session)
    words = _words(connection, statement, given)
    _flush_what_it_is_about(session, words)

    def is_written(errand: Errand) -> None:
        for value in words.read(session, errand.found, errand.described) if errand.found else ():
            tell(value)

    _give(connection, way, words, given, then=is_written)


def ask_ahead(session: Session, questions: Iterable[Question]) -> None:
    """Let questions travel with the next one: whoever asks one of them with the same values in this transaction has its
    answer at once. What is written meanwhile to a table that an answer tells of makes it worthless.
    """
    connection, way = reached(session)
    if way.ahead is None:
        return
    for query, given in questions:
        key, words = _key(query, given), _words(connection, query, given)
        if key not in way.ahead and not _waiting_for(session, words):
            way.ahead[key] = _give(connection, way, words, given)


def flush(session: Session, *, is_last: bool = False) -> None:
    """Write what the session has not written yet: one row by itself, several in the order that the mapper finds."""
    waiting = _waiting(session)
    if len(waiting) != 1 or not _has_stored(session, waiting[0], is_last=is_last):
        session.flush()


def commit(session: Session) -> None:
    """Write what the session has not written yet as the last of its transaction, and end it where that saves a word."""
    flush(session, is_last=True)
    connection, way = reached(session)
    way.commit(connection)


def _run(session: Session, statement: SelectBase | UpdateBase, given: Given) -> tuple[list[Any], int]:
    connection, way = reached(session)
    words = _words(connection, statement, given)
    _flush_what_it_is_about(session, words)
    errand = None
    if way.ahead and words.table is None:
        errand = way.ahead.pop(_key(statement, given), None)
    if errand is None:
        errand = _give(connection, way, words, given)
    if not errand.is_back:
        way.deliver(connection)
    found = words.read(session, errand.found, errand.described) if errand.found else []
    return found, errand.met


def _give(connection: Connection, way: Way, words: Words, given: Given, **more: Any) -> Errand:
    """Give a statement on its way."""
    errand = Errand(words, words.values(given), **more)
    if way.ahead and words.table is not None:
        for key in [key for key, each in way.ahead.items() if each.words.speak_of(words.table)]:
            del way.ahead[key]
    way.give(connection, errand)
    return errand


def _key(statement: SelectBase | UpdateBase, given: Given) -> object:
    return statement, frozenset(given.items())


def _waiting(session: Session) -> list[Any]:
    return [*session.new, *session.dirty, *session.deleted]


def _waiting_for(session: Session, words: Words) -> bool:
    return not session._is_clean() and any(
        words.speak_of(str(object_mapper(each).local_table)) for each in _waiting(session)
    )


def _flush_what_it_is_about(session: Session, words: Words) -> None:
    if _waiting_for(session, words):
        flush(session)


def _has_stored(session: Session, row: Any, *, is_last: bool) -> bool:
    """Write one new or changed row as the mapper would; False where only the mapper can."""
    state = instance_state(row)
    change = change_of(state) if state not in session._deleted else None
    if change is None:
        return False
    if not change.given:
        session._register_persistent({state})
        return True
    connection, way = reached(session)
    words = _words(connection, change.statement, change.given)

    def is_stored(errand: Errand) -> None:
        if errand.met != 1:
            raise StaleDataError(f"a row of {object_mapper(row).local_table} is gone")
        if change.key is not None:
            row.__dict__[change.key] = words.read(session, errand.found, errand.described)[0]
            session._register_persistent({state})

    row.__dict__.update(change.new)
    _give(connection, way, words, change.given, then=is_stored, may_fail=state.key is not None)
    if change.key is None:
        session._register_persistent({state})
    elif not is_last:
        way.deliver(connection)  # whoever writes a new row wants its number
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
