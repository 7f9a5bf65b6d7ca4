"""What people ask: the officer about his own, the office and the governor about the province."""

import pytest

from models.agency import ensure_agency
from rules.cause import Cause
from rules.status import Status
from tests.office import APRIL, MARCH, PUBLIC_WORKS, RURAL_ROADS, reported
from tests.phones import actions_of


@pytest.fixture
def asked(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, percent=30, baht=2_250_000)
        reported(session, office, 13, APRIL, percent=45, baht=4_500_000)
        reported(
            session, office, 20, MARCH, percent=10, baht=0, status=Status.BLOCKED, by="ประสิทธิ์",
            causes=(Cause.WEATHER_DISASTER,),
        )  # fmt: skip
        office_admin = session.merge(office.people["อนงค์"])
        office_admin.phone = "032-000-000"
        somchai = session.merge(office.people["สมชาย"])
        somchai.phone = "080-000-0000"
    return phones


def test_the_officers_own_questions(asked):
    somchai = asked["สมชาย"]
    mine = somchai.says("สถานะ")
    assert "13" in mine and "15" in mine and "ตลิ่ง" not in mine
    assert "45%" in somchai.taps("13") or "45%" in somchai.says("สถานะ 13")
    assert "2 กิจกรรม" in somchai.says("กำหนดส่ง")
    assert "14" in somchai.says("ค้างรายงาน") and "20" not in somchai.says("ค้างรายงาน")
    told = somchai.says("ประวัติ 13")
    assert "30%" in told and "45%" in told and "สมชาย" in told


def test_whom_to_ask(asked):
    told = asked["สมชาย"].says("ติดต่อใคร")
    assert "มาลี" in told and "อนงค์ 032-000-000" in told


@pytest.mark.parametrize("name", ["อนงค์", "ท่านผู้ว่าฯ"])
def test_the_province_at_a_glance(asked, name):
    phone = asked[name]
    assert "5 กิจกรรม" in phone.says("สถานะ")
    assert "45%" in phone.says("สถานะ 13")
    overdue = phone.says("ค้างรายงาน")
    assert RURAL_ROADS in overdue and PUBLIC_WORKS in overdue
    assert phone.says("ล่าช้า") and phone.says("เบิกจ่าย") and phone.says("สรุป")
    assert "4 กิจกรรม" in phone.says("กำหนดส่ง")


def test_a_name_that_fits_one_is_answered_and_two_are_asked_about(asked):
    governor = asked["ท่านผู้ว่าฯ"]
    assert "หนองบัว" in governor.says("สถานะ บ้านน้อย")
    both = governor.says("สถานะ เขื่อน")
    assert "20" in both and "21" in both and "หลายกิจกรรม" in both
    tapped = next(action for action in actions_of(governor.last[0]) if action.get("text") == "สถานะ 21")
    assert "22,500,000" in governor.says(tapped["text"])
    assert "ไม่พบชื่อนี้" in governor.says("สถานะ รถไฟฟ้า")
    assert "แผนปี 2564 ไม่มีกิจกรรมที่ 99" in governor.says("สถานะ 99")


def test_an_agency_by_part_of_its_name(house, office, asked):
    with house.db.write() as session:
        ensure_agency(session, office.province.id, "แขวงทางหลวงเพชรบุรี")
    governor = asked["ท่านผู้ว่าฯ"]
    card = governor.says("หน่วยงาน โยธา")
    assert PUBLIC_WORKS in card and "ประสิทธิ์" in card and "21" in card
    several = governor.says("หน่วยงาน แขวงทางหลวง")
    assert "หน่วยงานใด" in several and RURAL_ROADS in several
    assert RURAL_ROADS in governor.taps("แขวงทางหลวงชนบท")
    assert "ไม่พบหน่วยงาน" in governor.says("หน่วยงาน ไปรษณีย์")
    assert len(governor.buttons()) <= 13 and "หน่วยงานใด" in governor.says("หน่วยงาน")


def test_somebody_who_blocked_the_bot_is_shown_with_a_phone(house, asked, line):
    line.unfollow(asked["สมชาย"].user_id)
    asked["สมชาย"].reads()
    for question in ("ค้างรายงาน", "หน่วยงาน แขวงทางหลวงชนบท"):
        told = asked["อนงค์"].says(question)
        assert "080-000-0000" in told and "โทร" in told
    assert any(action.get("uri") == "tel:0800000000" for action in actions_of(asked["อนงค์"].last[0]))


def test_my_data_shows_all_that_is_kept_and_lets_it_be_corrected(house, office, asked, line):
    somchai = asked["สมชาย"]
    line.send_image(somchai.user_id, b"\xff\xd8\xff\xe0 road")
    somchai.reads()
    told = somchai.says("ข้อมูลของฉัน")
    for known in (
        "สมชาย",
        "080-000-0000",
        RURAL_ROADS,
        "เพชรบุรี",
        "3 พฤษภาคม 2564",
        "ไทย",
        "อนงค์ 032-000-000",
    ):
        assert known in told
    assert "รายงานที่ส่ง\n2\n" in told and "รูปถ่าย\n1\n" in told and "ข้อความ\n2\n" in told
    somchai.taps("แก้เบอร์โทร")
    assert "080-111-1111" in somchai.says("0801111111")
    somchai.says("แก้ชื่อ")
    assert "สมชาย ใจดี" in somchai.says("สมชาย ใจดี")
    again = somchai.says("my data")
    assert "080-111-1111" in again and "สมชาย ใจดี" in again


def test_a_question_in_the_middle_of_a_report_leaves_it_open(asked):
    somchai = asked["สมชาย"]
    somchai.says("รายงาน 14")
    told = somchai.says("สถานะ 13")
    assert "45%" in told and "ทำต่อไหม" in told
    somchai.taps("ทำต่อ")
    assert "กำลังทำ" in somchai.buttons()
    assert "ทำต่อไหม" in somchai.says("ข้อมูลของฉัน"), "looking at one's data ends no report"


def test_every_answer_has_a_plain_text_twin_that_says_what_to_type(asked):
    governor = asked["ท่านผู้ว่าฯ"]
    governor.says("ข้อความล้วน")
    for question in ("สถานะ", "สถานะ 13", "สถานะ เขื่อน", "ค้างรายงาน", "ล่าช้า", "เบิกจ่าย", "สรุป", "หน่วยงาน โยธา"):
        answer = governor.says(question)
        assert answer and {message["type"] for message in governor.last} == {"text"}, question
        assert len(answer.encode("utf-16-le")) // 2 <= 5000
