"""A part is not the whole: stretches of a road, sums of several, what a payment or a state leaves out."""

import pytest

from rules.status import Status
from tests.thai.messages import last_month, numbers, one, read
from thai.reading import Clarify

EXACT = (Clarify.EXACT_AMOUNT,)


@pytest.mark.parametrize(
    "text",
    [
        "ภาพรวมงาน 70% แต่ช่วง กม. 3+200 ถึง 4+100 ยังทำไม่ได้ ชาวบ้านไม่ยอม",
        "งาน 70% บางจุดเข้าทำไม่ได้ ชาวบ้านไม่ยอม",
        "งาน 70% ฝั่งซ้ายหยุดไว้ก่อน ชาวบ้านไม่ยอม",
    ],
)
def test_a_stretch_that_stands_still_does_not_block_the_whole(text):
    report = one(text)
    assert (report.status, report.progress_percent) == (None, 70)
    assert report.causes


@pytest.mark.parametrize(
    ("text", "percent"),
    [("งาน 54% ฝั่งซ้ายเสร็จ ฝั่งขวา 20%", 54), ("งาน 54% ไม่รวมงานเพิ่ม 3%", 54), ("งาน 54% ยังไม่รวมงานป้าย 2%", 54)],
)
def test_parts_and_what_is_not_counted_in_are_not_the_figure(text, percent):
    assert one(text).progress_percent == percent


@pytest.mark.parametrize("text", ["ร่าง TOR สายบ้านน้อยเสร็จแล้ว", "งานเสร็จหมดยกเว้นป้าย", "เสร็จทุกจุดยกเว้น กม.2"])
def test_paperwork_and_all_but_one_are_not_completed(text):
    assert [report.status for report in read(text, (14,)).reports if report.status is Status.COMPLETED] == []


@pytest.mark.parametrize(
    "text",
    ["เบิกหมดแล้วยกเว้นเงินประกัน", "เบิกครบแล้วเหลือแค่เงินประกัน", "เบิกหมดแล้ว เหลืองวดสุดท้าย", "เบิกครบทุกงวดยกเว้นงวด 4"],
)
def test_all_but_something_is_not_the_whole_budget(text):
    reading = read(text, (13,))
    assert (reading.clarify, reading.reports[0].disbursed_satang) == (EXACT, None)


@pytest.mark.parametrize(
    "text", ["13 กับ 14 งาน 50 กับ 60 เบิกรวม 9 ล้าน", "13 14 15 รวมเบิก 9.2 ล้าน แยกเป็น 6.2 3 และ 0"]
)
def test_the_sum_of_several_is_nobody_s_own(text):
    reading = read(text)
    assert Clarify.EXACT_AMOUNT in reading.clarify
    assert {report.disbursed_satang for report in reading.reports} == {None}


@pytest.mark.parametrize("text", ["ทั้งสองสายงาน 50% และ 60%", "ราวกันอันตรายทั้งสองสาย งาน 50% กับ 60%"])
def test_two_figures_of_both_are_not_one_figure_for_each(text):
    assigned = (13, 14) if "ราว" not in text else (8, 11, 12)
    assert {report.progress_percent for report in read(text, assigned).reports} == {None}


@pytest.mark.parametrize(
    "text", ["13 งาน 50% 14 40% 15 5%", "13 งาน 50 14 40 15 5", "สายแรกงาน 50% สายที่สองงาน 40% สายที่ 3 งาน 5%"]
)
def test_each_has_its_own_figure(text):
    assert [(one.activity_no, one.progress_percent) for one in read(text).reports] == [
        (13, 50),
        (14, 40),
        (15, 5),
    ]


def test_roads_listed_behind_a_name_are_activities_of_their_own():
    reading = read("ราวกันตก 37 กับ 4 เสร็จทั้งคู่ เบิกแล้ว 4,985,000 และ 4,970,000 ตามลำดับ", (8, 9, 10, 11, 12))
    assert [(one.activity_no, one.disbursed_satang) for one in reading.reports] == [
        (11, 498_500_000),
        (12, 497_000_000),
    ]


@pytest.mark.parametrize("text", ["ทุกสายเท่าเดิมยกเว้น 13 งาน 54%", "อีกสองสายไม่มีอะไรเปลี่ยน 13 งาน 54%"])
def test_the_others_are_those_not_named(text):
    reading = read(text, last={no: last_month(1_000_000) for no in (13, 14, 15)})
    assert {one.activity_no: one.is_no_change for one in reading.reports} == {13: False, 14: True, 15: True}


def test_the_one_that_remains_is_not_dropped():
    assert numbers(read("เหลือ 15 ยังไม่เริ่ม ส่วน 13 14 งาน 50% กับ 40%")) == [15, 13, 14]
    assert numbers(read("13 14 งาน 50% กับ 40% เหลือ 15 งาน 5%")) == [13, 14, 15]


def test_a_total_up_to_an_instalment_is_a_total():
    report = one("ยอดรวมถึงงวดที่ 4 = 6,750,000 บาท", last={13: last_month(4_000_000)})
    assert report.resulting_cumulative_satang == 675_000_000
    report = one("ไม่ใช่ยอดของเดือนนี้ ยอดสะสมต่างหาก เบิกแล้ว 1,900,000", last={13: last_month(1_000_000)})
    assert report.resulting_cumulative_satang == 190_000_000


@pytest.mark.parametrize("text", ["แผน/ผล 60/54", "54% (งาน) 41% (เงิน)", "งาน/เงิน 54/41%"])
def test_figures_told_in_pairs_each_have_their_own_topic(text):
    report = one(text)
    assert report.progress_percent == 54
    assert report.disbursed_satang == (None if "แผน" in text else 615_000_000)


def test_more_budget_is_no_payment():
    assert [report.disbursed_satang for report in read("13 รับโอนงบเพิ่ม 5 แสน").reports] == [None]
