"""Balances, percentages and totals are recomputed; differences are named to the satang with what probably happened."""

from decimal import Decimal
from pathlib import Path

import pytest

from documents.checks import Check, FigureRow, FigureTable, TotalRow, check_table
from documents.checks_sums import explain_total
from documents.checks_words import sentence
from documents.misprints import Slip, slip_between
from documents.plan_file import read_plan
from documents.plan_results import read_results
from i18n import speaking
from tests.documents.books import ROADS, TOURISM, plan, workbook

LAMPANG = Path(__file__).parents[2] / "samples" / "lampang-2560.xlsx"
HEADINGS = ["ที่", "โครงการ", "กิจกรรม", "งบประมาณ (บาท)", "เบิกจ่าย", "คงเหลือ", "เหลือจ่าย", "ร้อยละ", "หน่วยงาน"]


class TestSlips:
    @pytest.mark.parametrize(
        ("printed", "wanted", "slip"),
        [
            (410_000, -410_000, Slip.LOST_MINUS),
            (25_975_400, 25_975_426, Slip.LOST_SATANG),
            (1_000_000, 1_000_000_000, Slip.UNITS),
            (4_150_930_000, 4_105_930_000, Slip.SWAPPED_DIGITS),
            (123_400, 1_234_500, Slip.MISSING_DIGIT),
            (1_234_500, 123_400, Slip.EXTRA_DIGIT),
            (1_234_500, 1_284_500, Slip.ONE_DIGIT),
            (1_234_500, 9_876_500, None),
            (500, 800, None),
        ],
    )
    def test_a_figure_may_have_been_mistyped(self, printed, wanted, slip):
        assert slip_between(printed, wanted) is slip

    def test_a_total_may_leave_a_row_out_or_count_one_twice(self):
        values = {3: 10_000, 4: 25_000, 5: 7_000}
        assert dict(explain_total(17_000, values, {}).details)["rows"] == "4"
        assert explain_total(49_000, values, {}).slip is Slip.ROW_TWICE
        assert dict(explain_total(7_000, values, {}).details)["rows"] == "3, 4"


@pytest.fixture(scope="module")
def reading():
    return read_results(LAMPANG, "สำนักงานจังหวัดลำปาง")


class TestLampang:
    def found(self, reading, sheet):
        return [
            (each.row, each.check, each.field, each.difference, each.why.slip)
            for each in reading.differences
            if each.sheet.startswith(sheet)
        ]

    def test_every_inconsistency_of_section_4_is_named_to_the_satang(self, reading):
        assert self.found(reading, "ข้อ 4") == [
            (7, Check.BALANCE, "remaining", 820_000, Slip.LOST_MINUS),
            (8, Check.BALANCE, "remaining", 6_120_000, Slip.LOST_MINUS),
            (10, Check.BALANCE, "remaining", -26, Slip.LOST_SATANG),
            (11, Check.TOTAL, "budget", 586_600_000, Slip.ROW_MISSING),
            (11, Check.TOTAL, "disbursed", 583_130_025, Slip.ROW_MISSING),
            (11, Check.TOTAL, "remaining", -3_469_974, Slip.ROWS_LEFT_OUT_AFTER_CORRECTION),
            (11, Check.TOTAL, "left_over", -25, Slip.SATANG_ONLY),
        ]

    def test_section_1_is_held_against_section_4(self, reading):
        assert self.found(reading, "ข้อ 1") == [
            (3, Check.OTHER_TABLE, "budget", 45_000_000, Slip.SWAPPED_DIGITS),
            (10, Check.OTHER_TABLE, "budget", -999_000_000, Slip.UNITS),
            (11, Check.TOTAL, "budget", 1_540_600_000, Slip.ROW_MISSING),
        ]

    def test_nothing_is_repaired(self, reading):
        fifth, last = reading.rows[4], reading.rows[7]
        assert fifth.results.left_over_satang == 105_896_200 and fifth.budget_satang == 910_000_000
        assert last.results.disbursed_satang == 974_024_574
        assert reading.budget_satang == 26_863_870_000

    def test_the_missing_row_is_told_with_all_its_figures(self, reading):
        total = next(each for each in reading.differences if each.row == 11 and each.field == "disbursed")
        with speaking("th"):
            said = sentence(total)
        assert "221,286,706.85" in said and "215,455,406.60" in said
        assert "งบประมาณ 5,866,000.00 บาท, เบิกจ่าย 5,831,300.25 บาท" in said


class TestPlansWithFigures:
    def test_balances_and_percentages_beside_a_plan_are_recomputed(self, tmp_path):
        rows = plan(
            [1, TOURISM, "ถนน", 1_000, 400, 600, "-", 40, ROADS],
            [2, TOURISM, "สะพาน", 1_000, 250, 700, 50, 52, ROADS],
            [3, TOURISM, "ฝาย", 900, 500, 300, "-", 55.55, ROADS],
            [None, "รวมทั้งสิ้น", None, 2_900, 1_150, 1_500, 50, 39.66, None],
            headings=HEADINGS,
        )
        reading = read_plan(workbook(tmp_path / "plan.xlsx", rows))
        assert [(each.row, each.check, each.field) for each in reading.differences] == [
            (3, Check.PERCENT, "percent"),
            (4, Check.BALANCE, "remaining"),
            (4, Check.PERCENT, "percent"),
            (5, Check.TOTAL, "remaining"),
            (5, Check.BALANCE, "remaining"),
        ]
        assert reading.differences[2].why.slip is Slip.CUT_OFF
        assert [row.results.disbursed_satang for row in reading.rows] == [40_000, 25_000, 50_000]

    def test_percent_of_what_was_used_is_recognised(self):
        row = FigureRow(2, "ถนน", {"budget": 1_000, "disbursed": 400, "committed": 350}, Decimal(75))
        (found,) = check_table(FigureTable("แผน", {"budget": 1, "disbursed": 2, "committed": 3}, [row]))
        assert found.why.slip is Slip.OF_USED

    def test_committed_counts_where_the_table_counts_it(self):
        rows = [
            FigureRow(at, "ถนน", {"budget": 100, "disbursed": 30, "committed": 20, "remaining": 50})
            for at in (2, 3)
        ]
        places = {"budget": 0, "disbursed": 1, "committed": 2, "remaining": 3}
        assert (
            check_table(
                FigureTable("คลัง", places, rows, [TotalRow(FigureRow(4, "รวม", {"budget": 200}), 0, 2)])
            )
            == []
        )
