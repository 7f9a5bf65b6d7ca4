"""access-log: who looked at what, for the office that has to answer for it (PDPA)."""

import json
from datetime import datetime, time, timedelta

import click
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from commands.columns import day_of
from commands.house import current_house, the_province
from commands.refuse import refuse
from engine.clock import BANGKOK
from models.access import Access, Seen, accesses
from models.paper import Paper
from models.plan import Activity, activity_numbered, current_year

OF_ACTIVITIES = (Seen.ACTIVITY, Seen.HISTORY, Seen.PHOTOS)
LOOKS_BACK = timedelta(days=30)


@click.command("access-log")
@click.option(
    "--since", metavar="DAY", help="From which day on, such as 2021-05-03; by default 30 days back."
)
@click.option("--activity", "no", type=int, help="Only what was seen of this activity.")
@click.option("--year", type=int, help="The fiscal year (BE) of the activity; by default the current one.")
@click.option("--province", help="The province; may be left out where there is only one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@with_appcontext
def access_log(
    since: str | None, no: int | None, year: int | None, province: str | None, as_json: bool
) -> None:
    """Print who looked at what that others answer for, oldest first."""
    house = current_house()
    now = house.clock.now()
    begin = datetime.combine(day_of("--since", since), time(), BANGKOK) if since else now - LOOKS_BACK
    with house.db.read() as session:
        home = the_province(session, province)
        wanted = None
        if no is not None:
            year_be = year or current_year(session, home.id, now.astimezone(BANGKOK).date())
            activity = activity_numbered(session, home.id, year_be, no)
            if activity is None:
                refuse(f"--activity: the plan of {year_be} has no activity {no}")
            wanted = activity.id
        for access, person in accesses(session, home.id, begin):
            if wanted is None or (access.what in OF_ACTIVITIES and access.about_id == wanted):
                row = {
                    "at": access.at.astimezone(BANGKOK).isoformat(timespec="seconds"),
                    "person": person.id,
                    "name": person.name,
                    "what": str(access.what),
                    "about": _about(session, access),
                }
                print(json.dumps(row, ensure_ascii=False) if as_json else _line(row))


def _about(session: Session, access: Access) -> str | int | None:
    """Return the number of an activity or the code of a paper, by which people know them."""
    if access.what in OF_ACTIVITIES:
        return session.scalar(select(Activity.no).where(Activity.id == access.about_id))
    if access.what is Seen.PAPER:
        return session.scalar(select(Paper.code).where(Paper.id == access.about_id))
    return access.about_id


def _line(row: dict[str, object]) -> str:
    about = "" if row["about"] is None else f" {row['about']}"
    return f"{row['at']}  {row['person']} {row['name'] or '-'}  {row['what']}{about}"
