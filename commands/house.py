"""The house of the app that a command runs in, and the province that it speaks of."""

from datetime import datetime

from flask import current_app
from sqlalchemy import inspect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from commands.refuse import refuse
from engine.clock import BANGKOK
from engine.house import House
from models.province import Province, province_named, provinces

YEARS = range(2000, 2200)  # CE: a Buddhist year here is a slip


def current_house() -> House:
    """Return the app's house; leaves with status 2 where the database was never made."""
    house: House = current_app.extensions["house"]
    try:
        with house.db.read() as session:
            is_made = inspect(session.connection()).has_table("provinces")
    except SQLAlchemyError as error:
        refuse(f"DATABASE_URL: the database cannot be reached ({type(error).__name__})")
    if not is_made:
        refuse("the database is empty: run `flask --app bot init-db` first")
    return house


def the_province(session: Session, name: str | None) -> Province:
    """Return the province called `name`, or the only one; leaves with status 2 where that is unclear."""
    known = provinces(session)
    if name is None and len(known) == 1:
        return known[0]
    found = province_named(session, name) if name else None
    if found is None:
        names = ", ".join(province.name for province in known) or "none yet: import a plan first"
        refuse(f"--province: give one of: {names}")
    return found


def moment_of(text: str) -> datetime:
    """Read an ISO 8601 moment, Bangkok time where it names no zone; leaves with status 2 for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        refuse(f"--at: a moment such as 2021-05-03T08:30, not {text!r}")
    return moment if moment.tzinfo else moment.replace(tzinfo=BANGKOK)
