"""Offices for the measurement of handling: the demo's province again and again, each with officers and plan of its own."""

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, insert, select, text
from sqlalchemy.orm import Session

from engine.house import House
from engine.whose import DEMO
from models.agency import Agency
from models.base import Base
from models.person import Person
from models.plan import Activity
from models.post import Holding, Post
from models.province import provinces
from models.standing import Standing
from rules.role import Role
from rules.status import Status
from samples.cast import cast
from samples.demo import load_demo

APART = 1_000_000  # the ids of one province begin so far behind those of the one before
COPIED = (
    "provinces", "agencies", "projects", "activities", "people", "posts", "holdings", "reports", "standings",
)  # fmt: skip


@dataclass(frozen=True)
class Officer:
    """Somebody with an activity under way: its last percentage, and what was disbursed, in satang."""

    user_id: str
    activity_no: int
    percent: int
    satang: int

    def report(self, number: int) -> str:
        """Return the words of the report with this number, counted from 0; each tells of more."""
        percent = min(99, self.percent + 1 + number)
        return f"{self.activity_no} {percent}% เบิก {(self.satang / 1e8) + 0.01 * (number + 1):.2f} ล้าน"


def found_offices(house: House, officers: int) -> list[Officer]:
    """Fill the database with as many provinces as it takes, and return so many officers, each with an activity."""
    load_demo(house, lambda _user_id, _name: None)
    per_province = sum(member.role is Role.OFFICER for member in cast())
    with house.db.write() as session:
        for province in provinces(session):
            province.chosen = {name: value for name, value in province.chosen.items() if name != DEMO}
    with house.db.write() as session:
        for number in range(1, -(-officers // per_province)):
            for name in COPIED:
                _copy(session, Base.metadata.tables[name], number)
        if not house.db.is_sqlite:
            _number_on(session)
    with house.db.read() as session:
        return _officers(session)[:officers]


def _copy(session: Session, table: Table, number: int) -> None:
    """Copy the rows of the first province."""
    shifted = [column for column in table.columns if column.foreign_keys or column.name == "id"]
    first = select(table).where(next(iter(table.primary_key)) < APART)
    rows = [_copied(dict(row), shifted, number) for row in session.execute(first).mappings()]
    if rows:
        session.execute(insert(table), rows)


def _copied(row: dict[str, Any], shifted: list[Any], number: int) -> dict[str, Any]:
    for column in shifted:
        if row[column.name] is not None:
            row[column.name] += number * APART
    if "made_at" in row and "channel" in row:
        row["name"] = f"{row['name']} {number}"
    if "line_user_id" in row:
        row["line_user_id"] = (
            "U" + hashlib.sha256(f"{row['line_user_id']} {number}".encode()).hexdigest()[:32]
        )
    return row


def _number_on(session: Session) -> None:
    """Let new rows be numbered behind the copied ones."""
    for name in COPIED:
        if "id" in Base.metadata.tables[name].columns:
            session.execute(
                text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")
            )


def _officers(session: Session) -> list[Officer]:
    query = (
        select(Person.line_user_id, Activity.no, Standing.progress_percent, Standing.disbursed_satang)
        .join(Holding, Holding.person_id == Person.id)
        .join(Post, Post.id == Holding.post_id)
        .join(Agency, Agency.id == Post.agency_id)
        .join(Activity, Activity.agency_id == Agency.id)
        .join(Standing, Standing.activity_id == Activity.id)
        .where(Post.role == Role.OFFICER, Standing.status == Status.IN_PROGRESS)
        .order_by(Person.id, Activity.no)
    )
    found: dict[str, Officer] = {}
    for user_id, no, percent, satang in session.execute(query):
        found.setdefault(user_id, Officer(user_id, no, int(percent or 0), satang or 0))
    return list(found.values())
