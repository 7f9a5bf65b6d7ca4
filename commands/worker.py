"""worker: a process that only runs tasks and ticks, beside any number of web processes on the same PostgreSQL."""

import signal

import click
from flask import current_app
from flask.cli import with_appcontext

from commands.refuse import refuse
from engine.house import House
from engine.shutdown import SIGNALS, Told, end_now, stop_all
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
    for each in SIGNALS:
        signal.signal(each, lambda *_given: None)
    told = Told()
    current_app.extensions["start"](house)
    told.wait()
    stop_all()
    end_now()
