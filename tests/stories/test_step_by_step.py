"""The questions of a report: what is asked, going back, stopping, coming back days later, and old buttons."""

from datetime import timedelta
from decimal import Decimal

from models.report import history
from rules.cause import Cause
from rules.status import Status
from tests.office import MARCH, next_years_activity, reported


def last_report(house, office, no):
    with house.db.read() as session:
        found = history(session, office.activities[no].id)
        return found[-1] if found else None


def test_a_first_report_asks_status_money_and_work(house, office, phones):
    somchai = phones["สมชาย"]
    assert "สถานะ" in somchai.says("รายงาน 13") or "กำลังทำ" in somchai.buttons()
    assert "15,000,000" in somchai.taps("กำลังทำ"), "the budget is shown where money is asked for"
    somchai.taps("ยังไม่เบิก")
    card = somchai.taps("20%")
    assert "20%" in card and "ยืนยัน" in somchai.buttons()
    somchai.taps("ยืนยัน")

    stored = last_report(house, office, 13)
    assert (stored.status, stored.disbursed_satang, stored.progress_percent) == (
        Status.IN_PROGRESS,
        0,
        Decimal("20"),
    )


def test_not_started_needs_no_figures(house, office, phones):
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("ยังไม่เริ่ม")
    somchai.taps("ยืนยัน")

    stored = last_report(house, office, 13)
    assert (stored.status, stored.disbursed_satang, stored.progress_percent) == (
        Status.NOT_STARTED,
        0,
        Decimal(0),
    )


def test_blocked_is_not_stored_without_a_reason(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("ติดปัญหา")
    somchai.taps("เท่าเดิม")
    somchai.taps("30%")
    assert "ยืนยัน" not in somchai.buttons(), "the reason is asked for first"
    somchai.taps("ผู้รับจ้างล่าช้า")
    somchai.taps("ยืนยัน")

    stored = last_report(house, office, 13)
    assert (stored.status, stored.causes) == (Status.BLOCKED, [Cause.CONTRACTOR_LATE])


def test_completed_with_money_left_asks_what_becomes_of_it(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, percent=90, baht=14_000_000)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("เสร็จ")
    assert "1,000,000" in somchai.taps("เท่าเดิม")
    somchai.taps("เป็นเงินเหลือจ่าย")
    somchai.taps("ยืนยัน")

    stored = last_report(house, office, 13)
    assert (stored.status, stored.progress_percent) == (Status.COMPLETED, Decimal(100))
    assert stored.left_over_satang == 100_000_000
    assert "13" not in somchai.says("รายงาน"), "the duty ends when the rest is declared left over"


def test_completed_but_unpaid_still_owes_next_month(house, office, phones, clock):
    with house.db.write() as session:
        for no in (14, 15):
            reported(
                session,
                office,
                no,
                MARCH,
                status=Status.COMPLETED,
                percent=100,
                baht=15_000_000 if no == 14 else 40_000_000,
            )
        reported(session, office, 13, MARCH, percent=90, baht=14_000_000)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("เสร็จ")
    somchai.taps("เท่าเดิม")
    somchai.taps("รอเบิกจ่าย")
    somchai.taps("ยืนยัน")

    clock.set(clock.now() + timedelta(days=30))
    assert "กิจกรรมที่ 13" in somchai.says("รายงาน")


def test_going_back_asks_the_question_before(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("ติดปัญหา")
    somchai.taps("ย้อนกลับ")
    assert "ติดปัญหา" in somchai.buttons(), "the status is asked again"
    somchai.taps("กำลังทำ")
    somchai.taps("เท่าเดิม")
    somchai.taps("30%")
    somchai.taps("ยืนยัน")

    assert last_report(house, office, 13).status is Status.IN_PROGRESS


def test_stopping_stores_nothing_and_says_so(house, office, phones):
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("กำลังทำ")
    assert "ไม่ได้บันทึก" in somchai.taps("หยุด")
    assert last_report(house, office, 13) is None


def test_a_conversation_goes_on_after_days(house, office, phones, clock):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("กำลังทำ")
    clock.set(clock.now() + timedelta(days=3))
    somchai.taps("เท่าเดิม")
    somchai.taps("35%")
    somchai.taps("ยืนยัน")

    assert last_report(house, office, 13).progress_percent == Decimal("35")


def test_an_old_button_says_that_it_is_old_and_does_nothing(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    old = somchai.button("ติดปัญหา")
    somchai.says("รายงาน 14")
    somchai.line.tap(somchai.user_id, old["data"], old["displayText"])
    answer = somchai.reads()

    assert "รายงาน" in answer and "ยืนยัน" not in somchai.buttons()
    assert last_report(house, office, 13).status is Status.IN_PROGRESS


def test_another_persons_button_does_nothing(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
    somchai, prasit = phones["สมชาย"], phones["ประสิทธิ์"]
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน ฝนตก")
    button = somchai.button("ยืนยัน")
    prasit.line.tap(prasit.user_id, button["data"], button["displayText"])
    prasit.reads()

    assert last_report(house, office, 13).period == MARCH


def test_an_earlier_confirm_card_does_not_store_what_it_did_not_show(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("กำลังทำ")
    somchai.taps("เท่าเดิม")
    somchai.taps("35%")
    early = somchai.button("ยืนยัน")
    somchai.taps("แก้ไข")
    somchai.taps("ผลงาน")
    somchai.taps("40%")
    somchai.line.tap(somchai.user_id, early["data"], early["displayText"])
    assert "40%" in somchai.reads(), "the present card is shown instead"
    assert last_report(house, office, 13).period == MARCH
    somchai.taps("ยืนยัน")

    assert last_report(house, office, 13).progress_percent == Decimal("40")


def test_no_change_of_one_activity_takes_two_taps(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.taps("ไม่มีการเปลี่ยนแปลง")
    somchai.taps("ยืนยัน")

    stored = last_report(house, office, 13)
    assert stored.figures().disbursed_satang == 225_000_000
    assert stored.period.month == 4


def test_news_of_another_activity_is_noted_before_the_question_is_asked_again(house, office, phones):
    with house.db.write() as session:
        for no in (13, 14):
            reported(session, office, no, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    answer = somchai.says("14 งาน 42% เบิกแล้ว 3 ล้าน")
    assert "รับข้อมูลกิจกรรมที่ 14 แล้ว" in answer and "กำลังทำ" in somchai.buttons()
    somchai.taps("กำลังทำ")
    somchai.taps("เท่าเดิม")
    somchai.taps("35%")
    somchai.taps("ยืนยัน")

    assert last_report(house, office, 13).progress_percent == Decimal("35")
    assert last_report(house, office, 14).progress_percent == Decimal("42")


def test_a_report_of_last_years_plan_is_an_old_button(house, office, phones, clock):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    with house.db.write() as session:
        next_years_activity(session, office, 99)
    clock.set(clock.now() + timedelta(days=200))
    answer = somchai.taps("กำลังทำ")

    assert "ปุ่ม" in answer, "the button says that it is old"
    assert last_report(house, office, 13).period == MARCH
