"""One new or changed object of a session as a statement: for engine/plain."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ClauseElement, Select, UpdateBase, bindparam, insert, inspect, select, update
from sqlalchemy.orm import InstanceState, Mapper


@dataclass(frozen=True)
class Change:
    """A statement, what it is given, what the object then holds beside it, and the column that the database numbers."""

    statement: UpdateBase
    given: Mapping[str, Any]
    new: Mapping[str, Any]
    key: str | None = None


def change_of(state: InstanceState[Any]) -> Change | None:
    """Return how to write an object, with nothing given where nothing changed; None where only the mapper can."""
    change = _new(state) if state.key is None else _changed(state)
    if any(isinstance(value, ClauseElement) for value in change.given.values()):
        return None
    return change


def _new(state: InstanceState[Any]) -> Change:
    values: dict[str, Any] = {}
    by_default: dict[str, Any] = {}
    for name, column in _columns(state.mapper).items():
        value = state.dict.get(name)
        if value is None and column.default is not None:
            default = column.default
            value = by_default[name] = default.arg(None) if default.is_callable else default.arg
        if value is not None or (name in state.dict and column.server_default is None):
            values[name] = value
    key = _key(state.mapper)
    is_numbered = values.get(key) is None
    if is_numbered:
        values.pop(key, None)
    statement = _insert(state.mapper, tuple(values), is_numbered)
    return Change(statement, _prefixed(values), by_default, key if is_numbered else None)


def _changed(state: InstanceState[Any]) -> Change:
    names = [name for name, before in state.committed_state.items() if state.dict[name] != before]
    given = _prefixed({name: state.dict[name] for name in names})
    if given:
        given["of_key"] = state.key[1][0] if state.key else None
    return Change(_update(state.mapper, tuple(names)), given, {})


def _prefixed(values: Mapping[str, Any]) -> dict[str, Any]:
    # SQLAlchemy keeps the names of columns for itself.
    return {f"new_{name}": value for name, value in values.items()}


@cache
def by_key(table: type[Any]) -> Select[Any]:
    """Return the question for the row of a table with the key `of_key`."""
    mapper: Mapper[Any] = inspect(table)
    return select(table).where(mapper.primary_key[0] == bindparam("of_key"))


@cache
def _columns(mapper: Mapper[Any]) -> dict[str, Any]:
    return {each.key: each.columns[0] for each in mapper.column_attrs}


@cache
def _key(mapper: Mapper[Any]) -> str:
    return mapper.get_property_by_column(mapper.primary_key[0]).key


@cache
def _insert(mapper: Mapper[Any], names: tuple[str, ...], is_numbered: bool) -> UpdateBase:
    columns = _columns(mapper)
    statement = insert(mapper.class_).values({columns[name]: bindparam(f"new_{name}") for name in names})
    return statement.returning(*mapper.primary_key) if is_numbered else statement


@cache
def _update(mapper: Mapper[Any], names: tuple[str, ...]) -> UpdateBase:
    columns = _columns(mapper)
    statement = update(mapper.class_).where(mapper.primary_key[0] == bindparam("of_key"))
    return statement.values({columns[name]: bindparam(f"new_{name}") for name in names})
