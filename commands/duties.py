"""job and jobs: run a duty now, and see when each ran and runs."""

import json
from datetime import datetime
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext

from commands.house import current_house, moment_of, the_province
from commands.refuse import refuse
from engine.clock import BANGKOK, StoppedClock
from jobs.duty import next_due
from jobs.run import run_by_hand
from jobs.schedule import SCHEDULE, duty_named
from models.fire import last_fire
from models.province import provinces
from models.working_days import calendar_of, shift_of


@click.command("job")
@click.argument("name")
@click.option(
    "--at", "at", metavar="ISO-8601", help="Run as if it were this moment, such as 2021-05-03T08:30."
)
@click.option("--province", help="The province; may be left out where there is only one.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@with_appcontext
def job(name: str, at: str | None, province: str | None, as_json: bool) -> None:
    """Run the duty NAME once and print its counts. What was sent before is not sent again."""
    duty = duty_named(name)
    if duty is None:
        refuse(f"no duty {name!r}: one of {', '.join(duty.name for duty in SCHEDULE)}")
    house = current_house()
    moment = moment_of(at) if at else house.clock.now()
    house = current_app.extensions["build_house"](house.settings, clock=StoppedClock(moment), threads=0)
    with house.db.write() as session:
        counts = run_by_hand(session, house, duty, the_province(session, province), moment)
    house.work.drain()
    if as_json:
        print(json.dumps({"duty": name, "at": moment.isoformat(), "counts": counts}))
    else:
        print(f"{name} at {_shown(moment)}: " + ", ".join(f"{key} {value}" for key, value in counts.items()))


@click.command("jobs")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@with_appcontext
def jobs(as_json: bool) -> None:
    """List duties: cron line, last run, next run (moved off days off), last counts."""
    house = current_house()
    rows: list[dict[str, Any]] = []
    with house.db.read() as session:
        for province in provinces(session):
            for duty in SCHEDULE:
                last = last_fire(session, duty.name, province.id)
                due = next_due(duty, house.clock.now(), calendar_of(session, province), shift_of(province))
                rows.append(
                    {
                        "province": province.name,
                        "duty": duty.name,
                        "cron": duty.cron,
                        "last": last.due_at.astimezone(BANGKOK).isoformat() if last else None,
                        "next": due.isoformat(),
                        "counts": last.counts if last else None,
                    }
                )
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        counts = ", ".join(f"{key} {value}" for key, value in (row["counts"] or {}).items()) or "-"
        print(
            f"{row['province']}  {row['duty']}  [{row['cron']}]  last {row['last'] or '-'}  next {row['next']}  {counts}"
        )


def _shown(moment: datetime) -> str:
    return moment.astimezone(BANGKOK).strftime("%Y-%m-%d %H:%M")
