"""Messes of levels: projects, headings and activities in one column, with their sums between."""

import pytest

from documents.levels import counted_activities
from documents.plan_remarks import Remark
from tests.documents.books import ROADS, TOURISM, WORKS, Page, plan
from tests.documents.plan_seen import FARMING, budgets, remarks, totals


def test_projects_headings_activities_and_sums_in_one_column(read):
    reading = read(
        [
            ["บัญชีโครงการจังหวัดเพชรบุรี ปีงบประมาณ พ.ศ. 2564"],
            [],
            ["โครงการ/กิจกรรมหลัก/กิจกรรมย่อย", "งบประมาณ (บาท)", "หน่วยงาน"],
            [f"3. {TOURISM}", 16_000, None],
            ["กิจกรรมหลัก ก่อสร้างปรับปรุงทาง", None, None],
            ["13) ก่อสร้างถนนลาดยาง", 15_000, ROADS],
            ["ส่งเสริมและพัฒนากิจกรรมการท่องเที่ยว", None, None],
            ["14) ส่งเสริมการท่องเที่ยว", 1_000, "สำนักงานจังหวัดเพชรบุรี"],
            [f"5. {FARMING} (ต่อ)", None, None],
            ["20) ก่อสร้างเขื่อนป้องกันตลิ่ง", 17_500, WORKS],
            ["รวม 3 กิจกรรม", 33_500, None],
        ]
    )
    assert [(row.no, row.project_no, row.main_activity, row.activity) for row in reading.rows] == [
        (13, 3, "กิจกรรมหลัก ก่อสร้างปรับปรุงทาง", "ก่อสร้างถนนลาดยาง"),
        (14, 3, "ส่งเสริมและพัฒนากิจกรรมการท่องเที่ยว", "ส่งเสริมการท่องเที่ยว"),
        (20, 5, None, "ก่อสร้างเขื่อนป้องกันตลิ่ง"),
    ]
    assert reading.projects == (TOURISM, FARMING)
    assert totals(reading) == [(4, 16_000, 16_000), (11, 33_500, 33_500)]
    assert reading.doubts == ()


def test_the_layout_of_the_published_results(read):
    """Projects merged on the left, main headings and activities below one another, printed again on a second page."""
    head = ["ผลผลิต/โครงการ", "กิจกรรมหลัก / กิจกรรมย่อย", "งบประมาณ (บาท)", "หน่วยงาน"]
    reading = read(
        Page(
            [
                head,
                [f"3. {TOURISM}", "ก่อสร้างปรับปรุงทาง สะพาน", None, None],
                [None, "9) งานไฟสัญญาณจราจร (แล้วเสร็จ)", "5,000,000", "แขวงทางหลวง\nเพชรบุรี"],
                head,
                [
                    f"3. {TOURISM} (ต่อ)",
                    "10) งานไฟสัญญาณจราจร หมายเลข 3203 (แล้วเสร็จ)",
                    "2,500,000",
                    "แขวงทางหลวงเพชรบุรี",
                ],
                [None, "13) ก่อสร้างถนนลาดยาง", "15,000,000", ROADS],
                [None, "รวม 3 กิจกรรม", "22,500,000", None],
            ],
            merges=[(1, 0, 2, 0), (4, 0, 5, 0)],
        )
    )
    assert budgets(reading) == {9: 5_000_000, 10: 2_500_000, 13: 15_000_000}
    assert reading.projects == (TOURISM,)
    assert reading.agencies == ("แขวงทางหลวงเพชรบุรี", ROADS)
    assert reading.rows[0].activity == "งานไฟสัญญาณจราจร"
    assert reading.doubts == ()


def test_numbers_that_open_deeper_ones_are_headings(read):
    headings = ["ลำดับ", "โครงการ/กิจกรรม", "วงเงิน (บาท)", "หน่วยงานรับผิดชอบ"]
    reading = read(
        plan(
            ["1", "พัฒนาการท่องเที่ยว", 600, ROADS],
            ["1.1", "ถนน", 100, ROADS],
            ["1.2", "สะพาน", 500, ROADS],
            ["2", "พัฒนาแหล่งน้ำ", 50, None],
            ["2.1", "ขุดลอกคลอง", 40, WORKS],
            headings=headings,
        )
    )
    assert [(row.no, row.project_no, row.project, row.activity) for row in reading.rows] == [
        (1, 1, "พัฒนาการท่องเที่ยว", "ถนน"),
        (2, 1, "พัฒนาการท่องเที่ยว", "สะพาน"),
        (3, 2, "พัฒนาแหล่งน้ำ", "ขุดลอกคลอง"),
    ]
    assert totals(reading) == [(2, 600, 600), (5, 50, 40)], "the second project prints ten baht more"


