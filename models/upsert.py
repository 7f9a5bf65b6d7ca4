"""INSERT that leaves out what is there already, on SQLite and PostgreSQL alike."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from engine import plain
from models.base import Base

KINDS: dict[str, Any] = {"postgresql": postgresql_insert, "sqlite": sqlite_insert}


def insert_new(session: Session, table: type[Base], unique: list[str]) -> Any:
    """Return an INSERT into `table` that passes over rows whose `unique` columns are taken; the caller adds values."""
    return KINDS[session.get_bind().dialect.name](table).on_conflict_do_nothing(index_elements=unique)


def write_new(
    session: Session, table: type[Base], unique: tuple[str, ...], values: Mapping[str, Any]
) -> int | None:
    """Put in a row of what is written all the time, and return its id; None where its `unique` columns are taken.

    The statement is built once, and the mapper is not asked: together they cost four times as much as running it.
    """
    dialect = session.get_bind().dialect.name
    return plain.scalar(session, _new_row(dialect, table, unique), values)


def write_new_later(
    session: Session,
    table: type[Base],
    unique: tuple[str, ...],
    values: Mapping[str, Any],
    tell: Callable[[int], None],
) -> None:
    """Put in such a row before the transaction ends, and `tell` its id by then; nothing where its columns are taken."""
    dialect = session.get_bind().dialect.name
    plain.write_later(session, _new_row(dialect, table, unique), values, tell)


@cache
def _new_row(dialect: str, table: type[Base], unique: tuple[str, ...]) -> Any:
    rows: Any = table.__table__
    return KINDS[dialect](rows).on_conflict_do_nothing(index_elements=unique).returning(rows.c.id)
