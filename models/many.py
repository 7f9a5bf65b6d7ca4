"""Questions about many rows at once, by their ids."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, any_, bindparam, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.types import UserDefinedType

DIALECTS = ("sqlite", "postgresql")


class Numbers(UserDefinedType[str]):
    """Whole numbers as listed() writes them.

    PostgreSQL is told that the value is a list of numbers. Given as a text that it is to read (CAST), it does so again for
    each row that it looks at.
    """

    cache_ok = True
    render_bind_cast = True

    def get_col_spec(self, **_given: Any) -> str:
        return "BIGINT[]"


def is_among(session: Session, column: InstrumentedAttribute[Any], ids: Iterable[int]) -> ColumnElement[bool]:
    """Return whether a column is one of these ids: one value, as hundreds are written and read anew in each statement."""
    dialect = session.get_bind().dialect.name
    return _is_among(dialect, column, literal(listed(dialect, ids), Numbers()))


def is_among_given(dialect: str, column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Return the same for a statement that is built once and given `ids` as listed() writes them."""
    return _is_among(dialect, column, bindparam("ids", type_=Numbers()))


def listed(dialect: str, ids: Iterable[int]) -> str:
    """Return ids as the database reads a list of them; psycopg would write a list number by number."""
    numbers = ",".join(map(str, ids))
    return f"[{numbers}]" if dialect == "sqlite" else f"{{{numbers}}}"


def _is_among(
    dialect: str, column: InstrumentedAttribute[Any], ids: BindParameter[str]
) -> ColumnElement[bool]:
    if dialect == "sqlite":
        return column.in_(select(func.json_each(ids).table_valued("value").c.value))
    return column == any_(ids)
