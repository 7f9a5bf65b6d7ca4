"""The whole province of Phetchaburi 2564: its real plan, an officer at each agency, and what they reported for April.

The officers are invented; the plan, the six completed activities and the money disbursed are those that the province
published.
"""

import csv
from datetime import date, datetime

from sqlalchemy.orm import Session

from documents.plan_file import read_plan
from models.agency import agencies
from models.person import Person, ensure_person
from models.plan_import import apply_diff, plan_diff
from models.post import Post, hold_post
from models.province import Province
from rules.role import Role
from samples.cast import cast, officer_of
from samples.history import HISTORY_CSV
from samples.plan_rows import PLAN_CSV, plan_rows
from tests.office import user_id
from tests.phones import Phone, Phones

YEAR_BE = 2564
OFFICE = "อนงค์"
CAUSES = {"EPIDEMIC": "โรคระบาด", "SITE_NOT_READY": "พื้นที่ไม่พร้อม", "REBID": "ต้องประกาศจัดจ้างใหม่"}


def found_province(session: Session, now: datetime) -> Province:
    """Bring in the plan, and let an officer of each agency and the provincial office join."""
    province = Province(name="เพชรบุรี", made_at=now)
    session.add(province)
    session.flush()
    apply_diff(session, plan_diff(session, province.id, YEAR_BE, read_plan(PLAN_CSV).rows), now)
    by_name = {agency.name: agency.id for agency in agencies(session, province.id)}
    for member in cast():
        if member.role is Role.OFFICER and member.agency:
            _join(session, province, member.name, Role.OFFICER, by_name[member.agency], now)
    _join(session, province, OFFICE, Role.ADMIN, None, now)
    return province


def _join(
    session: Session, province: Province, name: str, role: Role, agency_id: int | None, now: datetime
) -> Person:
    person = ensure_person(session, "default", user_id(name), now)
    person.name, person.province_id, person.joined_at = name, province.id, now
    post = Post(province_id=province.id, agency_id=agency_id, role=role)
    session.add(post)
    session.flush()
    hold_post(session, person, post, date(2020, 10, 1))
    return person


def april_by_chat(phones: Phones) -> None:
    """Let every officer report each activity in one line, and confirm."""
    last = {int(row["activity_no"]): row for row in _history()}
    for activity in plan_rows():
        phone = phones.stranger(officer_of(activity.no).name)
        row = last[activity.no]
        phone.says(_line(row))
        _answer_questions(phone, row)
        answer = phone.taps("ยืนยัน")
        assert f"บันทึกแล้ว: {activity.no} " in answer, answer


def _history() -> list[dict[str, str]]:
    with HISTORY_CSV.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def _answer_questions(phone: Phone, row: dict[str, str]) -> None:
    """Tap what the officer would until the confirm card is there: what stands in the way, and what is left over."""
    for _question in range(6):
        if "ยืนยัน" in phone.buttons():
            return
        causes = [CAUSES[cause] for cause in row["causes"].split() if cause in CAUSES]
        wanted = ["เป็นเงินเหลือจ่าย", "ติดปัญหา", *causes]
        phone.taps(next(label for label in wanted if label in phone.buttons()))


def _line(row: dict[str, str]) -> str:
    """Return what an officer types: "13 กำลังดำเนินการ 45% เบิกจ่ายสะสม 1,234,500 บาท"."""
    state = {
        "COMPLETED": "แล้วเสร็จ",
        "IN_PROGRESS": f"กำลังดำเนินการ {row['progress_percent']}%",
        "BLOCKED": f"ติดปัญหา {row['progress_percent']}%",
        "PROCUREMENT": "อยู่ระหว่างจัดซื้อจัดจ้าง",
        "NOT_STARTED": "ยังไม่ดำเนินการ",
    }[row["status"]]
    return f"{row['activity_no']} {state} เบิกจ่ายสะสม {int(row['disbursed_baht']):,} บาท"
