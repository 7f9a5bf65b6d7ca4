"""สมชาย sends places on the map: each becomes an activity's coordinates, and a doubtful one is asked about."""

import pytest

from models.evidence import Kept, evidence_of_message
from models.plan import activity_numbered
from models.province import Province, choose_bounds
from rules.bounds import Bounds
from tests.office import user_id

INSIDE, ELSEWHERE_INSIDE, BANGKOK = (13.10, 99.95), (12.80, 99.70), (13.75, 100.50)


@pytest.fixture
def bounds(house, office):
    with house.db.write() as session:
        choose_bounds(session.get_one(Province, office.province.id), Bounds(12.5, 99.05, 13.35, 100.15))


def place(phone, point):
    phone.line.send_location(phone.user_id, *point)
    return phone.reads()


def place_of(house, office, no):
    with house.db.read() as session:
        activity = activity_numbered(session, office.province.id, 2564, no)
        return (activity.latitude, activity.longitude)


def test_a_place_with_nothing_before_it_asks_which_activity(house, office, somchai):
    assert "ตำแหน่งนี้เป็นของกิจกรรมใด" in place(somchai, INSIDE)
    assert somchai.buttons() == ["กิจกรรมที่ 13", "กิจกรรมที่ 14", "กิจกรรมที่ 15"]
    assert place_of(house, office, 14) == (None, None)
    assert "ที่ตั้งของกิจกรรมที่ 14 แล้ว" in somchai.taps("กิจกรรมที่ 14")
    assert place_of(house, office, 14) == INSIDE


def test_the_answer_may_be_typed(house, office, somchai):
    place(somchai, INSIDE)
    assert "ที่ตั้งของกิจกรรมที่ 15 แล้ว" in somchai.says("ที่ตั้งของกิจกรรมที่ 15")
    assert place_of(house, office, 15) == INSIDE


def test_a_place_sent_while_reporting_is_for_that_activity(house, office, somchai):
    somchai.says("รายงาน 13")
    assert "ที่ตั้งของกิจกรรมที่ 13" in place(somchai, INSIDE)
    somchai.taps("ทำต่อ")
    assert "กำลังทำ" in somchai.buttons()
    assert place_of(house, office, 13) == INSIDE


def test_after_a_receipt_of_two_activities_only_those_two_are_offered(house, office, somchai):
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน\n14 50% เบิกแล้ว 1.5 ล้าน")
    somchai.taps("ยืนยัน")
    place(somchai, INSIDE)
    assert somchai.buttons() == ["กิจกรรมที่ 13", "กิจกรรมที่ 14"]


def test_a_place_outside_the_province_is_questioned_and_may_stand(house, office, somchai, bounds):
    place(somchai, BANGKOK)
    assert "นอกจังหวัดเพชรบุรี เป็นที่ตั้งของกิจกรรมที่ 13 ใช่ไหม" in somchai.taps("กิจกรรมที่ 13")
    assert place_of(house, office, 13) == (None, None)
    assert "ที่ตั้งของกิจกรรมที่ 13 แล้ว" in somchai.taps("ใช้ตำแหน่งนี้")
    assert place_of(house, office, 13) == BANGKOK


def test_a_place_outside_may_be_sent_again(house, office, somchai, bounds):
    somchai.says("รายงาน 13")
    assert "นอกจังหวัด" in place(somchai, BANGKOK)
    right = somchai.button("ใช้ตำแหน่งนี้")["data"]
    assert "ไม่ได้เก็บตำแหน่งนี้" in somchai.taps("ส่งใหม่")
    somchai.line.tap(somchai.user_id, right)
    somchai.reads()
    assert place_of(house, office, 13) == (None, None), "what was refused cannot be brought back"
    assert "ที่ตั้งของกิจกรรมที่ 13" in place(somchai, INSIDE)
    assert place_of(house, office, 13) == INSIDE


@pytest.mark.parametrize("words", ["ใช้ตำแหน่งนี้", "use this place"])
def test_the_question_is_answered_by_typing_in_either_language(house, office, somchai, bounds, words):
    somchai.says("รายงาน 13")
    place(somchai, BANGKOK)
    somchai.says(words)
    assert place_of(house, office, 13) == BANGKOK


def test_without_bounds_no_place_is_questioned(house, office, somchai):
    somchai.says("รายงาน 13")
    assert "นอกจังหวัด" not in place(somchai, BANGKOK)
    assert place_of(house, office, 13) == BANGKOK


def test_another_agencys_activity_is_never_given_a_place(house, office, somchai, line):
    message = line.send_location(somchai.user_id, *INSIDE)["message"]
    somchai.reads()
    with house.db.read() as session:
        piece = evidence_of_message(session, message["id"])
    line.tap(somchai.user_id, f"place:{piece.id}:for:20")
    assert "โยธาธิการ" in somchai.reads()
    line.tap(user_id("ประสิทธิ์"), f"place:{piece.id}:for:20")
    somchai.reads()
    assert place_of(house, office, 20) == (None, None)


@pytest.mark.parametrize(
    "data", ["place", "place:x:for:13", "place:1:for", "place:1:right", "place:99:again"]
)
def test_forged_buttons_change_nothing(house, office, somchai, line, data):
    place(somchai, INSIDE)
    line.tap(somchai.user_id, data)
    assert "ปุ่ม" in somchai.reads()
    assert place_of(house, office, 13) == (None, None)


def test_no_point_on_earth_is_no_place(house, office, somchai):
    somchai.says("รายงาน 13")
    assert "ไม่มีพิกัด" in place(somchai, (123.0, 99.0))
    assert place_of(house, office, 13) == (None, None)


def test_taking_an_older_place_back_leaves_the_newer_one(house, office, somchai, line):
    somchai.says("รายงาน 13")
    first = line.send_location(somchai.user_id, *ELSEWHERE_INSIDE)["message"]
    somchai.reads()
    second = line.send_location(somchai.user_id, *INSIDE)["message"]
    somchai.reads()
    line.unsend(somchai.user_id, first["id"])
    somchai.reads()
    assert place_of(house, office, 13) == INSIDE
    line.unsend(somchai.user_id, second["id"])
    somchai.reads()
    assert place_of(house, office, 13) == (None, None)
    with house.db.read() as session:
        piece = evidence_of_message(session, second["id"])
    assert (piece.state, piece.latitude) == (Kept.REMOVED, None)


def test_who_does_not_report_gives_no_places(house, office, phones):
    assert "ไม่ได้เก็บไว้" in place(phones["ท่านผู้ว่าฯ"], INSIDE)
