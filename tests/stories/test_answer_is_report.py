"""An officer answers an order with figures: the report's confirm card comes with it, so nothing is typed twice."""

from datetime import date

import pytest
from sqlalchemy import select

from bot import create_app
from models.case import StepKind, case_for, history
from models.evidence import photos_of_reports
from models.order import AnswerKind, Order, answers_to
from models.report import Report
from rules.ladder import Level
from rules.order import OrderState
from tests.days import moment
from tests.follow_up import stuck_case
from tests.office import APRIL, MARCH, reported

JPEG = b"\xff\xd8\xff\xe0" + b"road" * 50
OFFERED = "จะบันทึกเป็นรายงานด้วยไหม"
SAID = "13 งาน 60% เบิกแล้ว 8 ล้าน"


@pytest.fixture
def ordered(house, clock, office, phones):
    """Activity 13 stands still at 45 percent, and the governor asked why."""
    clock.set(moment(5, 17, 9))
    with house.db.write() as session:
        for period in (MARCH, APRIL):
            reported(session, office, 13, period, percent=45, baht=6_000_000)
        stuck_case(session, office, 13, on=date(2021, 5, 3), now=moment(5, 3), level=Level.EXECUTIVE)
    phones["ท่านผู้ว่าฯ"].says("ขอคำชี้แจง 13")
    for name in ("สมชาย", "มาลี", "อนงค์"):
        phones[name].reads()
    return the_order(house)


def the_order(house):
    with house.db.read() as session:
        return session.scalars(select(Order)).one()


def answers(house):
    with house.db.read() as session:
        return [(each.kind, each.text) for each in answers_to(session, session.scalars(select(Order)).one())]


def reports_by_chat(house):
    """Return the reports made in the chat; those that the story begins with have no event."""
    with house.db.read() as session:
        return list(session.scalars(select(Report).where(Report.event_id.is_not(None)).order_by(Report.id)))


def answered(phone, order, *said):
    phone.says(f"ตอบข้อสั่งการ {order.id} {said[0]}")
    for more in said[1:]:
        phone.says(more)
    return phone.taps("ส่งคำตอบ")


def test_one_answer_is_a_report_too_with_one_more_tap(house, ordered, phones):
    somchai, governor = phones["สมชาย"], phones["ท่านผู้ว่าฯ"]
    offered = answered(somchai, ordered, "เร่งผู้รับจ้างแล้ว", SAID)
    assert "ส่งคำตอบแล้ว ในคำตอบมีตัวเลขใหม่ของกิจกรรม 13 " + OFFERED in offered
    assert "60%" in offered and "8,000,000" in offered
    assert reports_by_chat(house) == [] and answers(house)[-1] == (
        AnswerKind.ANSWERED,
        f"เร่งผู้รับจ้างแล้ว\n{SAID}",
    )

    receipt = somchai.taps("ยืนยัน")
    (report,) = reports_by_chat(house)
    assert (report.progress_percent, report.disbursed_satang) == (60, 800_000_000)
    assert report.receipt_no in receipt and "กลับมาคืบหน้า" in receipt, "movement closes the case as usual"
    assert answers(house)[-1] == (AnswerKind.REPORTED, report.receipt_no)
    with house.db.read() as session:
        assert case_for(session, ordered.activity_id) is None
    told = f"บันทึกเป็นรายงานแล้ว เลขรับ {report.receipt_no}"
    assert told in governor.says(f"ข้อสั่งการ {ordered.id}") and told in governor.says("ข้อสั่งการ")
    assert the_order(house).state is OrderState.ANSWERED, "it is the executive who closes an order"


def test_words_without_a_number_are_about_the_orders_activity(house, ordered, phones):
    assert "กิจกรรม 13 " + OFFERED in answered(phones["สมชาย"], ordered, "งานได้ 60% แล้ว เบิกไป 8 ล้าน")


def test_in_english_the_same(house, ordered, phones):
    somchai, governor = phones["สมชาย"], phones["ท่านผู้ว่าฯ"]
    somchai.says("ภาษา")
    somchai.says(f"answer order {ordered.id} work is at 60%, 8 million disbursed so far")
    offered = somchai.taps("Send the answer")
    assert "Answer sent. It has new figures of activity 13. Shall they be a report too?" in offered
    assert reports_by_chat(house) == []
    somchai.says("confirm")
    governor.says("ภาษา")
    (report,) = reports_by_chat(house)
    assert f"reported, receipt {report.receipt_no}" in governor.says(f"order {ordered.id}")


@pytest.mark.parametrize("refuse", ["ยกเลิก", "ไม่"])
def test_without_confirm_nothing_is_stored_and_the_answer_stays(house, ordered, phones, refuse):
    somchai = phones["สมชาย"]
    answered(somchai, ordered, SAID)
    somchai.says(refuse)
    assert reports_by_chat(house) == [] and answers(house) == [(AnswerKind.ANSWERED, SAID)]
    assert "เลขรับ" not in phones["ท่านผู้ว่าฯ"].says(f"ข้อสั่งการ {ordered.id}")


@pytest.mark.parametrize(
    "said",
    [
        "รอผู้รับจ้างนำเครื่องจักรเข้าพื้นที่ จะแล้วเสร็จ 15 มิ.ย. 64",
        "เครื่องจักรเข้าแล้ว",
        "ยังไม่คืบหน้า ฝนตก",
        "ผู้รับจ้างจะเบิก 2 ล้าน 30 พ.ค.",
        "งาน 45% เบิกแล้ว 6 ล้าน ตามที่รายงาน",
        "20 งาน 60%",
        "เสร็จหมดทุกโครงการแล้ว",
    ],
    ids=["promise", "done", "cause", "plan", "reported before", "another agency's", "all at once"],
)
def test_an_answer_without_news_of_ones_own_is_only_an_answer(house, ordered, phones, said):
    replied = answered(phones["สมชาย"], ordered, said)
    assert "ส่งคำตอบแล้ว ท่านผู้ว่าฯ จะเห็น" in replied and OFFERED not in replied


