"""A statement in the words of one kind of database, and how its values go there and come back: for engine/plain."""

import copy
import re
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect, Select, SelectBase, UpdateBase, inspect
from sqlalchemy.orm import Mapper, Session
from sqlalchemy.orm.attributes import instance_state

Change = Callable[[Any], Any] | None
Rows = Sequence[Sequence[Any]]
Described = Sequence[Sequence[Any]]  # of each column its name and the driver's word for its type


class Words:
    """`given` are values of the kind that will be given: tuples are told value by value, so their lengths count."""

    def __init__(
        self, dialect: Dialect, statement: SelectBase | UpdateBase, given: Mapping[str, Any]
    ) -> None:
        self._dialect, self._statement = dialect, statement
        compiled: Any = statement.compile(dialect=_numbering(dialect), column_keys=list(given))
        expanded = compiled.construct_expanded_state(given)
        self.sql: str = expanded.statement
        self._order: Sequence[str] = expanded.positiontup or ()
        self._spread: Mapping[str, Sequence[str]] = expanded.parameter_expansion
        changes = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for name, bind in compiled.binds.items()
        }
        self._changes = {
            each: changes[name]
            for name in given
            for each in self._spread.get(name, (name,))
            if changes.get(name) is not None
        }
        self._names = frozenset(re.findall(r"\w+", self.sql))
        values = {**compiled.params, **{each.key: _default(each) for each in compiled.insert_prefetch}}
        self._constants = {
            name: changes[name](value) if changes.get(name) is not None else value
            for name, value in values.items()
            if name not in given
        }
        self.bring_rows = len(statement.exported_columns) > 0
        # The one that it changes.
        self.table = str(statement.table) if isinstance(statement, UpdateBase) else None
        self._reader: Callable[[Session, Rows], list[Any]] | None = None

    def speak_of(self, table: str) -> bool:
        """Return whether the statement is about a table; in doubt it is."""
        return table in self._names

    def values(self, given: Mapping[str, Any]) -> list[Any]:
        """Return the values in the order in which the driver takes them."""
        found = {**self._constants, **given}
        for name, names in self._spread.items():
            found.update(zip(names, found.pop(name), strict=True))
        for name, change in self._changes.items():
            found[name] = change(found[name])
        return [found[name] for name in self._order]

    def read(self, session: Session, found: Rows, described: Callable[[], Described]) -> list[Any]:
        """Return what the driver brought as objects of the session, as single values or as named tuples."""
        if self._reader is None:
            self._reader = self._learnt(described())
        return self._reader(session, found)

    def _learnt(self, description: Described) -> Callable[[Session, Rows], list[Any]]:
        mapper = _mapper_of(self._statement)
        if mapper is not None:
            of_table = [mapper.local_table.c[each[0]] for each in description]
            return _Objects(mapper, of_table, self._backs(of_table, description)).read
        columns: list[Any] = list(self._statement.exported_columns)
        backs = self._backs(columns, description)
        if len(columns) == 1:
            return lambda _session, found: [_changed(row, backs)[0] for row in found]
        row: Any = namedtuple("Row", " ".join(str(each.key) for each in columns), rename=True)  # type: ignore[misc]
        return lambda _session, found: [row._make(_changed(each, backs)) for each in found]

    def _backs(self, columns: Sequence[Any], description: Described) -> list[tuple[int, Any]]:
        """Return at which places values are changed on their way back, and how."""
        found = [
            column.type.dialect_impl(self._dialect).result_processor(self._dialect, described[1])
            for column, described in zip(columns, description, strict=True)
        ]
        return [(place, change) for place, change in enumerate(found) if change is not None]


class _Objects:
    """Makes objects of the session from whole rows; one that the session holds already stays as it is there."""

    def __init__(self, mapper: Mapper[Any], columns: Sequence[Any], backs: Sequence[tuple[int, Any]]) -> None:
        self._mapper, self._backs = mapper, backs
        self._names = [mapper.get_property_by_column(column).key for column in columns]
        self._key = [columns.index(column) for column in mapper.primary_key]

    def read(self, session: Session, found: Rows) -> list[Any]:
        return [self._object(session, row) for row in found]

    def _object(self, session: Session, row: Sequence[Any]) -> Any:
        key = self._mapper.identity_key_from_primary_key(tuple([row[place] for place in self._key]))
        known = session.identity_map.get(key)
        if known is not None:
            return known
        made = self._mapper.class_manager.new_instance()
        made.__dict__.update(zip(self._names, _changed(row, self._backs), strict=True))
        # What the mapper does with what it has loaded; the public way to it costs as much as asking did.
        state = instance_state(made)
        state.key, state.session_id = key, session.hash_key
        session.identity_map.add(state)
        return made


def _numbering(dialect: Dialect) -> Dialect:
    """Return the dialect as it writes $1 for the first value, which is PostgreSQL's own way; SQLite takes ?."""
    if dialect.name != "postgresql":
        return dialect
    found = copy.copy(dialect)
    found.paramstyle, found.positional = "numeric_dollar", True
    found.identifier_preparer = found.preparer(found)
    return found


def _changed(row: Sequence[Any], backs: Sequence[tuple[int, Any]]) -> Sequence[Any]:
    if not backs:
        return row
    values = list(row)
    for place, change in backs:
        values[place] = change(values[place])
    return values


def _default(column: Any) -> Any:
    assert column.default.is_scalar, f"{column} must be given"
    return column.default.arg


def _mapper_of(statement: SelectBase | UpdateBase) -> Mapper[Any] | None:
    """Return the mapper of the objects for which a statement asks, None where it asks for columns."""
    if not isinstance(statement, Select):
        return None
    asked = [each["expr"] for each in statement.column_descriptions]
    found = inspect(asked[0], raiseerr=False) if len(asked) == 1 else None
    return found if isinstance(found, Mapper) else None
