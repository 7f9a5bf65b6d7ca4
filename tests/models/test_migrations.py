"""The migrations make what the models mean, on both kinds of database, and may be run again."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from migrations import _config, is_current, is_known, is_ours, migrate, revision_of
from models import Base


def test_a_migrated_database_is_what_the_models_say(db):
    with db.engine.connect() as connection:
        seen = MigrationContext.configure(connection, opts={"include_object": is_ours})
        assert compare_metadata(seen, Base.metadata) == []


def test_migrating_again_changes_nothing(db, database_url):
    migrate(database_url)
    with db.read() as session:
        assert is_current(session.connection())


def test_the_names_of_the_files_say_which_revision_is_the_newest(db):
    scripts = ScriptDirectory.from_config(_config())
    with db.read() as session:
        assert revision_of(session.connection()) == scripts.get_current_head()
    assert all(is_known(each.revision) for each in scripts.walk_revisions())
    assert not is_known("9999")
