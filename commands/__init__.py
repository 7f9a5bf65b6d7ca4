"""What operators type: `flask --app bot <command>`. Exits 0, or 2 with one clear line; never a traceback for bad input."""

from flask import Flask

from commands import database, duties, invite, menus, offices, plan, status, understand


def register(app: Flask) -> None:
    """Add every command to the app."""
    found = (
        database.init_db,
        plan.import_plan,
        invite.invite,
        duties.job,
        duties.jobs,
        understand.understand,
        status.status,
        menus.rich_menu,
        offices.import_targets,
        offices.holiday,
    )
    for command in found:
        app.cli.add_command(command)
