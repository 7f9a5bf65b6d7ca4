"""Messes of rows: totals that differ, marks for the same as above, headings without rows, the reserve."""

from documents.plan_remarks import Remark
from tests.documents.books import HEADINGS, ROADS, TOURISM, WORKS, Page, plan
from tests.documents.plan_seen import FARMING, budgets, remarks, totals


def test_a_total_that_counts_otherwise(read):
    reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], ["รวม 2 กิจกรรม", None, None, 100, None]))
    assert remarks(reading) == [(Remark.TOTAL_COUNT, 3, False)]


def test_a_row_without_agency_is_left_out(read):
    reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], [2, TOURISM, "สะพาน", 200, None]))
    assert budgets(reading) == {1: 100}
    assert remarks(reading) == [(Remark.AGENCY_MISSING, 3, True)]


def test_marks_for_the_same_as_above(read):
    reading = read(
        plan([1, TOURISM, "ถนน", 100, ROADS], [2, "〃", "สะพาน", 50, '"'], [3, '"', "เขื่อน", '"', WORKS])
    )
    assert [(row.no, row.project, row.agency) for row in reading.rows] == [
        (1, TOURISM, ROADS),
        (2, TOURISM, ROADS),
    ]
    assert remarks(reading) == [(Remark.AMOUNT_FORMAT, 4, True)]


def test_a_numbered_row_that_lost_budget_and_agency_is_no_heading(read):
    headings = ["ที่", "โครงการ/กิจกรรม", "งบประมาณ", "หน่วยงาน"]
    rows = [
        [None, TOURISM, None, None],
        [1, "ถนน", 100, ROADS],
        [2, "สะพาน", None, None],
        [3, "เขื่อน", 300, WORKS],
    ]
    reading = read(plan(*rows, headings=headings))
    assert budgets(reading) == {1: 100, 3: 300}
    assert {(code, row) for code, row, _ in remarks(reading)} == {
        (Remark.AMOUNT_MISSING, 4),
        (Remark.AGENCY_MISSING, 4),
    }


def test_a_budget_without_a_name(read):
    reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], [2, TOURISM, None, 200, ROADS]))
    assert remarks(reading) == [(Remark.NAME_MISSING, 3, True)]


def test_a_heading_with_nothing_below_it(read):
    headings = ["โครงการ/กิจกรรม", "งบประมาณ", "หน่วยงาน"]
    reading = read(plan([TOURISM], ["ถนน", 100, ROADS], ["งานที่ลืมใส่งบประมาณ"], headings=headings))
    assert remarks(reading) == [(Remark.HEADING_EMPTY, 4, False)]


def test_a_second_line_of_a_merged_activity(read):
    rows = plan(
        [1, TOURISM, "ถนน", 100, ROADS], [None, None, None, None, None], [2, TOURISM, "เขื่อน", 5, WORKS]
    )
    merges = [(1, column, 2, column) for column in (0, 1, 2)]
    assert read(Page(rows, merges=merges)).doubts == ()
    rows[2][4] = WORKS
    assert remarks(read(Page(rows, merges=merges))) == [(Remark.CONTINUED_ROW, 3, True)]


def test_numbered_columns_below_the_headings(read):
    reading = read([HEADINGS, ["(1)", "(2)", "(3)", "(4)", "(5)"], [1, TOURISM, "ถนน", 100, ROADS]])
    assert budgets(reading) == {1: 100}
    assert reading.doubts == ()


def test_the_reserve_is_kept_apart_from_the_sum(read):
    reading = read(
        plan(
            [1, TOURISM, "ถนน", 100, ROADS],
            ["รวมทั้งสิ้น", None, None, 100, None],
            ["โครงการสำรอง", None, None, None, None],
            [2, FARMING, "ขุดลอกคลอง", 40, WORKS],
        )
    )
    assert [(row.no, row.is_reserve) for row in reading.rows] == [(1, False), (2, True)]
    assert reading.budget_satang == 10_000
    assert totals(reading) == [(3, 100, 100)]


def test_strategic_issues_as_lines_across_the_sheet(read):
    reading = read(
        plan(
            ["ประเด็นยุทธศาสตร์ที่ 1 : เศรษฐกิจ", None, None, 100, None],
            [1, TOURISM, "ถนน", 100, ROADS],
            ["ประเด็นยุทธศาสตร์ที่ 2 : น้ำ", None, None, None, None],
            [2, FARMING, "ขุดลอกคลอง", 40, WORKS],
        )
    )
    assert [row.strategic_issue for row in reading.rows] == [
        "ประเด็นยุทธศาสตร์ที่ 1 : เศรษฐกิจ",
        "ประเด็นยุทธศาสตร์ที่ 2 : น้ำ",
    ]
    assert totals(reading) == [(2, 100, 100)]
