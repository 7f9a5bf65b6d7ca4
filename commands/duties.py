"""job, jobs and shift: run a duty now, see when each ran and runs, and choose where days off move it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from commands.house import current_house, moment_of, the_province
from commands.refuse import refuse
from engine.clock import BANGKOK
from jobs.duty import Duty, next_due
from jobs.run import run_by_hand
from jobs.schedule import SCHEDULE, duty_named
from models.fire import last_fire
from models.outbox import Unsent, unsent
from models.province import Province, provinces
from models.working_days import calendar_of, choose_shift
from rules.calendar import Shift

LOOKS_BACK = timedelta(days=31)
OTHERS = "conversations"


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
    # The app serves nothing here, so what the duty writes is sent from this thread before the command ends.
    house = current_app.extensions["build_house"](
        current_house().settings, clock=current_house().clock, threads=0
    )
    moment = moment_of(at) if at else house.clock.now()
    with house.db.write() as session:
        counts = run_by_hand(session, house, duty, the_province(session, province), moment)
    house.work.drain()
    if as_json:
        print(json.dumps({"duty": name, "at": moment.isoformat(), "counts": counts}))
    else:
        print(f"{name} at {_shown(moment)}: {_in_words(counts)}")


@click.command("jobs")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@with_appcontext
def jobs(as_json: bool) -> None:
    """List duties: cron line, last run, next run (moved off days off), last counts, and what was not delivered."""
    house = current_house()
    now = house.clock.now()
    with house.db.read() as session:
        rows = [row for province in provinces(session) for row in _rows(session, province, now)]
    if as_json:
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
        return
    for row in rows:
        print("\n".join(row.lines()))


@click.command("shift")
@click.argument("where", type=click.Choice([str(each) for each in Shift]))
@click.option("--province", help="The province; may be left out where there is only one.")
@with_appcontext
def shift(where: str, province: str | None) -> None:
    """Move duties that fall on a day off to the NEXT working day, the PREVIOUS one, or not at all (NONE)."""
    house = current_house()
    with house.db.write() as session:
        home = the_province(session, province)
        choose_shift(home, Shift(where))
        print(f"{home.name}: {where}")


@dataclass(frozen=True)
class Row:
    """One duty of one province; `unsent` lists notices of the last month that wait or ended undelivered.

    Those that no duty wrote, such as answers, stand in a row of their own, which has no times.
    """

    province: str
    duty: str
    cron: str | None
    last: str | None
    next: str | None
    counts: dict[str, Any] | None
    unsent: list[dict[str, Any]]

    def lines(self) -> Iterator[str]:
        times = f"  [{self.cron}]  last {self.last or '-'}  next {self.next}" if self.cron else ""
        yield f"{self.province}  {self.duty}{times}  {_in_words(self.counts or {}) or '-'}"
        for each in self.unsent:
            reason = f" ({each['reason']})" if each["reason"] else ""
            yield f"    {each['kind']}: {each['count']} {each['state']}{reason}"


def _rows(session: Session, province: Province, now: datetime) -> Iterator[Row]:
    left = unsent(session, province.id, now - LOOKS_BACK)
    for duty in SCHEDULE:
        yield _row(session, province, duty, now, [each for each in left if each.kind in duty.kinds])
    kinds = {kind for duty in SCHEDULE for kind in duty.kinds}
    others = [each for each in left if each.kind not in kinds]
    if others:
        yield Row(province.name, OTHERS, None, None, None, None, _in_rows(others))


def _row(session: Session, province: Province, duty: Duty, now: datetime, left: Sequence[Unsent]) -> Row:
    last = last_fire(session, duty.name, province.id, now)
    due = next_due(duty, now, calendar_of(session, province))
    return Row(
        province=province.name,
        duty=duty.name,
        cron=duty.cron,
        last=last.due_at.astimezone(BANGKOK).isoformat() if last else None,
        next=due.isoformat(),
        counts=last.counts if last else None,
        unsent=_in_rows(left),
    )


def _in_rows(left: Sequence[Unsent]) -> list[dict[str, Any]]:
    return [
        {"kind": each.kind, "state": str(each.state), "count": each.count, "reason": each.reason}
        for each in left
    ]


def _in_words(counts: dict[str, Any]) -> str:
    return ", ".join(f"{key} {value}" for key, value in counts.items())


def _shown(moment: datetime) -> str:
    return moment.astimezone(BANGKOK).strftime("%Y-%m-%d %H:%M")
