"""init-db: make the database, or bring it up to date."""

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from commands.refuse import refuse
from migrations import migrate


@click.command("init-db")
@with_appcontext
def init_db() -> None:
    """Create the database or migrate it to the newest version; safe to run any number of times."""
    try:
        migrate(current_app.extensions["house"].settings.database_url)
    except SQLAlchemyError as error:
        refuse(f"DATABASE_URL: the database cannot be reached ({type(error).__name__})")
    print("The database is ready.")
