"""Questions about many rows at once, by their ids."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ARRAY, JSON, BigInteger, ColumnElement, any_, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session


def is_among(session: Session, column: InstrumentedAttribute[Any], ids: Iterable[int]) -> ColumnElement[bool]:
    """Return whether a column is one of these ids: one value, as hundreds are written and read anew in each statement."""
    if session.get_bind().dialect.name == "sqlite":
        return column.in_(select(func.json_each(literal(list(ids), JSON)).table_valued("value").c.value))
    return column == any_(literal(list(ids), ARRAY(BigInteger)))
