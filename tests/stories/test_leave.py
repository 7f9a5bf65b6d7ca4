"""Leave: the acting colleague is asked and may report, or the head where nobody acts; then all is as before."""

from datetime import date

import pytest

from models.absence import record_absence
from models.post import posts_held
from models.report import history
from rules.role import Role
from tests.colleagues import colleague, pushed
from tests.days import day_comes, moment
from tests.follow_up import ordered, stuck_case
from tests.office import APRIL, PUBLIC_WORKS, reported

MONDAY = moment(5, 3)  # the reminder for April


def takes_leave(phones, text="ลา 3-12 พ.ค. ให้ วีระ รักษาการ", name="สมชาย"):
    phone = phones[name]
    phone.says(text)
    return phone.taps("ยืนยัน")


def test_leave_is_shown_before_it_is_written_and_both_are_told(house, office, phones, wira, line):
    somchai = phones["สมชาย"]
    asked = somchai.says("ลา 5-12 พ.ค. ให้ วีระ รักษาการ")
    assert "5–12 พ.ค. 64" in asked and "วีระ" in asked and "13, 14, 15" in asked
    assert pushed(line, "วีระ") == [], "nothing before the yes"
    assert "บันทึกวันลาแล้ว" in somchai.taps("ยืนยัน")
    (told,) = pushed(line, "วีระ")
    assert "รักษาการแทน สมชาย" in told and "5–12 พ.ค. 64" in told and "13, 14, 15" in told


def test_the_acting_colleague_is_reminded_and_the_card_says_for_whom(
    house, clock, office, phones, wira, line
):
    takes_leave(phones)
    day_comes(house, clock, MONDAY)
    reminder = pushed(line, "วีระ")[-1]
    assert all(f"รายงาน {no}" in reminder for no in (13, 14, 15))
    assert "รวมงานของ สมชาย ซึ่งลาอยู่" in reminder
    assert pushed(line, "สมชาย") == []


def test_the_acting_colleague_reports_and_only_while_acting(house, clock, office, phones, wira):
    assert "รายงานโดย สมชาย" in wira.says("13 45% เบิกแล้ว 2.5 ล้าน")
    takes_leave(phones)
    wira.says("13 45% เบิกแล้ว 2.5 ล้าน")
    assert "เลขรับ" in wira.taps("ยืนยัน")
    with house.db.read() as session:
        assert [each.reporter_id for each in history(session, office.activities[13].id)] == [
            office.people["วีระ"].id
        ]
    clock.set(moment(5, 13, 9))
    assert "รายงานโดย สมชาย" in wira.says("14 45% เบิกแล้ว 2.5 ล้าน")


def test_back_from_leave_everything_is_as_before(house, clock, office, phones, wira, line):
    takes_leave(phones, "ลา 3-10 พ.ค. ให้ วีระ รักษาการ")
    day_comes(house, clock, MONDAY)
    day_comes(house, clock, moment(5, 11))
    assert any("13, 14, 15" in each and "รายงาน" in each for each in pushed(line, "สมชาย"))
    assert "ซึ่งลาอยู่" not in pushed(line, "วีระ")[-1]


def test_back_early_and_the_acting_colleague_is_thanked(house, clock, office, phones, wira, line):
    takes_leave(phones)
    clock.set(moment(5, 5, 9))
    assert "ยกเลิกวันลาแล้ว" in phones["สมชาย"].says("กลับมาแล้ว")
    assert "ไม่ต้องรักษาการแทน สมชาย" in (wira.reads() or pushed(line, "วีระ")[-1])
    day_comes(house, clock, moment(5, 11))
    assert len(pushed(line, "สมชาย")) == 1
    assert "ไม่มีวันลา" in phones["สมชาย"].says("ยกเลิกลา")


def test_with_nobody_acting_the_head_is_asked(house, clock, office, phones, line):
    somchai = phones["สมชาย"]
    assert "ให้ใครรักษาการ" in somchai.says("ไม่อยู่ถึง 12 พ.ค.")
    shown = somchai.taps("ไม่มีผู้รักษาการ")
    assert "มาลี" in shown and "3–12 พ.ค. 64" in shown
    somchai.taps("ยืนยัน")
    assert "สมชาย ลา" in pushed(line, "มาลี")[0]
    day_comes(house, clock, MONDAY)
    reminder = pushed(line, "มาลี")[-1]
    assert "รายงาน 13" in reminder and "รวมงานของ สมชาย ซึ่งลาอยู่" in reminder
    assert pushed(line, "สมชาย") == []


