"""Messages that tell and ask at once: what is told is reported, what is only wondered about is not."""

import pytest

from rules.status import Status
from tests.thai.messages import numbers, one, read
from thai.reading import Clarify, Intent, Mode

TOLD = [
    "13 งาน 50% ค่ะ เดือนหน้าต้องส่งวันไหนคะ",
    "13 งาน 50% ค่ะ แล้วต้องแนบรูปกี่รูปคะ",
    "รายงานได้ถึงวันไหนคะ 13 งาน 50% นะคะ",
    "13 งาน 50% รูปส่งตามหลังได้มั้ยคะ",
    "จะปรับก็ปรับ 13 งาน 50% เห็นมั้ย",
    "ทวงอยู่ได้ 13 งาน 50% พอใจยัง",
    "13 งาน 50% ไม่ต้องถามว่าทำไม",
    "13 งาน 50% เบิกเท่าไหร่แล้วไม่แน่ใจ เดี๋ยวถามการเงิน",
]


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_beside_a_question_is_a_report(text):
    reading = read(text)
    assert reading.intent is Intent.REPORT
    assert [report.progress_percent for report in reading.reports] == [50]


ASKED = [
    "13 เบิกแล้ว 6 ล้าน ถูกต้องไหมคะ",
    "13 เบิกแล้ว 6 ล้าน ใช่ป่ะ",
    "เดือนที่แล้วรายงาน 13 ไป 45% ใช่ไหมคะ",
    "ในระบบ 13 ขึ้น 4 ล้าน เพราะอะไรคะ",
    "ถ้า 13 เสร็จแล้ว ต้องรายงานต่อไหมคะ",
    "ขอสอบถามค่ะ 13 เสร็จแล้ว ต้องรายงานอีกไหม",
    "13 เบิก 6 ล้านได้ไหม",
    "13 เบิกแล้ว 6 ล้าน?",
]


@pytest.mark.parametrize("text", ASKED)
def test_a_question_about_the_figures_stores_nothing(text):
    reading = read(text)
    assert (reading.intent, reading.reports) == (Intent.QUERY, ())


def test_a_state_is_told_beside_a_question():
    report = one("หยุดงานชั่วคราวเพราะโควิดค่ะ ต้องทำหนังสือแจ้งด้วยมั้ยคะ")
    assert (report.status, bool(report.causes)) == (Status.BLOCKED, True)
    report = one("ยังไม่เริ่มเลยค่ะ ที่อื่นเค้าเริ่มกันเดือนไหนเหรอคะ")
    assert report.status is Status.NOT_STARTED


def test_an_addition_is_told_beside_a_question():
    report = one("เบิกเพิ่มอีกสามแสนห้านะคะ แล้วเดือนหน้าครบกำหนดส่งวันไหนเอ่ย")
    assert (report.disbursed_satang, report.disbursed_mode) == (35_000_000, Mode.INCREMENTAL)


def test_a_doubtful_figure_beside_a_question_is_asked_about():
    reading = read("75% ค่าพี่ รูปส่งตามหลังได้มั้ยคะ", (13,))
    assert (numbers(reading), reading.clarify) == ([13], (Clarify.PROGRESS_OR_DISBURSED,))


def test_words_of_asking_inside_other_words_ask_nothing():
    assert read("โรงเรียนปิด นักแสดงมาซ้อมไม่ได้ แต่ 13 กำลังดำเนินการต่อ").intent is Intent.REPORT
    assert read("13 กำลังก่อสร้างอยู่ หนูไปดูมากับตา").intent is Intent.REPORT
