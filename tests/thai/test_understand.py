"""Whole messages: several activities, who is meant, when it may be stored, and what the bot must never guess."""

from decimal import Decimal

import pytest

from rules.role import Role
from rules.status import Status
from tests.thai.messages import PLAN, last_month, one, read
from thai.reading import Clarify, Intent, Record

HIGHWAYS = (8, 9, 10, 11, 12)
DAMS = (20, 21)


def numbers(reading):
    return [report.activity_no for report in reading.reports]


@pytest.mark.parametrize(
    ("text", "assigned", "no"),
    [
        ("กิจกรรม 13 งาน 40%", (13, 14, 15), 13),
        ("กจ.๑๔ งาน 40%", (13, 14, 15), 14),
        ("กิจกรรมสิบสาม งาน 40%", (13, 14, 15), 13),
        ("#15 งาน 40%", (13, 14, 15), 15),
        ("13) งาน 40%", (13, 14, 15), 13),
        ("สาย 13 งาน 40%", (13, 14, 15), 13),
        ("งาน 40% ครับ กิจกรรม 14", (13, 14, 15), 14),
        ("ผลงาน 13 = 38.6%", (13, 14, 15), 13),
        ("ห้วยสีตอ งาน 40%", (13, 14, 15), 13),
        ("ถนนบ่อแหม งาน 40%", (13, 14, 15), 15),
        ("สายแยก ทล.37 งาน 40%", (13, 14, 15), 15),
        ("เขื่อนบ้านลาด งาน 40%", DAMS, 21),
        ("เขื่อน ม.8 บ้านลาด งาน 40%", DAMS, 21),
        ("ห้วยแม่ประจันต์ งาน 40%", DAMS, 20),
        ("อ.หนองหญ้าปล้อง เขื่อน งาน 40%", DAMS, 20),
        ("ถนน 3349 งาน 40%", HIGHWAYS, 8),
        ("ไฟแดงหุบกะพง งาน 40%", HIGHWAYS, 10),
        ("ทางหลวง 37 ราวกันอันตราย งาน 40%", HIGHWAYS, 11),
        ("อันที่สอง งาน 40%", HIGHWAYS, 9),
        ("ทูบี งาน 40%", (22, 23), 22),
        ("งบบริหาร งาน 40%", (4, 18), 18),
        ("otop งาน 40%", (16, 17), 17),
    ],
)
def test_who_is_meant(text, assigned, no):
    assert numbers(read(text, assigned)) == [no]


def test_two_that_fit_are_both_offered():
    reading = read("เขื่อน งาน 35%", DAMS)
    assert (reading.clarify, reading.candidates) == ((Clarify.WHICH_ACTIVITY,), DAMS)
    assert reading.record is Record.NO


def test_none_named_is_asked_unless_only_one_can_be_meant():
    assert read("งาน 35%").clarify == (Clarify.WHICH_ACTIVITY,)
    assert numbers(read("งาน 35%", (13,))) == [13]
    assert numbers(read("งาน 35%", focus_activity_no=14)) == [14]
    finished = {
        13: last_month(15_000_000, 100, Status.COMPLETED),
        14: last_month(),
        15: last_month(0, 100, Status.COMPLETED),
    }
    assert numbers(read("งาน 35%", last=finished)) == [14]


def test_a_number_and_a_name_that_contradict_each_other_are_asked_about():
    reading = read("13 บ้านน้อย งาน 50%")
    assert (reading.clarify, reading.candidates) == ((Clarify.WHICH_ACTIVITY,), (13, 14))


def test_the_number_of_a_list_gives_way_to_the_name():
    assert numbers(read("(1) ห้วยสีตอ งาน 50%\n(2) บ้านน้อย งาน 40%")) == [13, 14]


@pytest.mark.parametrize("text", ["กิจกรรม 20 เสร็จแล้ว", "เขื่อนบ้านลาด งาน 50%", "3349 งาน 50%"])
def test_anothers_activity_is_refused_and_named(text):
    reading = read(text)
    assert (reading.clarify, reading.record) == ((Clarify.NOT_YOUR_ACTIVITY,), Record.NO)
    assert reading.reports[0].activity_no not in (13, 14, 15)


def test_the_provincial_office_may_report_any_activity():
    reading = read("13 งาน 50%", (), role=Role.ADMIN)
    assert (numbers(reading), reading.clarify) == ([13], ())
    assert read("13 งาน 50%", (), role=Role.EXECUTIVE).clarify == (Clarify.NOT_YOUR_ACTIVITY,)


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


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("ณ 30 เม.ย. 64 งาน 40%", "2021-04-30"),
        ("ข้อมูล ณ วันที่ ๓๐ เมษายน ๒๕๖๔ งาน 40%", "2021-04-30"),
        ("ณ 30/4/64 งาน 40%", "2021-04-30"),
        ("ณ วันที่ 25 มี.ค. 2021 งาน 40%", "2021-03-25"),
        ("ตัดยอด 30 เม.ย. งาน 40%", "2021-04-30"),
        ("สิ้นเดือนที่แล้ว งาน 40%", "2021-04-30"),
        ("ตัวเลขสิ้นเดือนเมษา งาน 40%", "2021-04-30"),
    ],
)
def test_the_day_the_figures_are_of(text, as_of):
    assert one(text).as_of.isoformat() == as_of


@pytest.mark.parametrize(
    "text", ["ลงนามวันที่ 11 ก.พ. 64 งาน 40%", "หยุดงานตั้งแต่ 18 เม.ย. ฝนตก", "เปิดซอง 7 พ.ค. กำลังทำ TOR"]
)
def test_other_dates_are_not_the_figures_day(text):
    assert one(text).as_of is None


@pytest.mark.parametrize("text", ["ณ 31 เม.ย. 64 งาน 40%", "ณ 30 ก.พ. 64 งาน 40%", "ณ 31 พ.ค. 64 งาน 40%"])
def test_impossible_and_future_days_are_refused(text):
    assert read(text, (13,)).clarify == (Clarify.PERIOD,)


def test_a_back_dated_report_belongs_to_its_own_month():
    assert one("ณ 28 ก.พ. 64 งาน 24%").period.isoformat() == "2021-02-01"
    assert one("รายงานประจำเดือนมีนาคม 2564 งาน 40%").period.isoformat() == "2021-03-01"


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


def test_every_activity_is_found_by_its_own_name():
    everyone = tuple(activity.no for activity in PLAN)
    wrong = [
        activity.no
        for activity in PLAN
        if numbers(read(f"{activity.name} คืบหน้า 40%", everyone, last={})) != [activity.no]
    ]
    assert wrong == []
