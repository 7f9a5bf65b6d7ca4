"""The database's own history: migrate() brings any older database up to date, and may be run any number of times."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

HERE = Path(__file__).parent


def _config(database_url: str = "") -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["database_url"] = database_url
    return config


def is_ours(_item: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """Return whether a table belongs to our models: those of the task queue are Procrastinate's."""
    return kind != "table" or not (name or "").startswith("procrastinate_")


def migrate(database_url: str) -> None:
    """Create the database or bring it up to the newest revision."""
    command.upgrade(_config(database_url), "head")


def is_current(connection: Connection) -> bool:
    """Return whether the database is at the newest revision."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    return revision_of(connection) == newest


def revision_of(connection: Connection) -> str | None:
    """Return the revision that a database is at, None before the first."""
    return MigrationContext.configure(connection).get_current_revision()


def is_known(revision: str) -> bool:
    """Return whether this version of the bot has the revision, so that it can go on from there."""
    return any(each.revision == revision for each in ScriptDirectory.from_config(_config()).walk_revisions())
