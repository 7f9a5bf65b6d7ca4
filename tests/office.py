"""The office that stories are told in: five activities of two agencies, and the cast.

สมชาย is an officer, มาลี his head, อนงค์ the provincial office, ท่านผู้ว่าฯ the governor, and ประสิทธิ์ an officer of
another agency, who must see nothing of theirs.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency
from models.person import Person
from models.plan import Activity, Project
from models.post import Holding, Post
from models.province import Province
from models.record import Entry, record_reports
from models.report import Kind, Report
from rules.cause import Cause
from rules.figures import Figures
from rules.fiscal_year import last_day_of
from rules.role import Role
from rules.status import Status

RURAL_ROADS = "แขวงทางหลวงชนบทเพชรบุรี"
PUBLIC_WORKS = "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี"
ACTIVITIES = {
    13: ("ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ - เขาระทิง", 15_000_000, RURAL_ROADS),
    14: ("ก่อสร้างถนนลาดยาง สายบ้านน้อย - บ้านหนองบัว", 15_000_000, RURAL_ROADS),
    15: ("ก่อสร้างถนนลาดยาง สายแยกทางหลวงหมายเลข 37 - บ้านบ่อแหม", 40_000_000, RURAL_ROADS),
    20: ("ก่อสร้างเขื่อนป้องกันตลิ่งริมห้วยแม่ประจันต์ หมู่ 11 ตำบลหนองหญ้าปล้อง", 17_500_000, PUBLIC_WORKS),
    21: ("ก่อสร้างเขื่อนป้องกันตลิ่งริมแม่น้ำเพชรบุรี หมู่ 8 ตำบลบ้านลาด", 22_500_000, PUBLIC_WORKS),
}
CAST = {
    "สมชาย": (Role.OFFICER, RURAL_ROADS),
    "มาลี": (Role.HEAD, RURAL_ROADS),
    "อนงค์": (Role.ADMIN, None),
    "ท่านผู้ว่าฯ": (Role.EXECUTIVE, None),
    "ประสิทธิ์": (Role.OFFICER, PUBLIC_WORKS),
}
MARCH, APRIL = date(2021, 3, 1), date(2021, 4, 1)


def user_id(name: str) -> str:
    """Return the invented LINE user id of one of the cast."""
    return "U" + name.encode().hex()[-32:].rjust(32, "0")


@dataclass
class Office:
    province: Province
    activities: dict[int, Activity] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)


def found_office(session: Session, now: datetime) -> Office:
    """Make the province, its plan of 2564 and the cast, joined and with their posts."""
    province = Province(name="เพชรบุรี", made_at=now)
    session.add(province)
    session.flush()
    agencies = {name: Agency(province_id=province.id, name=name) for name in (RURAL_ROADS, PUBLIC_WORKS)}
    project = Project(province_id=province.id, year_be=2564, no=3, name="โครงการพัฒนาด้านการท่องเที่ยวและบริการ")
    session.add_all([*agencies.values(), project])
    session.flush()
    office = Office(province, people=_cast(session, province, now))
    for no, (name, baht, agency) in ACTIVITIES.items():
        office.activities[no] = Activity(
            province_id=province.id,
            year_be=2564,
            project_id=project.id,
            agency_id=agencies[agency].id,
            no=no,
            name=name,
            budget_satang=baht * 100,
            expense_class="investment",
            made_at=now,
        )
    for name, (role, agency) in CAST.items():
        agency_id = agencies[agency].id if agency else None
        office.posts[name] = Post(province_id=province.id, agency_id=agency_id, role=role)
    session.add_all([*office.activities.values(), *office.people.values(), *office.posts.values()])
    session.flush()
    since = date(2020, 10, 1)
    for name, post in office.posts.items():
        session.add(Holding(person_id=office.people[name].id, post_id=post.id, from_on=since))
    session.flush()
    return office


def _cast(session: Session, province: Province, now: datetime) -> dict[str, Person]:
    """Return the cast, joined to the province; whoever has written to the bot before is still the same person."""
    ids = {user_id(name): name for name in CAST}
    query = select(Person).where(Person.channel == "default", Person.line_user_id.in_(ids))
    known = {ids[person.line_user_id]: person for person in session.scalars(query)}
    cast = {
        name: known.get(name) or Person(channel="default", line_user_id=each, first_seen_at=now)
        for each, name in ids.items()
    }
    for name, person in cast.items():
        person.name, person.province_id, person.joined_at = name, province.id, now
    return cast


def reported(
    session: Session,
    office: Office,
    no: int,
    period: date,
    *,
    percent: int | str | None = 30,
    baht: int | None = 2_250_000,
    status: Status = Status.IN_PROGRESS,
    by: str = "สมชาย",
    causes: tuple[Cause, ...] = (),
    kind: Kind = Kind.REPORT,
    **more: Any,
) -> Report:
    """Record what an activity's officer reported for a month, in the last hour of that month."""
    figures = Figures(
        status=status,
        progress_percent=None if percent is None else Decimal(percent),
        disbursed_satang=None if baht is None else round(baht * 100),
        causes=causes,
        **more,
    )
    as_of = last_day_of(period)
    sent_at = datetime.combine(as_of, datetime.min.time()).astimezone()
    entry = Entry(office.activities[no], period, as_of, figures, kind)
    return record_reports(session, [entry], reporter_id=office.people[by].id, sent_at=sent_at)[0]


def next_years_activity(session: Session, office: Office, no: int) -> Activity:
    """Put one activity into the plan of 2565, so that the year after this one has begun."""
    old = office.activities[13]
    activity = Activity(
        province_id=old.province_id,
        year_be=2565,
        project_id=old.project_id,
        agency_id=old.agency_id,
        no=no,
        name="ซ่อมถนนลาดยาง สายบ้านห้วยสีตอ",
        budget_satang=100_000_000,
        made_at=old.made_at,
    )
    session.add(activity)
    session.flush()
    return activity
