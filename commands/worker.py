"""worker: a process that only runs tasks and ticks, beside any number of web processes on the same PostgreSQL."""

import os
import signal
import sys
import threading

import click
from flask import current_app
from flask.cli import with_appcontext

from commands.refuse import refuse
from engine.house import House
from settings import SettingsError


@click.command("worker")
@with_appcontext
def worker() -> None:
    """Run tasks and duties until told to stop (SIGTERM); what is in hand is finished within ten seconds."""
    house: House = current_app.extensions["house"]
    if house.settings.demo:
        refuse("DEMO: the demo is a single process; start it with `make run`")
    if house.db.is_sqlite:
        refuse("DATABASE_URL: with SQLite the web process does all the work; workers need PostgreSQL")
    try:
        house.settings.require_line()
    except SettingsError as error:
        refuse(str(error))
    current_app.extensions["open_database"](house, is_demo=False)
    told_to_stop = _until_told()
    current_app.extensions["start"](house)
    told_to_stop.wait()
    house.ticker.stop()
    house.work.stop()
    # Whatever still hangs must not keep the process: its rows are as they were, and others take them up.
    sys.stderr.flush()
    os._exit(0)


def _until_told() -> threading.Event:
    """Return what is set by the signals that end a process."""
    told = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_given: told.set())
    return told
