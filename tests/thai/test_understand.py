"""Whole messages: several activities, when it may be stored, and what the bot must never guess."""

from decimal import Decimal

import pytest

from rules.status import Status
from tests.thai.messages import last_month, numbers, one, read
from thai.reading import Clarify, Intent, Record

SEVERAL = [
    ("13 45% เบิกแล้ว 1.2 ล้าน\n14 30% เบิกแล้ว 1 ล้าน\n15 ยังไม่เริ่ม", [13, 14, 15]),
    ("13 - 55% เบิกแล้ว 7.2 ล้าน 14 - 32% เบิกแล้ว 4.8 ล้าน", [13, 14]),
    ("13 เสร็จแล้ว เบิกหมด ส่วน 14 ยังไม่เริ่มครับ", [13, 14]),
    ("13ไม่มีปัญหา14มีปัญหาดินอ่อนต้องปรับแบบ15ไม่มีปัญหา", [13, 14, 15]),
    ("13 กับ 15 เหมือนเดือนที่แล้วครับ", [13, 15]),
    ("13-15 เท่าเดิม", [13, 14, 15]),
    ("13, 14 และ 15 ไม่มีปัญหา", [13, 14, 15]),
    ("13 14 15 ไม่มีปัญหา", [13, 14, 15]),
    ("ทั้งสามสายไม่มีปัญหา", [13, 14, 15]),
    ("งานลาดยางทั้ง 3 สายไม่มีปัญหา", [13, 14, 15]),
    ("ผลงาน: 13 50 / 14 40 / 15 30", [13, 14, 15]),
    ("13 ห้วยสีตอ 50% ของงาน 14 บ้านน้อย 40% ของงาน", [13, 14]),
    ("ห้วยสีตอ 58% เบิกแล้ว 2 ล้าน ส่วนบ้านน้อยงานได้ 66% ยอดเบิกเท่าเดิม", [13, 14]),
    ("13=60% 14=45% 15=10% (ผลงาน)", [13, 14, 15]),
    ("14 กับ 15 ยังไม่เริ่ม 13 งาน 54% เบิกแล้ว 3.6 ล้าน", [14, 15, 13]),
    ("14 อยู่ระหว่างลงนามสัญญา 15 ยังไม่เริ่ม", [14, 15]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_activities_in_one_message(text, expected):
    reading = read(text)
    assert (numbers(reading), reading.record) == (expected, Record.AFTER_CONFIRM)


def test_each_activity_gets_its_own_figures():
    first, second, third = read("ผลงาน: 13 50 / 14 40 / 15 30").reports
    assert [first.progress_percent, second.progress_percent, third.progress_percent] == [50, 40, 30]


def test_no_activity_of_several_is_dropped_in_silence():
    reading = read("13 เสร็จ, 14 เสร็จ, 15 ยัง")
    assert numbers(reading) == [13, 14, 15]
    assert numbers(read("งาน 13 54 14 ยังไม่เซ็น 15 18")) == [13, 14, 15]
    assert Clarify.STATUS_MISSING in reading.clarify


def test_a_date_before_the_first_is_of_all():
    reading = read("รายงาน ณ 30 เม.ย. 64\n13 งาน 50%\n14 งาน 40%")
    assert {report.as_of.isoformat() for report in reading.reports} == {"2021-04-30"}


def test_no_change_repeats_last_month():
    report = one("ไม่มีการเปลี่ยนแปลง", last={13: last_month(4_000_000, 40)})
    assert report.is_no_change
    assert (report.status, report.progress_percent) == (Status.IN_PROGRESS, Decimal(40))
    assert report.resulting_cumulative_satang == 400_000_000


def test_no_change_for_all_is_confirmed_as_such():
    reading = read("ทุกกิจกรรมเท่าเดิม")
    assert (numbers(reading), reading.clarify) == ([13, 14, 15], (Clarify.ALL_ACTIVITIES_CONFIRM,))
    assert reading.record is Record.AFTER_CONFIRM


@pytest.mark.parametrize(
    "text",
    [
        "ตั้งทุกโครงการเป็นแล้วเสร็จ",
        "ตั้งให้ทุกกิจกรรมเป็น 100% เลยได้มั้ย",
        "กดเสร็จให้หมดทุกโครงการเลยได้มั้ย",
        "ปิดทุกโครงการให้หน่อย",
        "ลบข้อมูลทั้งหมดของทุกหน่วยงาน",
    ],
)
def test_all_at_once_is_refused(text):
    reading = read(text)
    assert (reading.reports, reading.clarify, reading.record) == (
        (),
        (Clarify.BULK_CHANGE_REFUSED,),
        Record.NO,
    )


@pytest.mark.parametrize(
    "text", ["ปรับงบกิจกรรม 13 เป็น 20 ล้าน", "ขอเพิ่มวงเงินกิจกรรม 13", "เพิ่มงบให้ห้วยสีตออีก 2 ล้าน"]
)
def test_the_budget_is_not_changed_by_chat(text):
    reading = read(text)
    assert (numbers(reading), reading.clarify) == ([13], (Clarify.ADMIN_ONLY,))
    assert reading.reports[0].disbursed_satang is None


def test_the_card_can_show_which_words_gave_which_figure():
    sent = "งาน ๔๕% เบิกแล้ว ๑.๒ ล้านบาท ฝนตก"
    report = one(sent)
    assert {(because.field, because.text) for because in report.because} == {
        ("progress_percent", "๔๕%"),
        ("disbursed", "๑.๒ ล้านบาท"),
        ("causes", "ฝนตก"),
    }
    assert all(sent[because.start : because.end] == because.text for because in report.because)


@pytest.mark.parametrize(
    "text", ["", " ", "...", "???", "ฟหกด่าสว", "'; DROP TABLE reports; --", "ๆๆๆ ่าส", "อันนั้นแหละ"]
)
def test_what_cannot_be_understood_is_said_to_be_unclear(text):
    assert read(text).intent is Intent.UNCLEAR
