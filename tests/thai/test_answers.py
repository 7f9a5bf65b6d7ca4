"""Answers to the bot: yes and no to a card, and half sentences after a question."""

import pytest

from tests.thai.messages import last_month, read, shown
from thai.reading import Clarify, Intent, Record

CARD = {"bot_prompt": "CONFIRM", "pending": (shown(),)}


@pytest.mark.parametrize(
    "text",
    [
        "ใช่",
        "ใช่แล้วครับบันทึกได้เลย",
        "ยืนยันครับ",
        "ครับผม",
        "โอเค ตามนั้น",
        "ok",
        "👍",
        "ถูกต้องตามที่รายงานทุกประการ",
        "จัดไปวัยรุ่น",
    ],
)
def test_yes_stores_what_the_card_shows(text):
    reading = read(text, **CARD)
    assert (reading.intent, reading.reports, reading.record) == (Intent.CONFIRM, (shown(),), Record.NOW)


@pytest.mark.parametrize(
    "text",
    [
        "ไม่ใช่ครับ",
        "ยังไม่ถูกครับ",
        "ผิด",
        "ไม่ค่ะ",
        "ยกเลิก",
        "เดี๋ยวๆ อย่าเพิ่งส่ง",
        "ไม่เห็นด้วยกับตัวเลขนี้",
        "ไม่ใช่ตามนี้ค่ะ ขอกรอกใหม่หมดเลย",
    ],
)
def test_no_stores_nothing(text):
    reading = read(text, **CARD)
    assert (reading.intent, reading.reports, reading.record) == (Intent.REJECT, (), Record.NO)


@pytest.mark.parametrize(
    "text",
    [
        "รับทราบ",
        "เกือบถูก",
        "น่าจะถูกนะ",
        "อืม",
        "ถูก แต่รอก่อน",
        "ใช่ไหม",
        "ใช่หรือเปล่า",
        "ขอดูประวัติก่อน",
        "เบิกจ่ายเท่าไหร่แล้ว",
        "ขอบคุณค่ะ",
        "ใช่ แต่ยอดเบิก 2.5 ล้าน",
    ],
)
def test_what_is_no_clear_yes_never_stores(text):
    assert read(text, **CARD).record is not Record.NOW


@pytest.mark.parametrize("text", ["ใช่", "ครับ", "โอเค", "👍", "รับทราบครับ"])
def test_yes_to_nothing_is_only_heard(text):
    assert read(text).intent is Intent.ACK


@pytest.mark.parametrize(
    ("text", "percent", "baht"),
    [
        ("แก้เป็น 45%", 45, None),
        ("45% ไม่ใช่ 54%", 45, None),
        ("ไม่ใช่ 54 เป็น 45", 45, None),
        ("ผิดครับ ผลงานต้องเป็น 49", 49, None),
        ("ไม่ใช่ 2 ล้าน เป็น 8 แสน", None, 800_000),
        ("ขอแก้ยอดเบิกเป็น 2.5 ล้าน", None, 2_500_000),
        ("ใช่ แต่ยอดเบิก 2.5 ล้าน", None, 2_500_000),
        ("เพิ่งรายงานไป 55% ขอแก้เป็น 56", 56, None),
        ("แก้เป็น 56", 56, None),
        ("56", 56, None),
        ("ไม่ใช่เบิก 520,000 ที่ถูก 52,000", None, 52_000),
        ("โทษที พิมพ์เกินไปหนึ่งศูนย์ เบิก 720,000", None, 720_000),
    ],
)
def test_a_correction_holds_only_what_is_corrected(text, percent, baht):
    reading = read(text, **CARD)
    assert (reading.intent, reading.record) == (Intent.CORRECT, Record.AFTER_CONFIRM)
    report = reading.reports[0]
    assert (report.progress_percent, report.disbursed_satang) == (percent, baht and baht * 100)


def test_a_correction_may_lower_the_total():
    reading = read("แก้ 15 เบิกสะสมเป็น 21.5 ล้าน", last={15: last_month(22_000_000)})
    assert (reading.intent, reading.clarify) == (Intent.CORRECT, ())
    assert reading.reports[0].resulting_cumulative_satang == 2_150_000_000


def test_a_correction_without_saying_of_what():
    assert read("ขอแก้ไขครับ").clarify == (Clarify.WHAT_TO_CHANGE,)
    reading = read("แก้ไข 13")
    assert ([report.activity_no for report in reading.reports], reading.clarify) == (
        [13],
        (Clarify.WHAT_TO_CHANGE,),
    )


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ยกเลิกรายงานเมื่อสักครู่", []),
        ("ลบที่ส่งไปเมื่อเช้า", []),
        ("ช่วยลบที่ส่งของกิจกรรม 13 ทิ้ง", [13]),
        ("cancel last report pls", []),
    ],
)
def test_a_report_taken_back(text, numbers):
    reading = read(text)
    assert (reading.intent, reading.record) == (Intent.RETRACT, Record.AFTER_CONFIRM)
    assert [report.activity_no for report in reading.reports] == numbers
