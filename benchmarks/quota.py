"""How many LINE messages a province of 60 agencies needs in each month, computed from the real schedule and duties.

Every duty runs each working morning of half a fiscal year; invented officers (seeded, so that two runs print the same)
report in time, late or not at all. Only LINE is left out: what would be pushed is counted. The free plan has 300.
"""

import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.running_bot import settings_of
from bot import build_house
from engine.clock import BANGKOK, StoppedClock
from engine.house import House
from jobs.ticker import tick
from line.gateway import Gateway
from line.outcome import Answer, Outcome
from line.posts import Pushes
from migrations import migrate
from models.agency import ensure_agency
from models.notice import Notice, Sent
from models.person import ensure_person
from models.plan import Activity, Project
from models.post import Post, hold_post
from models.province import Province
from models.record import Entry, record_reports
from models.report import Kind
from models.working_days import calendar_of
from rules.figures import Figures
from rules.fiscal_year import last_day_of, period_of, previous_period
from rules.role import Role
from rules.status import Status
from settings import load

Habits = Sequence[tuple[int | None, int]]
AGENCIES, EACH, FREE = 60, 3, 300
BEGINS = date(2021, 1, 4)
ABOVE = (Role.EXECUTIVE, Role.EXECUTIVE, Role.EXECUTIVE, Role.ADMIN, Role.ADMIN)
# On which working day of the month an officer reports, with how many of a hundred officers do so; None: not at all.
USUAL = ((1, 25), (2, 20), (4, 20), (6, 15), (9, 8), (11, 7), (13, 3), (None, 2))
CARELESS = ((2, 20), (6, 30), (9, 15), (13, 15), (None, 20))
MOVES = 93  # of a hundred reports that show movement; the others say that nothing changed
LIFE = 12  # an activity is finished after about so many reports with movement


class CountingLine(Gateway):
    """Stands for LINE: takes every push and counts it; `used` is the month's."""

    used = 0

    def pushes(self) -> Pushes:
        return CountedPushes(self)

    def quota(self) -> tuple[int | None, int]:
        return FREE, self.used


class CountedPushes(Pushes):
    """The wire to it."""

    def __init__(self, line: CountingLine) -> None:
        super().__init__("http://127.0.0.1:9", line.tokens)
        self._line = line

    async def push(self, to: str, messages: bytes, retry_key: str) -> Outcome:
        self._line.used += 1
        return Outcome(Answer.ACCEPTED, 200)


@dataclass
class Officer:
    person_id: int
    activities: list[Activity]
    done: dict[int, int] = field(default_factory=dict)


def main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    people = 2 * AGENCIES + len(ABOVE)
    print(
        f"{AGENCIES} agencies, {AGENCIES * EACH} activities, {people} people; the free plan has {FREE} a month"
    )
    for words, habits, ends in (
        ("as officers usually report", USUAL, date(2021, 6, 30)),
        ("a third late, a fifth never", CARELESS, date(2021, 3, 31)),
    ):
        print(f"\n{words}")
        _try(habits, ends)


def _try(habits: Habits, ends: date) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = StoppedClock(_at(BEGINS, 7))
        settings = load(settings_of(Path(folder), "0" * 32, "token", "http://127.0.0.1:9"))
        migrate(settings.database_url)
        house = build_house(settings, clock=clock, threads=0)
        line = CountingLine(settings.channels[0], settings.line_api_base, settings.line_data_api_base)
        house.gateways["default"] = line
        with house.db.write() as session:
            officers = _found(session, clock.now())
        _live(house, clock, line, officers, habits, ends)
        with house.db.read() as session:
            _print(session)
        house.db.close()


def _live(
    house: House,
    clock: StoppedClock,
    line: CountingLine,
    officers: Sequence[Officer],
    habits: Habits,
    ends: date,
) -> None:
    chance = random.Random(2564)
    month, number, days = None, 0, dict[int, int | None]()
    for day in _working_days(house, ends):
        if period_of(day) != month:
            month, line.used, number = period_of(day), 0, 0
            days = {each.person_id: _habit(chance, habits) for each in officers}
        number += 1
        clock.set(_at(day, 8, 32))
        tick(house)
        house.work.drain()
        clock.set(_at(day, 14))
        with house.db.write() as session:
            for officer in officers:
                if days[officer.person_id] == number:
                    _report(session, officer, previous_period(period_of(day)), clock.now(), chance)


