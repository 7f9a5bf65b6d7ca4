"""The office of a simulated year: the demo's plan and people in a real house, with LINE's stand-in for their phones."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import structlog
from sqlalchemy import select
from werkzeug.serving import make_server

from benchmarks.running_bot import settings_of
from benchmarks.year_phone import Phone
from benchmarks.year_work import Work, some_work
from bot import build_house, create_app
from engine.clock import BANGKOK, StoppedClock
from engine.house import House
from engine.whose import DEMO
from migrations import migrate
from models.province import Province
from models.working_days import calendar_of
from rules.calendar import WorkCalendar
from samples.cast import YEAR_BE
from samples.demo import load_demo
from samples.plan_extra import PLAN_EXTRA
from samples.plan_rows import plan_rows
from settings import load
from web.stand_in import LineStandIn
from web.stand_in.server import QuietHandler

FREE = 300
BEGINS, ENDS = date(YEAR_BE - 544, 10, 1), date(YEAR_BE - 543, 9, 30)


@dataclass
class Office:
    """A house that runs, the people's phones, and the work as it really is; `days` are the year's working days."""

    house: House
    clock: StoppedClock
    line: LineStandIn
    province_id: int
    calendar: WorkCalendar
    days: list[date]
    works: dict[int, Work]
    _phones: dict[str, Phone] = field(default_factory=dict)

    def phone(self, user_id: str) -> Phone:
        """Return the one phone of a LINE user."""
        return self._phones.setdefault(user_id, Phone(self.house, self.line, user_id))


@contextmanager
def office(folder: Path, chance: Random, database_url: str | None = None) -> Iterator[Office]:
    """Open the office on the first morning of the fiscal year: the plan is in, everybody has joined, nothing is reported."""
    clock = StoppedClock(at(BEGINS, 7))
    with LineStandIn(now=clock.now) as line:
        line.set_quota(FREE)
        given = settings_of(folder, line.channel_secret, line.access_token, line.base_url, database_url)
        migrate(given["DATABASE_URL"])
        house = build_house(load(given), clock=clock, threads=0)
        server = make_server(
            "127.0.0.1", 0, create_app(house=house), threaded=True, request_handler=QuietHandler
        )
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        line.callback_url = f"http://127.0.0.1:{server.server_port}/callback"
        try:
            yield _furnished(house, clock, line, chance)
        finally:
            server.shutdown()
            thread.join()
            house.db.close()


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a moment in Bangkok."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BANGKOK)


def _furnished(house: House, clock: StoppedClock, line: LineStandIn, chance: Random) -> Office:
    load_demo(house, line.add_friend, with_reports=False)
    with house.db.write() as session:
        province = session.scalars(select(Province)).one()
        province.chosen = {name: value for name, value in province.chosen.items() if name != DEMO}
        calendar = calendar_of(session, province)
    every = (BEGINS + timedelta(days=number) for number in range((ENDS - BEGINS).days + 1))
    days = [day for day in every if calendar.is_working_day(day)]
    works = {
        row.no: some_work(chance, row.no, row.agency, row.budget_satang, days, *PLAN_EXTRA[row.no][1:])
        for row in plan_rows()
    }
    return Office(house, clock, line, province.id, calendar, days, works)