def test_a_status_is_offered_and_what_is_missing_is_asked_as_usual(house, ordered, phones):
    somchai = phones["สมชาย"]
    offered = answered(somchai, ordered, "งานแล้วเสร็จ 100% แล้ว")
    assert OFFERED in offered and reports_by_chat(house) == []
    assert "ยืนยัน" not in somchai.buttons(), "how much was paid of finished work is asked first"


def test_several_activities_in_one_answer_are_one_card(house, ordered, phones):
    somchai = phones["สมชาย"]
    offered = answered(somchai, ordered, "13 60% เบิกแล้ว 8 ล้าน", "14 20% เบิกแล้ว 1 ล้าน")
    assert "ตัวเลขใหม่ของกิจกรรม 13, 14" in offered
    somchai.taps("ยืนยัน")
    first, second = reports_by_chat(house)
    assert first.receipt_no == second.receipt_no
    assert answers(house)[-1] == (AnswerKind.REPORTED, first.receipt_no)


def test_a_report_of_something_else_is_not_the_orders(house, ordered, phones):
    somchai = phones["สมชาย"]
    assert "กิจกรรม 14 " + OFFERED in answered(somchai, ordered, "14 กำลังดำเนินการ 20% เบิกแล้ว 1 ล้าน")
    somchai.taps("ยืนยัน")
    assert len(reports_by_chat(house)) == 1 and answers(house)[-1][0] is AnswerKind.ANSWERED


def test_photos_of_the_answer_are_the_reports_too(house, ordered, phones):
    somchai, governor = phones["สมชาย"], phones["ท่านผู้ว่าฯ"]
    somchai.says(f"ตอบข้อสั่งการ {ordered.id} {SAID}")
    somchai.line.send_image(somchai.user_id, JPEG, None)
    somchai.reads()
    assert "1 รูป" in somchai.taps("ส่งคำตอบ")
    somchai.taps("ยืนยัน")
    (report,) = reports_by_chat(house)
    with house.db.read() as session:
        assert [photo.kind for photo in photos_of_reports(session, [report.id])] == ["image"]
    assert "1 รูป" in governor.says(f"ข้อสั่งการ {ordered.id}")
    link = governor.button("ดูรูปถ่าย")["uri"].removeprefix(house.settings.public_url)
    assert create_app(house=house).test_client().get(link).text.count("<img") == 1


def test_the_answer_of_another_desk_keeps_its_own_receipt(house, ordered, phones):
    somchai, malee, governor = phones["สมชาย"], phones["มาลี"], phones["ท่านผู้ว่าฯ"]
    answered(somchai, ordered, SAID)
    answered(malee, ordered, "จะกำกับด้วยตนเอง")
    somchai.taps("ยืนยัน")
    shown = governor.says(f"ข้อสั่งการ {ordered.id}")
    assert f"{SAID} · บันทึกเป็นรายงานแล้ว" in shown and "จะกำกับด้วยตนเอง · บันทึก" not in shown


def test_a_second_tap_on_send_or_confirm_changes_nothing(house, ordered, phones):
    somchai = phones["สมชาย"]
    somchai.says(f"ตอบข้อสั่งการ {ordered.id} {SAID}")
    sheet = somchai.last
    somchai.taps("ส่งคำตอบ")
    card = somchai.last
    somchai.last = sheet
    assert "ไม่ได้ส่งซ้ำ" in somchai.taps("ส่งคำตอบ")
    somchai.last = card
    somchai.taps("ยืนยัน")
    somchai.last = card
    somchai.taps("ยืนยัน")
    assert len(reports_by_chat(house)) == 1
    assert [kind for kind, _text in answers(house)] == [AnswerKind.ANSWERED, AnswerKind.REPORTED]


def test_taking_the_message_back_in_line_reaches_the_report(house, ordered, phones):
    somchai = phones["สมชาย"]
    sent = somchai.line.say(somchai.user_id, f"ตอบข้อสั่งการ {ordered.id} {SAID}")
    somchai.reads()
    somchai.taps("ส่งคำตอบ")
    somchai.taps("ยืนยัน")
    somchai.line.unsend(somchai.user_id, sent["message"]["id"])
    somchai.reads()
    (report,) = reports_by_chat(house)
    assert report.source_unsent_at is not None and report.progress_percent == 60


def test_the_case_that_stays_open_holds_answer_and_report(house, office, ordered, phones):
    somchai = phones["สมชาย"]
    assert "สถานะใหม่ของกิจกรรม 13 " in answered(somchai, ordered, "13 หยุดงานชั่วคราว ผู้รับจ้างทิ้งงาน")
    somchai.taps("ยืนยัน")
    with house.db.read() as session:
        steps = [step.kind for step in history(session, case_for(session, ordered.activity_id))]
    assert steps.count(StepKind.ANSWERED) == 2


def test_my_data_counts_orders_given_and_answers_sent(house, ordered, phones):
    somchai, governor = phones["สมชาย"], phones["ท่านผู้ว่าฯ"]
    assert "คำตอบข้อสั่งการ" not in somchai.says("ข้อมูลของฉัน")
    answered(somchai, ordered, SAID)
    somchai.taps("ยืนยัน")
    assert "คำตอบข้อสั่งการ\n1\n" in somchai.says("ข้อมูลของฉัน")
    assert "ข้อสั่งการที่ให้ไว้\n1\n" in governor.says("ข้อมูลของฉัน")
