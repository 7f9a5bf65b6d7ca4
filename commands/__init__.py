"""What operators type: `flask --app bot <command>`. Exits 0, or 2 with one clear line; never a traceback for bad input."""

from flask import Flask

from commands.access_log import access_log
from commands.audit import audit
from commands.backup import backup, restore
from commands.database import init_db
from commands.doctor import doctor
from commands.duties import job, jobs, shift
from commands.invite import invite
from commands.menus import rich_menu
from commands.offices import holiday, import_targets
from commands.people import import_people
from commands.plan import import_plan
from commands.plan_changes import import_changes
from commands.province_bounds import province_bounds
from commands.reconcile import reconcile_command
from commands.report import report
from commands.status import status
from commands.treasury import import_treasury
from commands.understand import understand
from commands.worker import worker

COMMANDS = (
    init_db,
    import_plan,
    import_changes,
    import_people,
    import_treasury,
    reconcile_command,
    invite,
    job,
    jobs,
    shift,
    understand,
    status,
    rich_menu,
    import_targets,
    holiday,
    province_bounds,
    report,
    doctor,
    access_log,
    audit,
    backup,
    restore,
    worker,
)


def register(app: Flask) -> None:
    """Add every command to the app."""
    for command in COMMANDS:
        app.cli.add_command(command)
