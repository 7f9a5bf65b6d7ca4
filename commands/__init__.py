"""What operators type: `flask --app bot <command>`. Exits 0, or 2 with one clear line; never a traceback for bad input.

Each is loaded when it is typed: a worker that runs for months carries none of the others.
"""

from importlib import import_module

import click
from flask import Flask
from flask.cli import AppGroup

# What is typed, and where it is: module and name within this room.
COMMANDS = {
    "init-db": "database:init_db",
    "import-plan": "plan:import_plan",
    "import-changes": "plan_changes:import_changes",
    "import-people": "people:import_people",
    "import-treasury": "treasury:import_treasury",
    "reconcile": "reconcile:reconcile_command",
    "invite": "invite:invite",
    "job": "duties:job",
    "jobs": "duties:jobs",
    "shift": "duties:shift",
    "understand": "understand:understand",
    "status": "status:status",
    "rich-menu": "menus:rich_menu",
    "import-targets": "offices:import_targets",
    "holiday": "offices:holiday",
    "province-bounds": "province_bounds:province_bounds",
    "report": "report:report",
    "doctor": "doctor:doctor",
    "access-log": "access_log:access_log",
    "audit": "audit:audit",
    "backup": "backup:backup",
    "restore": "backup:restore",
    "worker": "worker:worker",
}


class Commands(AppGroup):
    """The commands, by name; only one that is asked for is loaded."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        return found


def register(app: Flask) -> None:
    """Give the app every command."""
    app.cli = Commands(app.name)
