"""ประสิทธิ์ of another agency sees and changes nothing of สมชาย's, however he asks."""

from datetime import timedelta

import pytest

from models.post import Holding
from models.report import history
from tests.office import MARCH, RURAL_ROADS, reported

SECRETS = ("2,250,000", "31.5%", "080-000-0000")


@pytest.fixture
def prasit(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, percent="31.5", baht=2_250_000)
        somchai = session.merge(office.people["สมชาย"])
        somchai.phone = "080-000-0000"
    return phones["ประสิทธิ์"]


def reports_of_13(house, office):
    with house.db.read() as session:
        return history(session, office.activities[13].id)


@pytest.mark.parametrize(
    "asked",
    [
        "สถานะ 13",
        "สถานะ",
        "สถานะ บ้านห้วยสีตอ",
        "ประวัติ 13",
        "ประวัติ",
        "หน่วยงาน แขวงทางหลวงชนบท",
        "หน่วยงาน",
        "ค้างรายงาน",
        "ล่าช้า",
        "เบิกจ่าย",
        "สรุป",
        "รายงาน",
        "13",
        "status 13",
    ],
)
def test_he_sees_nothing_of_it(house, office, prasit, asked):
    answer = prasit.says(asked)
    assert answer and not [secret for secret in SECRETS if secret in answer]


@pytest.mark.parametrize(
    "said", ["รายงาน 13", "13 45% เบิกแล้ว 1.2 ล้าน", "13 ไม่มีการเปลี่ยนแปลง", "แก้ไข 13", "ยกเลิก 13"]
)
def test_he_changes_nothing_of_it_and_is_told_whose_it_is(house, office, prasit, said):
    before = len(reports_of_13(house, office))
    answer = prasit.says(said)
    assert RURAL_ROADS in answer or answer == "ไม่มีอะไรให้ยกเลิก"
    prasit.says("ยืนยัน")
    assert len(reports_of_13(house, office)) == before


def test_a_name_that_only_fits_elsewhere_is_named_with_its_agency(house, office, prasit):
    answer = prasit.says("สถานะ บ้านห้วยสีตอ")
    assert RURAL_ROADS in answer and "30" not in answer


def test_he_cannot_tap_buttons_of_another(house, office, prasit, phones, line):
    somchai = phones["สมชาย"]
    somchai.says("13 45% เบิกแล้ว 2.5 ล้าน")
    confirm = somchai.button("ยืนยัน")
    line.tap(prasit.user_id, confirm["data"])
    assert "เลขรับ" not in prasit.reads()
    assert len(reports_of_13(house, office)) == 1
    somchai.taps("ยืนยัน")
    assert len(reports_of_13(house, office)) == 2


def test_who_lost_the_post_cannot_confirm_what_was_begun_in_it(house, office, phones, clock):
    somchai = phones["สมชาย"]
    somchai.says("13 45% เบิกแล้ว 2.5 ล้าน")
    confirm = somchai.button("ยืนยัน")
    with house.db.write() as session:
        for holding in session.query(Holding).filter_by(person_id=office.people["สมชาย"].id):
            holding.to_on = clock.now().date() - timedelta(days=1)
    somchai.line.tap(somchai.user_id, confirm["data"])
    assert "รหัสเข้าร่วม" in somchai.reads()
    assert reports_of_13(house, office) == []
