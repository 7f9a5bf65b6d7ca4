"""Messes of amounts: Thai digits, dashes, commas for points, units; what is uncertain is a doubt and never a guess."""

import pytest

from documents.plan_remarks import Remark
from tests.documents.books import HEADINGS, ROADS, TOURISM, WORKS, Page, plan
from tests.documents.plan_seen import budgets, remarks


def test_thai_digits_and_a_dash_for_zero(read):
    reading = read(plan(["๑", TOURISM, "ถนน ๑", "๑๕,๐๐๐,๐๐๐", ROADS], ["๒", TOURISM, "ถนน ๒", "-", ROADS]))
    assert budgets(reading) == {1: 15_000_000, 2: 0}
    assert reading.rows[0].activity == "ถนน ๑", "names keep the digits they were written with"
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        ("๑๐,๐๐๐,๐๐", Remark.AMOUNT_FORMAT),
        ("1,25,000", Remark.AMOUNT_FORMAT),
        ("1.250", Remark.AMOUNT_FORMAT),
        ("827,300\n1,300,000", Remark.AMOUNT_FORMAT),
        ("(5,000)", Remark.AMOUNT_NEGATIVE),
        (-5000, Remark.AMOUNT_NEGATIVE),
        (33333.333333, Remark.AMOUNT_SATANG),
        (10**12, Remark.AMOUNT_HUGE),
        (None, Remark.AMOUNT_MISSING),
    ],
)
def test_an_unclear_amount_leaves_its_row_out_and_names_it(read, written, remark):
    reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], [2, TOURISM, "สะพาน", written, ROADS]))
    assert budgets(reading) == {1: 100}
    assert remarks(reading) == [(remark, 3, True)]


def test_millions_by_heading(read):
    headings = [*HEADINGS[:3], "งบประมาณ\n(ล้านบาท)", HEADINGS[4]]
    reading = read(
        plan([1, TOURISM, "ถนน", 1.845, ROADS], [2, TOURISM, "เขื่อน", "๐.๘๒๗๓", WORKS], headings=headings)
    )
    assert budgets(reading) == {1: 1_845_000, 2: 827_300}
    assert reading.unit == "million"


def test_thousands_by_a_line_above_the_table(read):
    reading = read(
        [
            ["แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. ๒๕๖๔"],
            [None, None, None, None, "หน่วย : พันบาท"],
            [*HEADINGS[:3], "งบประมาณ", HEADINGS[4]],
            [1, TOURISM, "ถนน", 827.3, ROADS],
        ]
    )
    assert budgets(reading) == {1: 827_300}
    assert reading.year_be == 2564


def test_a_sum_in_the_title_is_no_unit(read):
    reading = read(
        [
            ["แผนงาน วงเงิน 181.75 ล้านบาท"],
            [*HEADINGS[:3], "งบประมาณ", "หน่วยงาน"],
            [1, TOURISM, "ถนน", 5, ROADS],
        ]
    )
    assert budgets(reading) == {1: 5}


def test_heading_and_title_that_name_different_units(read):
    reading = read([["(หน่วย : ล้านบาท)"], *plan([1, TOURISM, "ถนน", 5, ROADS])])
    assert reading.rows == ()
    assert remarks(reading) == [(Remark.UNIT_TWICE, 0, True)]


def test_a_unit_inside_the_cell(read):
    headings = [*HEADINGS[:3], "วงเงิน", HEADINGS[4]]
    reading = read(
        plan(
            [1, TOURISM, "ถนน", "1.5 ล้านบาท", ROADS],
            [2, TOURISM, "เขื่อน", "950,000.-", WORKS],
            headings=headings,
        )
    )
    assert budgets(reading) == {1: 1_500_000, 2: 950_000}


def test_a_unit_inside_the_cell_against_the_heading(read):
    reading = read(plan([1, TOURISM, "ถนน", "1.5 ล้าน", ROADS]))
    assert remarks(reading) == [(Remark.AMOUNT_UNIT, 2, True)]


def test_one_merged_budget_for_two_activities(read):
    rows = plan(
        [1, TOURISM, "ถนน", 900, ROADS],
        [2, TOURISM, "สะพาน", None, ROADS],
        [3, TOURISM, "เขื่อน", 100, WORKS],
    )
    reading = read(Page(rows, merges=[(1, 3, 2, 3)]))
    assert budgets(reading) == {3: 100}
    assert remarks(reading) == [(Remark.AMOUNT_SHARED, 2, True), (Remark.AMOUNT_SHARED, 3, True)]


def test_recurrent_and_investment_in_columns_of_their_own(read):
    rows = [
        ["ที่", "โครงการ", "กิจกรรม", "งบประมาณ (บาท)", None, None, "หน่วยงาน"],
        [None, None, None, "งบดำเนินงาน", "งบลงทุน", "รวม", None],
        [1, TOURISM, "ถนน", "-", 5_000, 5_000, ROADS],
        [2, TOURISM, "อบรม", 300, None, 300, ROADS],
        [3, TOURISM, "สะพาน", 300, 400, 700, ROADS],
        [4, TOURISM, "ราวกันอันตราย", 300, 400, 800, ROADS],
    ]
    merges = [(0, 3, 0, 5), *((0, column, 1, column) for column in (0, 1, 2, 6))]
    reading = read(Page(rows, merges=merges))
    assert [(row.no, row.budget_satang // 100, row.expense_class) for row in reading.rows] == [
        (1, 5_000, "investment"),
        (2, 300, "recurrent"),
        (3, 700, None),
    ]
    assert remarks(reading) == [(Remark.CLASS_BOTH, 5, False), (Remark.AMOUNT_CLASSES, 6, True)]
