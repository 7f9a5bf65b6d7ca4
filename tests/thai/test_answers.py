"""Answers to the bot: yes and no to a card, and half sentences after a question."""

import pytest

from i18n import speaking
from rules.cause import Cause
from rules.status import Status
from tests.thai.messages import last_month, one, read, shown
from thai import writing
from thai.reading import Clarify, Intent, Mode, Record, ReportReading

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
    ["รับทราบ", "ใช่ไหม", "ใช่หรือเปล่า", "ขอดูประวัติก่อน", "เบิกจ่ายเท่าไหร่แล้ว", "ขอบคุณค่ะ", "ใช่ แต่ยอดเบิก 2.5 ล้าน"],
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


def asked(prompt: str, text: str, **more) -> ReportReading:
    return one(text, (13, 14, 15), bot_prompt=prompt, focus_activity_no=13, **more)


@pytest.mark.parametrize(
    ("text", "percent"),
    [("45", 45), ("สี่สิบห้าครับ", 45), ("ครับ 65", 65), ("60 เปอเซน", 60), ("13", 13), ("ครึ่งหนึ่ง", 50)],
)
def test_a_bare_number_after_the_question_for_progress(text, percent):
    assert asked("ASK_PROGRESS", text).progress_percent == percent


@pytest.mark.parametrize(
    ("text", "baht", "mode"),
    [
        ("ล้านสอง", 1_200_000, Mode.AMBIGUOUS),
        ("2500000", 2_500_000, Mode.AMBIGUOUS),
        ("ยอดสะสม 6.3 ล้าน", 6_300_000, Mode.CUMULATIVE),
        ("เพิ่มอีก 5 แสน", 500_000, Mode.INCREMENTAL),
        ("ยังเลยค่ะ", 0, Mode.CUMULATIVE),
        ("ไม่มี", 0, Mode.CUMULATIVE),
        ("หมดแล้ว", 15_000_000, Mode.CUMULATIVE),
        ("40%", 6_000_000, Mode.CUMULATIVE),
    ],
)
def test_a_half_sentence_after_the_question_for_money(text, baht, mode):
    report = asked("ASK_DISBURSED", text)
    assert (report.disbursed_satang, report.disbursed_mode) == (baht * 100, mode)


@pytest.mark.parametrize("prompt", ["เบิกจ่ายแล้วเท่าไร", "AMOUNT_UNIT", "EXACT_AMOUNT"])
def test_the_question_may_come_in_other_words(prompt):
    assert asked(prompt, "ล้านสอง").disbursed_satang == 120_000_000


def test_as_before_answers_only_what_was_asked():
    last = {13: last_month(4_000_000, 40)}
    money = asked("ASK_DISBURSED", "เท่าเดิม", last=last)
    assert (money.disbursed_satang, money.progress_percent, money.is_no_change) == (400_000_000, None, False)
    assert asked("ASK_PROGRESS", "เท่าเดิม", last=last).progress_percent == 40


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.CANCELLED])
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_words_on_the_buttons_are_understood_when_typed(status, language):
    with speaking(language):
        labels = (writing.status_name(status), writing.status_short(status))
    assert {asked("ASK_STATUS", label).status for label in labels} == {status}


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_causes_on_the_buttons_are_understood_when_typed(cause, language):
    with speaking(language):
        label = writing.cause_name(cause)
    assert asked("ASK_CAUSE", label).causes == (cause,)


def test_no_cause_is_an_answer_too():
    assert asked("ASK_CAUSE", "ไม่มีค่ะ").causes == ()


def test_the_activity_named_later_gets_the_figures_that_wait():
    waiting = ReportReading(None, Status.IN_PROGRESS, progress_percent=shown().progress_percent)
    reading = read("เส้นเขาระทิง", bot_prompt="ASK_ACTIVITY", pending=(waiting,))
    report = reading.reports[0]
    assert (report.activity_no, report.status, report.progress_percent) == (13, Status.IN_PROGRESS, 54)
    assert reading.record is Record.AFTER_CONFIRM


@pytest.mark.parametrize(("text", "total_baht"), [("ยอดสะสม", 4_000_000), ("เพิ่มจากเดิม", 7_000_000)])
def test_total_or_addition_is_settled_by_one_word(text, total_baht):
    waiting = ReportReading(13, disbursed_satang=400_000_000, disbursed_mode=Mode.AMBIGUOUS)
    reading = read(
        text, last={13: last_month(3_000_000)}, bot_prompt="CUMULATIVE_OR_INCREMENTAL", pending=(waiting,)
    )
    assert reading.reports[0].resulting_cumulative_satang == total_baht * 100