def test_a_main_heading_with_its_sum_stays_within_its_project(read):
    headings = ["โครงการ/กิจกรรม", "งบประมาณ", "หน่วยงาน"]
    rows = [
        [TOURISM, None, None],
        ["ส่งเสริมการท่องเที่ยว", 30, None],
        ["งานประเพณี", 10, ROADS],
        ["งานวัด", 20, ROADS],
    ]
    reading = read(plan(*rows, headings=headings))
    assert {(row.project, row.main_activity) for row in reading.rows} == {(TOURISM, "ส่งเสริมการท่องเที่ยว")}
    assert totals(reading) == [(3, 30, 30)]


def test_three_depths_of_numbers(read):
    headings = ["ลำดับ", "โครงการ/กิจกรรม", "วงเงิน (บาท)", "หน่วยงานรับผิดชอบ"]
    rows = [["1", "ท่องเที่ยว", 600, ROADS], ["1.1", "ทาง", 600, ROADS], ["1.1.1", "ถนน", 600, ROADS]]
    [row] = read(plan(*rows, headings=headings)).rows
    assert (row.project, row.main_activity, row.activity) == ("ท่องเที่ยว", "ทาง", "ถนน")


def test_an_activity_squeezed_in_as_2_1_makes_number_2_no_heading(read):
    rows = [
        [1, TOURISM, "ถนน", 100, ROADS],
        [2, TOURISM, "สะพาน", 500, ROADS],
        ["2.1", TOURISM, "ราว", 40, ROADS],
    ]
    reading = read(plan(*rows))
    assert (Remark.LEVEL_UNCLEAR, 3, True) in remarks(reading)
    assert "สะพาน" not in [row.main_activity for row in reading.rows]


def test_a_project_with_budget_and_agency_whose_rows_add_up_to_something_else(read):
    headings = ["โครงการ/กิจกรรม", "งบประมาณ", "หน่วยงาน"]
    reading = read(plan([TOURISM, 500, ROADS], ["ถนน", 100, ROADS], ["สะพาน", 300, ROADS], headings=headings))
    assert (Remark.LEVEL_UNCLEAR, 2, True) in remarks(reading)
    assert reading.rows == (), "nobody can say which project the rows below belong to"


def test_projects_that_are_reported_by_themselves(read):
    headings = ["ที่", "ชื่อโครงการ", "งบประมาณ", "หน่วยงาน"]
    reading = read(plan([1, "โครงการถนน", 100, ROADS], [2, "โครงการเขื่อน", 300, WORKS], headings=headings))
    assert [(row.no, row.project, row.activity) for row in reading.rows] == [
        (1, "โครงการถนน", "โครงการถนน"),
        (2, "โครงการเขื่อน", "โครงการเขื่อน"),
    ]
    assert reading.columns[1].because is Remark.COLUMN_ONLY_NAMES


def test_a_name_that_begins_like_a_total_is_no_total(read):
    reading = read(plan([1, TOURISM, "รวมพลังคนเพชร", 100, ROADS], ["รวมทั้งสิ้น", None, None, 100, None]))
    assert [row.activity for row in reading.rows] == ["รวมพลังคนเพชร"]
    assert totals(reading) == [(3, 100, 100)]


def test_subtotals_between_the_rows(read):
    reading = read(
        plan(
            [1, TOURISM, "ถนน", 100, ROADS],
            [2, TOURISM, "สะพาน", 200, ROADS],
            [None, "รวมโครงการที่ 1", None, 300, None],
            [3, FARMING, "ขุดลอกคลอง", 50, WORKS],
            [None, "รวม", None, 50, None],
            [None, None, None, 350, None],
            ["หมายเหตุ ข้อมูล ณ วันที่ 1 ต.ค. 2563"],
        )
    )
    assert totals(reading) == [(4, 300, 300), (6, 50, 50), (7, 350, 350)]
    assert reading.doubts == ()


def test_a_total_that_lost_a_digit_is_named_to_the_satang(read):
    reading = read(plan([1, TOURISM, "ถนน", 10_000_000.25, ROADS], ["รวมทั้งสิ้น", None, None, 10_000, None]))
    [total] = reading.totals
    assert total.difference_satang == 1_000_000 - 1_000_000_025


@pytest.mark.timeout(5)
@pytest.mark.parametrize("digits", [5_000, 40_000])
def test_a_row_of_digits_counts_no_activities_and_costs_no_time(digits):
    assert counted_activities("รวม 23 กิจกรรม") == 23
    assert counted_activities("รวม " + "5" * digits) is None
    assert counted_activities("รวม " + "5" * digits + " กิจกรรม") is None, "no number that a plan could have"
