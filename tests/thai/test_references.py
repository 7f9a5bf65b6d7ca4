"""Who a message is about: numbers, places, roads, nicknames; one's own and another's."""

import pytest

from rules.role import Role
from rules.status import Status
from tests.thai.messages import PLAN, last_month, numbers, read
from thai.reading import Clarify, Record

HIGHWAYS = (8, 9, 10, 11, 12)
DAMS = (20, 21)


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
        ("ราวกันอันตราย ทล.37 งาน 40%", HIGHWAYS, 11),
        ("8 งาน 40% ฝนตกตั้งแต่วันที่ 12", HIGHWAYS, 8),
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


def test_every_activity_is_found_by_its_own_name():
    everyone = tuple(activity.no for activity in PLAN)
    wrong = [
        activity.no
        for activity in PLAN
        if numbers(read(f"{activity.name} คืบหน้า 40%", everyone, last={})) != [activity.no]
    ]
    assert wrong == []


def test_the_first_and_the_last_are_of_those_listed():
    reading = read("14 กับ 15 ค่ะ ตัวแรกเสร็จแล้ว ตัวหลังยังไม่เริ่ม")
    assert [(one.activity_no, one.status) for one in reading.reports] == [
        (14, Status.COMPLETED),
        (15, Status.NOT_STARTED),
    ]


def test_what_is_denied_is_not_meant():
    assert numbers(read("ไม่ใช่ 13 ครับ เป็นของ 14 เบิก 5 ล้าน")) == [14]


@pytest.mark.parametrize("text", ["๑) กิจกรรมที่ 13 งาน 50%", "ลำดับที่ 1 กิจกรรม 13 งาน 50%", "1) 13 งาน 50%"])
def test_the_number_of_a_line_is_no_activity(text):
    assert numbers(read(text)) == [13]


def test_a_name_we_do_not_know_is_asked_about():
    reading = read("13 งาน 58% ส่วนบ้านโพธิ์งานได้ 66%")
    assert (numbers(reading), reading.clarify) == ([13, None], (Clarify.WHICH_ACTIVITY,))


def test_one_letter_does_not_choose_between_names():
    assert read("ท่องเที่ยวเพชรบุรี เบิก 40%", (4, 5)).clarify == (Clarify.WHICH_ACTIVITY,)


def test_the_times_of_a_copied_chat_are_no_activities():
    copied = "16:42 เอก: สาย 13 กำลังลาดยาง ผลงาน 58%\n16:45 เอก: เบิกแล้ว 7,500,000"
    (report,) = read(copied).reports
    assert (report.activity_no, report.progress_percent, report.disbursed_satang) == (13, 58, 750_000_000)


def test_all_of_other_things_are_not_all_activities():
    assert numbers(read("13 เบิกแล้ว 6 ล้าน ปั๊มยังดีอยู่ทุกตัว")) == [13]
