"""The notices that benchmarks/sending.py lets a bot send: what they say, and to whom."""

import importlib
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from engine.house import House
from i18n import speaking
from models.notice_set import Draft, write_notices
from models.person import Person
from models.province import Province
from rules.urgency import Urgency

WORDS = "ถึงเวลารายงานประจำเดือนเมษายน 2564 แล้ว รอรายงาน 3 กิจกรรม: 13, 14, 15 ส่งภายใน 11 พฤษภาคม 2564"


def messages(kind: str) -> Sequence[dict[str, Any]]:
    """Return a text of a reminder's length, or ten bubbles of what an officer owes."""
    if kind == "texts":
        return [{"type": "text", "text": WORDS}]
    # By name, for the tests' cast is not typed.
    gallery = importlib.import_module("tests.cards.gallery").gallery
    with speaking("th"):
        return [gallery()["owed-many"].message()]


def write(house: House, what: Sequence[dict[str, Any]], count: int) -> None:
    """Write a notice for each of so many people in one transaction, as a duty does."""
    now = datetime.now(UTC)
    with house.db.write() as session:
        province_id = settle(session, count, now)
        people = session.execute(select(Person.id, Person.line_user_id).order_by(Person.id).limit(count))
        drafts = [Draft(row[0], "default", row[1], what) for row in people]
        write_notices(
            session, drafts, kind="reminder", key=uuid.uuid4().hex, urgency=Urgency.REMINDER,
            province_id=province_id, now=now, not_before=now, worthless_after=None,
        )  # fmt: skip


def settle(session: Session, count: int, now: datetime) -> int:
    """Let so many people live in a province; return its id."""
    found = session.scalar(select(Province.id))
    if found is not None:
        return int(found)
    province = Province(name="ลำปาง", made_at=now)
    session.add(province)
    session.flush()
    same = {"province_id": province.id, "channel": "default", "language": "th", "first_seen_at": now}
    people = [{**same, "line_user_id": f"U{each:032x}"} for each in range(count)]
    session.execute(insert(Person), people)
    return int(province.id)
