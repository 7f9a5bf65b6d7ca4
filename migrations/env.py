"""Runs migrations on the database that migrate() names, all in one transaction."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, BigInteger, text

from engine.database import Database
from migrations import is_ours
from models import Base
from models.base import Moment, Percent, Word


def render_item(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """Write column types out in plain SQLAlchemy, so that an old migration never depends on today's code."""
    if kind != "type":
        return False
    if isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, Word):
        return "sa.String(32)"
    if isinstance(item, Percent):
        return "sa.Integer()"
    if isinstance(item, JSON):
        return "JSON"
    return "ID" if isinstance(item, BigInteger) and item._variant_mapping else False


database = Database(context.config.attributes["database_url"])
with database.engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=database.is_sqlite,
        render_item=render_item,
        include_object=is_ours,
    )
    with context.begin_transaction():
        if not database.is_sqlite:
            # Several processes start at once: one migrates, and the others find it done.
            connection.execute(text("SELECT pg_advisory_xact_lock(20210503)"))
        context.run_migrations()
    connection.commit()
database.close()
