"""The migrations make what the models mean, on both kinds of database, and may be run again."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from migrations import is_current, is_ours, migrate
from models import Base


def test_a_migrated_database_is_what_the_models_say(db):
    with db.engine.connect() as connection:
        seen = MigrationContext.configure(connection, opts={"include_object": is_ours})
        assert compare_metadata(seen, Base.metadata) == []


def test_migrating_again_changes_nothing(db, database_url):
    migrate(database_url)
    with db.read() as session:
        assert is_current(session.connection())
