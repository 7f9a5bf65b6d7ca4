"""Figures said one after another for several activities, and what is said of the others or of both."""

import pytest

from rules.status import Status
from tests.thai.messages import numbers, read
from thai.reading import Clarify

DEALT_OUT = [
    ("13 14 15 งาน 50 60 20 ตามลำดับ", [50, 60, 20]),
    ("13,14 งาน 50,60", [50, 60]),
    ("13 กับ 14 งาน 50% กับ 60%", [50, 60]),
    ("13 ถึง 15 งาน 50 60 20", [50, 60, 20]),
    ("13 กับ 14 ผลงาน 45%", [45, 45]),
]


@pytest.mark.parametrize(("text", "percents"), DEALT_OUT)
def test_each_gets_the_figure_in_its_place(text, percents):
    assert [report.progress_percent for report in read(text).reports] == percents


def test_amounts_are_dealt_out_with_the_magnitude_said_once():
    reading = read("13 14 15 เบิกแล้ว 6, 5.5, 12 ล้าน")
    assert [report.disbursed_satang for report in reading.reports] == [
        600_000_000,
        550_000_000,
        1_200_000_000,
    ]


def test_too_few_figures_for_several_activities_are_asked_about():
    reading = read("13 14 15 งาน 50 60")
    assert (reading.clarify, {report.progress_percent for report in reading.reports}) == (
        (Clarify.PROGRESS_MISSING,),
        {None},
    )


@pytest.mark.parametrize(
    "text",
    [
        "13 เสร็จแล้วครับ ส่วนอันอื่นยังไม่เริ่ม",
        "13 เสร็จแล้ว ที่เหลือยังไม่เริ่ม",
        "13 เสร็จแล้ว อีกสองสายยังไม่เริ่ม",
        "13 เสร็จแล้ว อีก 2 สายยังไม่เริ่ม",
    ],
)
def test_the_others_are_those_not_named(text):
    reading = read(text)
    assert numbers(reading) == [13, 14, 15]
    assert [report.status for report in reading.reports] == [Status.COMPLETED, *[Status.NOT_STARTED] * 2]


def test_what_remains_of_the_money_is_no_other_activity():
    assert numbers(read("13 เบิกแล้ว 5 ล้าน ที่เหลือ 10 ล้านเบิกเดือนหน้า")) == [13]
    assert numbers(read("13 เบิกแล้ว 5 ล้าน ที่เหลือยังไม่เบิก")) == [13]


def test_what_is_said_of_both_at_the_end_does_not_change_what_their_figures_are_of():
    first, second = read("13 งาน 50% 14 งาน 42% เบิกเท่าเดิมทั้งคู่").reports
    assert (first.progress_percent, second.progress_percent) == (50, 42)
    assert first.is_no_change is second.is_no_change is False


def test_one_amount_for_both_at_the_end_is_asked_about():
    reading = read("13 งาน 50% 14 งาน 42% เบิกเพิ่มทั้งคู่ 5 แสน")
    assert Clarify.EXACT_AMOUNT in reading.clarify
    assert {report.disbursed_satang for report in reading.reports} == {None}


def test_a_figure_before_the_first_activity_is_not_dropped():
    reading = read("เบิกไปห้าล้านแล้ว ส่วน 14 งาน 60% 15 งาน 20%")
    assert Clarify.WHICH_ACTIVITY in reading.clarify
    assert numbers(reading) == [None, 14, 15]
