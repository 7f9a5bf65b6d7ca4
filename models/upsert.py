"""INSERT that leaves out what is there already, on SQLite and PostgreSQL alike."""

from typing import Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from models.base import Base


def insert_new(session: Session, table: type[Base], unique: list[str]) -> Any:
    """Return an INSERT into `table` that passes over rows whose `unique` columns are taken; the caller adds values."""
    kinds: dict[str, Any] = {"postgresql": postgresql_insert, "sqlite": sqlite_insert}
    return kinds[session.get_bind().dialect.name](table).on_conflict_do_nothing(index_elements=unique)
