"""Who answers for what: seen by head and office, changed by assigning; several officers for one activity."""

from datetime import date

import pytest

from models.post import Holding
from tests.colleagues import pushed
from tests.days import day_comes, moment
from tests.office import APRIL, PUBLIC_WORKS, RURAL_ROADS, reported, user_id
from tests.phones import words_of

GROUP = "C" + "0" * 31 + "1"
MONDAY, TENTH = moment(5, 3), moment(5, 11)


def test_the_head_sees_posts_holders_and_what_is_amiss(house, office, phones, wira, line):
    line.unfollow(user_id("สมชาย"))
    phones["สมชาย"].reads()
    shown = phones["มาลี"].says("ผู้รับผิดชอบ")
    assert RURAL_ROADS in shown and "สมชาย" in shown and "วีระ" in shown and "กิจกรรม 15" in shown
    assert "โปรดโทร" in shown
    assert PUBLIC_WORKS not in shown and "ประสิทธิ์" not in shown


def test_the_office_sees_the_province_and_an_empty_post_first(house, office, phones):
    with house.db.write() as session:
        session.query(Holding).filter_by(post_id=office.posts["ประสิทธิ์"].id).delete()
    shown = phones["อนงค์"].says("ผู้รับผิดชอบ")
    assert "ไม่มีผู้ดำรงตำแหน่งนี้" in shown
    assert shown.index(PUBLIC_WORKS) < shown.index(RURAL_ROADS)


def test_who_answers_for_one_activity_with_leave_and_phone(house, office, phones, wira):
    with house.db.write() as session:
        session.merge(office.people["สมชาย"]).phone = "080-000-0000"
    phones["สมชาย"].says("ลา 3-12 พ.ค. ให้ วีระ รักษาการ")
    phones["สมชาย"].taps("ยืนยัน")
    shown = phones["มาลี"].says("ใครรับผิดชอบ 13")
    assert "สมชาย" in shown and "080-000-0000" in shown
    assert "ลา 3–12 พ.ค. 64 ผู้รักษาการ: วีระ" in shown


def test_another_agency_sees_nothing(house, office, phones, wira):
    with house.db.write() as session:
        session.merge(office.people["สมชาย"]).phone = "080-000-0000"
    for text in ("ใครรับผิดชอบ 13", "ผู้รับผิดชอบ"):
        shown = phones["ประสิทธิ์"].says(text)
        assert "สมชาย" not in shown and "080-000-0000" not in shown


def test_an_activity_is_given_to_one_officer_alone(house, office, phones, wira, clock, line):
    malee = phones["มาลี"]
    shown = malee.says("มอบหมาย 13 ให้ วีระ")
    assert "สมชาย" in shown and "วีระ" in shown
    malee.taps("ให้คนเดียว")
    assert "มาลี มอบหมายกิจกรรมนี้ให้ท่าน" in wira.reads()
    day_comes(house, clock, MONDAY)
    assert "รายงาน 13" in pushed(line, "วีระ")[-1]
    assert "รายงาน 13" not in pushed(line, "สมชาย")[-1]


def test_two_officers_of_one_activity_are_both_asked_and_one_report_is_enough(
    house, office, phones, wira, clock, line
):
    phones["มาลี"].says("มอบหมาย 13 ให้ วีระ")
    phones["มาลี"].taps("รับผิดชอบร่วมกัน")
    with house.db.write() as session:
        for no in (14, 15):
            reported(session, office, no, APRIL)
    day_comes(house, clock, MONDAY)
    assert "รายงาน 13" in pushed(line, "สมชาย")[-1] and "รายงาน 13" in pushed(line, "วีระ")[-1]
    wira.says("13 45% เบิกแล้ว 2.5 ล้าน")
    wira.taps("ยืนยัน")
    before = [len(pushed(line, name)) for name in ("สมชาย", "วีระ")]
    day_comes(house, clock, TENTH)
    assert [len(pushed(line, name)) for name in ("สมชาย", "วีระ")] == before, "nobody is nagged"


def test_what_was_given_away_can_be_given_back(house, office, phones, wira):
    malee = phones["มาลี"]
    malee.says("มอบหมาย 13 ให้ วีระ")
    malee.taps("ให้คนเดียว")
    malee.says("มอบหมาย 13 ให้ สมชาย")
    malee.taps("ให้คนเดียว")
    assert "รายงานโดย สมชาย" in wira.says("13 45% เบิกแล้ว 2.5 ล้าน")
    phones["สมชาย"].says("13 45% เบิกแล้ว 2.5 ล้าน")
    assert "เลขรับ" in phones["สมชาย"].taps("ยืนยัน")


def test_the_office_lends_an_activity_to_an_officer_of_another_agency(house, office, phones):
    anong = phones["อนงค์"]
    anong.says("มอบหมาย 13 ให้ ประสิทธิ์")
    anong.taps("รับผิดชอบร่วมกัน")
    prasit = phones["ประสิทธิ์"]
    prasit.reads()
    prasit.says("13 45% เบิกแล้ว 2.5 ล้าน")
    assert "เลขรับ" in prasit.taps("ยืนยัน")
    assert "รายงานโดย สมชาย" in prasit.says("14 45% เบิกแล้ว 2.5 ล้าน")


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("สมชาย", "มอบหมาย 13 ให้ วีระ", "ทำได้เฉพาะหัวหน้า"),
        ("ท่านผู้ว่าฯ", "มอบหมาย 13 ให้ วีระ", "ทำได้เฉพาะหัวหน้า"),
        ("มาลี", "มอบหมาย 20 ให้ วีระ", "มอบหมายไม่ได้"),
        ("มาลี", "มอบหมาย 13 ให้ ประสิทธิ์", "ไม่รู้จัก"),
        ("อนงค์", "มอบหมาย 99 ให้ วีระ", "มอบหมายไม่ได้"),
    ],
)
def test_who_may_not_assign_is_told(house, office, phones, wira, name, text, answer):
    assert answer in phones[name].says(text)


def test_the_right_to_assign_counts_at_the_tap(house, office, phones, wira, clock):
    malee = phones["มาลี"]
    malee.says("มอบหมาย 13 ให้ วีระ")
    with house.db.write() as session:
        for holding in session.query(Holding).filter_by(person_id=office.people["มาลี"].id):
            holding.to_on = date(2021, 5, 2)
    malee.taps("ให้คนเดียว")
    assert "รายงานโดย สมชาย" in wira.says("13 45% เบิกแล้ว 2.5 ล้าน")


@pytest.mark.parametrize("text", ["ผู้รับผิดชอบ", "ลา 5-12 พ.ค.", "โอนงาน", "มอบหมาย 13 ให้ สมชาย"])
def test_none_of_it_is_said_in_a_group(house, office, phones, line, text):
    line.join(GROUP, "งานจังหวัด", [phones[name].user_id for name in ("มาลี", "สมชาย")])
    line.say_in_group(GROUP, phones["มาลี"].user_id, f"ตามงาน {text}")
    phones.settle()
    answers = [words_of(each["message"]) for each in line.conversation(GROUP) if each["from"] == "bot"]
    assert "แชตส่วนตัว" in answers[-1]
