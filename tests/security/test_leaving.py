"""สมชาย leaves: at once nothing is shown or asked, then nothing says who he was, and the office's record stays."""

from datetime import timedelta

import pytest
from sqlalchemy import inspect, text

from jobs.erase import erase_person
from jobs.sweep import sweep
from models.audit import verify
from models.evidence import Evidence, Kept
from models.leaving import leave
from models.person import Person
from models.post import Holding
from tests.office import APRIL, MARCH, reported, user_id

PHONE = "081-234-5678"
SECRET = "ลับเฉพาะ"


@pytest.fixture
def somchai(house, office, phones):
    """สมชาย with a phone, reports, an open conversation and a word that only he says."""
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
        session.merge(office.people["สมชาย"]).phone = PHONE
    phone = phones["สมชาย"]
    phone.says("15 30% เบิกแล้ว 3 ล้าน ผู้รับจ้างชื่อลับเฉพาะ")
    return phone


def everything_kept(house):
    """Return every row of every table as one text; the audit trail too."""
    with house.db.read() as session:
        names = inspect(session.connection()).get_table_names()
        rows = [row for name in names for row in session.execute(text(f'SELECT * FROM "{name}"'))]
    return "\n".join(repr(tuple(row)) for row in rows)


def test_leaving_is_asked_once_and_can_be_declined(somchai, house, office):
    asked = somchai.says("ลบข้อมูลของฉัน")
    assert "เรียกคืนไม่ได้" in asked and "แขวงทางหลวงชนบทเพชรบุรี" in asked
    assert "ตามเดิม" in somchai.taps("อยู่ต่อ")
    with house.db.read() as session:
        assert session.get(Person, office.people["สมชาย"].id).name == "สมชาย"


@pytest.mark.parametrize("word", ["ลบข้อมูลของฉัน", "ออกจากระบบ", "delete my data"])
def test_who_leaves_is_erased_everywhere(somchai, house, office, word):
    before = everything_kept(house)
    for trace in (user_id("สมชาย"), "สมชาย", PHONE, SECRET):
        assert trace in before, trace
    somchai.says(word)
    assert "ออกจากระบบแล้ว" in somchai.taps("ลบข้อมูลและออก")
    kept = everything_kept(house)
    for trace in (user_id("สมชาย"), "สมชาย", PHONE, SECRET):
        assert trace not in kept, trace


def test_the_record_stays_under_the_post(somchai, phones):
    somchai.says("ลบข้อมูลของฉัน")
    somchai.taps("ลบข้อมูลและออก")
    history = phones["มาลี"].says("ประวัติ 13")
    assert "30%" in history and "เจ้าหน้าที่" in history and "สมชาย" not in history


def test_the_office_hears_that_the_post_has_nobody(somchai, house, phones, clock):
    phones["อนงค์"].reads()
    somchai.says("ออกจากระบบ")
    somchai.taps("ลบข้อมูลและออก")
    clock.set(clock.now() + timedelta(minutes=30))
    house.work.drain()
    told = phones["อนงค์"].reads()
    assert "ออกจากระบบแล้ว" in told and "สมชาย" not in told


def test_the_audit_trail_holds_although_somebody_was_erased(somchai, house):
    somchai.says("ลบข้อมูลของฉัน")
    somchai.taps("ลบข้อมูลและออก")
    with house.db.read() as session:
        found = verify(session)
    assert found.fault is None and found.entries > 0


def test_who_has_left_is_a_stranger(somchai, house, office):
    somchai.says("ลบข้อมูลของฉัน")
    somchai.taps("ลบข้อมูลและออก")
    assert "13" not in somchai.says("สถานะ 13")
    with house.db.read() as session:
        again = session.query(Person).filter_by(line_user_id=user_id("สมชาย")).one()
        assert again.id != office.people["สมชาย"].id and again.joined_at is None


def test_who_came_back_before_being_erased_is_kept(somchai, house, office, clock):
    with house.db.write() as session:
        person = session.merge(office.people["สมชาย"])
        leave(session, person, clock.now().date(), clock.now())
        person.left_at = None  # as joining again does
    erase_person(house, str(office.people["สมชาย"].id))
    with house.db.read() as session:
        assert session.get(Person, office.people["สมชาย"].id).name == "สมชาย"


def test_what_died_between_leaving_and_erasing_is_swept_up(somchai, house, office, clock):
    with house.db.write() as session:
        leave(session, session.merge(office.people["สมชาย"]), clock.now().date(), clock.now())
    assert ("erase", str(office.people["สมชาย"].id)) in {each[:2] for each in sweep(house)}
    erase_person(house, str(office.people["สมชาย"].id))
    assert "erase" not in {each[0] for each in sweep(house)}


def test_photos_of_reports_stay_and_loose_ones_go(somchai, house, office, line):
    with house.db.write() as session:
        report = reported(session, office, 14, APRIL)
        for number, report_id in (("1", report.id), ("2", None)):
            session.add(
                Evidence(
                    province_id=office.province.id,
                    person_id=office.people["สมชาย"].id,
                    report_id=report_id,
                    channel="default",
                    message_id=number,
                    kind="image",
                    state=Kept.STORED,
                    sent_at=report.sent_at,
                )
            )
    somchai.says("ลบข้อมูลของฉัน")
    somchai.taps("ลบข้อมูลและออก")
    with house.db.read() as session:
        states = {piece.message_id: piece.state for piece in session.query(Evidence)}
    assert (states["1"], states["2"]) == (Kept.STORED, Kept.REMOVED)


def test_somebody_without_a_post_any_more_can_leave_too(house, office, phones, clock):
    with house.db.write() as session:
        held = session.query(Holding).filter_by(person_id=office.people["ประสิทธิ์"].id).one()
        held.to_on = clock.now().date() - timedelta(days=1)
    phone = phones["ประสิทธิ์"]
    assert "เรียกคืนไม่ได้" in phone.says("ลบข้อมูลของฉัน")
    assert "ออกจากระบบแล้ว" in phone.taps("ลบข้อมูลและออก")