def test_when_the_head_is_away_too_the_officer_stays(house, clock, office, phones, line):
    takes_leave(phones, "ลา 3-12 พ.ค. ไม่มีผู้รักษาการ")
    takes_leave(phones, "ลา 3-12 พ.ค. ไม่มีผู้รักษาการ", "มาลี")
    day_comes(house, clock, MONDAY)
    assert any("รายงาน 13" in each for each in pushed(line, "สมชาย"))


def test_everything_is_asked_step_by_step(house, office, phones, wira):
    somchai = phones["สมชาย"]
    assert "ลาวันไหน" in somchai.says("ลา")
    assert "ให้ใครรักษาการ" in somchai.says("5-12 พ.ค.")
    assert "5–12 พ.ค. 64" in somchai.says("วีระ")
    assert "บันทึกวันลาแล้ว" in somchai.says("ยืนยัน")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ลา 5-12 เม.ย. ให้ วีระ รักษาการ", "ผ่านไปแล้ว"),
        ("ลา 12-5 พ.ค. ให้ วีระ รักษาการ", "มาก่อนวันเริ่ม"),
        ("ลา 5 พ.ค. 2564 - 5 ก.ค. 2565 ให้ วีระ รักษาการ", "นานเกินหนึ่งปี"),
        ("ลา 5-12 พ.ค. ให้ ประสิทธิ์ รักษาการ", "ไม่ได้เป็นสมาชิกของหน่วยงาน"),
        ("ลา วีระ 5-12 พ.ค. ให้ มาลี รักษาการ", "ไม่อยู่ในความดูแล"),
    ],
)
def test_what_cannot_be_is_said_clearly(house, office, phones, wira, text, answer):
    assert answer in phones["สมชาย"].says(text)


def test_a_second_leave_on_the_same_days_is_not_written(house, office, phones, wira):
    takes_leave(phones, "ลา 5-12 พ.ค. ให้ วีระ รักษาการ")
    assert "มีวันลา 5–12 พ.ค. 64 บันทึกไว้แล้ว" in phones["สมชาย"].says("ลา 12-14 พ.ค.")


def test_whoever_is_away_too_cannot_act(house, office, phones, wira):
    takes_leave(phones, "ลา 10-11 พ.ค. ไม่มีผู้รักษาการ", "วีระ")
    assert "วีระ ก็ลา" in phones["สมชาย"].says("ลา 5-12 พ.ค. ให้ วีระ รักษาการ")


def test_the_head_writes_an_officers_leave_down_and_the_officer_hears_of_it(
    house, office, phones, wira, line
):
    takes_leave(phones, "ลา สมชาย 5-12 พ.ค. ให้ วีระ รักษาการ", "มาลี")
    assert "มาลี บันทึกวันลาของท่าน" in pushed(line, "สมชาย")[0]
    assert "รักษาการแทน สมชาย" in pushed(line, "วีระ")[0]
    assert "ยกเลิกวันลาแล้ว" in phones["สมชาย"].says("ยกเลิกลา")


def test_the_governor_is_away_and_the_summary_goes_to_who_acts(house, clock, office, phones, line):
    takes_leave(phones, "ลา 3-5 พ.ค. ให้ อนงค์ รักษาการ", "ท่านผู้ว่าฯ")
    day_comes(house, clock, MONDAY)
    assert pushed(line, "ท่านผู้ว่าฯ") == []


def test_a_report_about_paving_is_no_leave(house, office, phones):
    assert "ลาวันไหน" not in phones["สมชาย"].says("ลาดยาง 13 เสร็จ 45% เบิกแล้ว 2.5 ล้าน")


def test_what_was_begun_is_put_aside_and_that_is_said(house, office, phones, wira):
    somchai = phones["สมชาย"]
    somchai.says("13 45% เบิกแล้ว 2.5 ล้าน")
    assert "ยังไม่ได้บันทึก" in somchai.says("ลา 5-12 พ.ค. ให้ วีระ รักษาการ")


