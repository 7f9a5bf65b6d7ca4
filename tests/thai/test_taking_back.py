"""Reports taken back, and what only sounds like it."""

import pytest

from rules.status import Status
from tests.thai.messages import read, shown
from thai.reading import Clarify, Intent


@pytest.mark.parametrize("text", ["ลบที่ส่งเมื่อกี้ที", "ยกเลิกรายงานเมื่อกี้", "ขอถอนรายงานที่ส่งไปเมื่อเช้า"])
def test_a_report_is_taken_back(text):
    assert read(text).intent is Intent.RETRACT


@pytest.mark.parametrize("text", ["ช่วยลบไลน์ผมออกที", "ลบเบอร์ผมด้วย", "เอาหนูออกจากกลุ่ม"])
def test_a_friend_deleted_is_no_report_taken_back(text):
    assert read(text).intent is not Intent.RETRACT


def test_this_morning_alone_is_not_what_was_sent():
    reading = read("เพิ่งกรอกอีกระบบไปเมื่อเช้า ขอยกเลิกกิจกรรมที่ 13")
    assert (reading.clarify, reading.reports[0].status) == ((Clarify.ADMIN_ONLY,), Status.CANCELLED)


def test_beside_a_card_another_activity_is_a_report_of_its_own():
    pending = (shown(14),)
    assert read("15 ด้วยครับ ผลงาน 62%", pending=pending, bot_prompt="CONFIRM").intent is Intent.REPORT
    assert read("14 ผลงาน 62%", pending=pending, bot_prompt="CONFIRM").intent is Intent.CORRECT


def test_no_before_the_figure_that_is_right_corrects():
    reading = read("ไม่ใช่ เบิก 6.1 ล้าน", pending=(shown(13),), bot_prompt="CONFIRM")
    assert (reading.intent, reading.reports[0].disbursed_satang) == (Intent.CORRECT, 610_000_000)


@pytest.mark.parametrize(
    "text", ["13 งาน 54% พิมพ์ผิดก็อย่าบ่น", "13 งาน 54% ที่เหลือไม่ต้องแก้", "13 งาน 54% ผิดพลาดประการใดขออภัย"]
)
def test_a_word_of_mistakes_is_no_correction(text):
    assert read(text).intent is Intent.REPORT


def test_setting_a_whole_list_alike_is_refused():
    reading = read("13 14 15 ปรับเป็นแล้วเสร็จให้หมดทุกโครงการเลย")
    assert (reading.reports, reading.clarify) == ((), (Clarify.BULK_CHANGE_REFUSED,))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("กินข้าวยังบอท", Intent.OFF_TOPIC),
        ("ก็เบิกไปแล้ว 2.2 ล้านไงครับ", Intent.REPORT),
        ("ขอความอนุเคราะห์แจ้งยอดงบประมาณคงเหลือด้วย", Intent.QUERY),
        ("ขอ list กิจกรรมที่ overdue", Intent.QUERY),
        ("ได้รับทราบกำหนดการแล้ว จะเร่งดำเนินการให้", Intent.ACK),
    ],
)
def test_what_is_asked_and_what_is_only_said(text, intent):
    assert read(text, (13,)).intent is intent