def _report(session: Session, officer: Officer, period: date, now: datetime, chance: random.Random) -> None:
    entries = []
    for activity in officer.activities:
        steps = officer.done.get(activity.id, 0)
        if steps >= LIFE:
            continue
        steps += chance.randrange(100) < MOVES
        officer.done[activity.id] = steps
        percent = Decimal(100 * steps) / LIFE
        figures = Figures(
            status=Status.COMPLETED if steps == LIFE else Status.IN_PROGRESS,
            progress_percent=percent.quantize(Decimal("0.01")),
            disbursed_satang=activity.budget_satang * steps // LIFE,
        )
        entries.append(Entry(activity, period, last_day_of(period), figures, Kind.REPORT))
    if entries:
        record_reports(session, entries, reporter_id=officer.person_id, sent_at=now)


def _habit(chance: random.Random, habits: Habits) -> int | None:
    return chance.choices([day for day, _weight in habits], [weight for _day, weight in habits])[0]


def _working_days(house: House, ends: date) -> Iterator[date]:
    with house.db.read() as session:
        calendar = calendar_of(session, session.scalars(select(Province)).one())
    day = BEGINS
    while day <= ends:
        if calendar.is_working_day(day):
            yield day
        day += timedelta(days=1)


def _found(session: Session, now: datetime) -> list[Officer]:
    """Make the province: 60 agencies with an officer, a head and three activities each; five people above them."""
    province = Province(name="ตัวอย่าง", made_at=now)
    session.add(province)
    session.flush()
    project = Project(province_id=province.id, year_be=2564, no=1, name="โครงการตัวอย่าง")
    session.add(project)
    session.flush()
    for number, role in enumerate(ABOVE):
        _take_post(session, province, role, None, f"above{number}", now)
    officers = []
    for number in range(AGENCIES):
        agency = ensure_agency(session, province.id, f"หน่วยงานที่ {number + 1}")
        mine = [_activity(province, project, agency.id, number * EACH + at + 1, now) for at in range(EACH)]
        session.add_all(mine)
        _take_post(session, province, Role.HEAD, agency.id, f"head{number}", now)
        officers.append(
            Officer(_take_post(session, province, Role.OFFICER, agency.id, f"o{number}", now), mine)
        )
    session.flush()
    return officers


def _activity(province: Province, project: Project, agency_id: int, no: int, now: datetime) -> Activity:
    return Activity(
        province_id=province.id,
        year_be=2564,
        project_id=project.id,
        agency_id=agency_id,
        no=no,
        name=f"กิจกรรมตัวอย่างที่ {no}",
        budget_satang=500_000_000,
        expense_class="investment",
        made_at=now,
    )


def _take_post(
    session: Session, province: Province, role: Role, agency_id: int | None, name: str, now: datetime
) -> int:
    person = ensure_person(session, "default", f"U{name}", now)
    person.name, person.province_id, person.joined_at = name, province.id, now
    post = Post(province_id=province.id, agency_id=agency_id, role=role)
    session.add(post)
    session.flush()
    hold_post(session, person, post, date(2020, 10, 1))
    return person.id


def _print(session: Session) -> None:
    pushed, carried = defaultdict(Counter), Counter()  # type: ignore[var-annotated]
    days: Counter[tuple[str, date]] = Counter()
    for notice in session.scalars(select(Notice).where(Notice.state == Sent.SENT)):
        on = (notice.settled_at or notice.made_at).astimezone(BANGKOK).date()
        if notice.how == "carried":
            carried[period_of(on)] += 1
            continue
        pushed[period_of(on)][notice.kind] += notice.cost
        days[notice.recipient, on] += 1
    kinds = sorted({kind for month in pushed.values() for kind in month})
    print(
        f"{AGENCIES} agencies, {AGENCIES * EACH} activities, {2 * AGENCIES + len(ABOVE)} people; free plan {FREE}"
    )
    print("month    " + "".join(f"{kind:>16}" for kind in kinds) + "   carried     all")
    for month in sorted(pushed):
        row = "".join(f"{pushed[month][kind]:>16}" for kind in kinds)
        print(f"{month:%Y-%m}  {row}{carried[month]:>10}{sum(pushed[month].values()):>8}")
    waiting = Counter(session.scalars(select(Notice.state)))
    print(f"most pushes to one person on one day: {max(days.values())}; ends: {dict(waiting)}")


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), BANGKOK)


if __name__ == "__main__":
    main()