def test_an_old_button_and_a_foreign_one_change_nothing(house, office, phones, wira, line):
    somchai = phones["สมชาย"]
    somchai.says("ลา 5-12 พ.ค. ให้ วีระ รักษาการ")
    yes = somchai.button("ยืนยัน")
    line.tap(phones["ประสิทธิ์"].user_id, yes["data"])
    assert "ปุ่มนี้" in phones["ประสิทธิ์"].reads()
    somchai.taps("ยืนยัน")
    line.tap(somchai.user_id, yes["data"])
    assert "ปุ่มนี้" in somchai.reads()
    assert len(pushed(line, "วีระ")) == 1


def test_an_acting_colleague_who_has_left_is_not_asked(house, clock, office, phones, wira, line):
    takes_leave(phones)
    with house.db.write() as session:
        session.merge(office.people["วีระ"]).left_at = clock.now()
    day_comes(house, clock, MONDAY)
    assert any("รายงาน 13" in each for each in pushed(line, "มาลี"))
    wira.reads()
    assert "13" not in wira.says("สถานะ 13")


def test_an_officer_of_two_agencies_is_replaced_in_both(house, clock, office, phones, wira, line):
    with house.db.write() as session:
        colleague(session, office, "สมชาย", numbers=(), agency=PUBLIC_WORKS)
        for no in (20, 21):
            reported(session, office, no, APRIL, by="ประสิทธิ์")
    takes_leave(phones)
    assert "20, 21" in pushed(line, "วีระ")[0]


def test_orders_and_cases_reach_the_acting_colleague_and_say_for_whom(
    house, clock, office, phones, wira, line
):
    takes_leave(phones)
    with house.db.write() as session:
        stuck_case(session, office, 13, on=clock.now().date(), now=clock.now())
        ordered(session, office, 13, "เร่งผู้รับจ้างเข้าพื้นที่", due_on=date(2021, 5, 5), now=clock.now())
    day_comes(house, clock, moment(5, 7))
    told = [each for each in pushed(line, "วีระ") if "เร่งผู้รับจ้างเข้าพื้นที่" in each]
    assert told and "รวมงานของ สมชาย ซึ่งลาอยู่" in told[-1]
    assert not any("เร่งผู้รับจ้าง" in each for each in pushed(line, "สมชาย"))


def test_whoever_acts_and_is_away_later_is_replaced_in_turn(house, clock, office, phones, wira, line):
    with house.db.write() as session:
        colleague(session, office, "สุดา", numbers=(15,))
    suda = phones.stranger("สุดา")
    takes_leave(phones)
    takes_leave(phones, "ลา 3-5 พ.ค. ให้ สุดา รักษาการ", "วีระ")
    day_comes(house, clock, MONDAY)
    assert "รายงาน 13" in pushed(line, "สุดา")[-1]
    suda.reads()
    suda.says("13 45% เบิกแล้ว 2.5 ล้าน")
    assert "เลขรับ" in suda.taps("ยืนยัน")


def test_two_who_act_for_each_other_end_with_the_head(house, clock, office, phones, wira, line):
    takes_leave(phones)
    with house.db.write() as session:
        record_absence(
            session,
            office.province.id,
            office.people["วีระ"].id,
            date(2021, 5, 3),
            date(2021, 5, 12),
            acting_id=office.people["สมชาย"].id,
            made_by=office.people["วีระ"].id,
            now=clock.now(),
        )
    day_comes(house, clock, MONDAY)
    assert any("รายงาน 13" in each for each in pushed(line, "มาลี"))


def test_the_governors_post_is_not_passed_on_by_who_acts(house, clock, office, phones, wira, line):
    takes_leave(phones, "ลา 3-12 พ.ค. ให้ มาลี รักษาการ", "ท่านผู้ว่าฯ")
    takes_leave(phones, "ลา 3-12 พ.ค. ให้ วีระ รักษาการ", "มาลี")
    with house.db.read() as session:
        roles = {post.role for post in posts_held(session, office.people["วีระ"].id, date(2021, 5, 3))}
    assert roles == {Role.OFFICER, Role.HEAD}
    day_comes(house, clock, MONDAY)
    assert pushed(line, "ท่านผู้ว่าฯ"), "where nobody else may read it, it waits in the governor's own chat"
