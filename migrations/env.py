"""Runs migrations on the database that migrate() names, all in one transaction."""

from alembic import context

from engine.database import Database
from models import Base

database = Database(context.config.attributes["database_url"])
with database.engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=database.is_sqlite)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
database.close()
