"""The database's own history: migrate() brings any older database up to date, and may be run any number of times."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect, text

from engine.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

HERE = Path(__file__).parent
TABLE = "alembic_version"


def _config(database_url: str = "") -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["database_url"] = database_url
    return config


def is_ours(_item: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """Return whether a table belongs to our models: those of the task queue are Procrastinate's."""
    return kind != "table" or not (name or "").startswith("procrastinate_")


def migrate(database_url: str) -> None:
    """Create the database or bring it up to the newest revision."""
    if _is_up_to_date(database_url):
        return  # as at nearly every start, which then does without alembic
    from alembic import command

    command.upgrade(_config(database_url), "head")


def _is_up_to_date(database_url: str) -> bool:
    database = Database(database_url)
    try:
        with database.engine.connect() as connection:
            return is_current(connection)
    finally:
        database.close()


def is_current(connection: Connection) -> bool:
    """Return whether the database is at the newest revision."""
    return revision_of(connection) == _revisions()[-1]


def revision_of(connection: Connection) -> str | None:
    """Return the revision that a database is at, None before the first."""
    if not inspect(connection).has_table(TABLE):
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {TABLE}"))  # noqa: S608  ours
    return found


def is_known(revision: str) -> bool:
    """Return whether this version of the bot has the revision, so that it can go on from there."""
    return revision in _revisions()


def _revisions() -> list[str]:
    """Return all revisions, oldest first: each file's name begins with its own."""
    return sorted(path.name.split("_")[0] for path in (HERE / "versions").glob("[0-9]*.py"))
