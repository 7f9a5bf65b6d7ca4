"""Plans as provinces really keep them: each mess is a small workbook; what is uncertain is a doubt and never a guess."""

from datetime import date

import pytest

from documents.plan_file import read_plan
from documents.plan_remarks import Remark
from tests.documents.books import HEADINGS, ROADS, TOURISM, WORKS, Page, comma_text, plan, workbook

FARMING = "โครงการส่งเสริมและพัฒนาด้านการเกษตร"


@pytest.fixture
def read(tmp_path):
    """Read a workbook made of these sheets."""
    return lambda *pages: read_plan(workbook(tmp_path / "plan.xlsx", *pages))


def budgets(reading):
    return {row.no: row.budget_satang // 100 for row in reading.rows}


def remarks(reading):
    return [(doubt.code, doubt.row, doubt.is_left_out) for doubt in reading.doubts]


def totals(reading):
    return [(total.row, total.printed_satang // 100, total.summed_satang // 100) for total in reading.totals]


class TestAmounts:
    def test_thai_digits_and_a_dash_for_zero(self, read):
        reading = read(
            plan(["๑", TOURISM, "ถนน ๑", "๑๕,๐๐๐,๐๐๐", ROADS], ["๒", TOURISM, "ถนน ๒", "-", ROADS])
        )
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
    def test_an_unclear_amount_leaves_its_row_out_and_names_it(self, read, written, remark):
        reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], [2, TOURISM, "สะพาน", written, ROADS]))
        assert budgets(reading) == {1: 100}
        assert remarks(reading) == [(remark, 3, True)]

    def test_millions_by_heading(self, read):
        headings = [*HEADINGS[:3], "งบประมาณ\n(ล้านบาท)", HEADINGS[4]]
        reading = read(
            plan([1, TOURISM, "ถนน", 1.845, ROADS], [2, TOURISM, "เขื่อน", "๐.๘๒๗๓", WORKS], headings=headings)
        )
        assert budgets(reading) == {1: 1_845_000, 2: 827_300}
        assert reading.unit == "million"

    def test_thousands_by_a_line_above_the_table(self, read):
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

    def test_a_sum_in_the_title_is_no_unit(self, read):
        reading = read(
            [
                ["แผนงาน วงเงิน 181.75 ล้านบาท"],
                [*HEADINGS[:3], "งบประมาณ", "หน่วยงาน"],
                [1, TOURISM, "ถนน", 5, ROADS],
            ]
        )
        assert budgets(reading) == {1: 5}

    def test_heading_and_title_that_name_different_units(self, read):
        reading = read([["(หน่วย : ล้านบาท)"], *plan([1, TOURISM, "ถนน", 5, ROADS])])
        assert reading.rows == ()
        assert remarks(reading) == [(Remark.UNIT_TWICE, 0, True)]

    def test_a_unit_inside_the_cell(self, read):
        headings = [*HEADINGS[:3], "วงเงิน", HEADINGS[4]]
        reading = read(
            plan(
                [1, TOURISM, "ถนน", "1.5 ล้านบาท", ROADS],
                [2, TOURISM, "เขื่อน", "950,000.-", WORKS],
                headings=headings,
            )
        )
        assert budgets(reading) == {1: 1_500_000, 2: 950_000}

    def test_a_unit_inside_the_cell_against_the_heading(self, read):
        reading = read(plan([1, TOURISM, "ถนน", "1.5 ล้าน", ROADS]))
        assert remarks(reading) == [(Remark.AMOUNT_UNIT, 2, True)]

    def test_one_merged_budget_for_two_activities(self, read):
        rows = plan(
            [1, TOURISM, "ถนน", 900, ROADS],
            [2, TOURISM, "สะพาน", None, ROADS],
            [3, TOURISM, "เขื่อน", 100, WORKS],
        )
        reading = read(Page(rows, merges=[(1, 3, 2, 3)]))
        assert budgets(reading) == {3: 100}
        assert remarks(reading) == [(Remark.AMOUNT_SHARED, 2, True), (Remark.AMOUNT_SHARED, 3, True)]

    def test_recurrent_and_investment_in_columns_of_their_own(self, read):
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


class TestRows:
    def test_projects_headings_activities_and_sums_in_one_column(self, read):
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

    def test_the_layout_of_the_published_results(self, read):
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

    def test_numbers_that_open_deeper_ones_are_headings(self, read):
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

    def test_a_main_heading_with_its_sum_stays_within_its_project(self, read):
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

    def test_three_depths_of_numbers(self, read):
        headings = ["ลำดับ", "โครงการ/กิจกรรม", "วงเงิน (บาท)", "หน่วยงานรับผิดชอบ"]
        rows = [["1", "ท่องเที่ยว", 600, ROADS], ["1.1", "ทาง", 600, ROADS], ["1.1.1", "ถนน", 600, ROADS]]
        [row] = read(plan(*rows, headings=headings)).rows
        assert (row.project, row.main_activity, row.activity) == ("ท่องเที่ยว", "ทาง", "ถนน")

    def test_an_activity_squeezed_in_as_2_1_makes_number_2_no_heading(self, read):
        rows = [
            [1, TOURISM, "ถนน", 100, ROADS],
            [2, TOURISM, "สะพาน", 500, ROADS],
            ["2.1", TOURISM, "ราว", 40, ROADS],
        ]
        reading = read(plan(*rows))
        assert (Remark.LEVEL_UNCLEAR, 3, True) in remarks(reading)
        assert "สะพาน" not in [row.main_activity for row in reading.rows]

    def test_a_project_with_budget_and_agency_whose_rows_add_up_to_something_else(self, read):
        headings = ["โครงการ/กิจกรรม", "งบประมาณ", "หน่วยงาน"]
        reading = read(
            plan([TOURISM, 500, ROADS], ["ถนน", 100, ROADS], ["สะพาน", 300, ROADS], headings=headings)
        )
        assert (Remark.LEVEL_UNCLEAR, 2, True) in remarks(reading)
        assert reading.rows == (), "nobody can say which project the rows below belong to"

    def test_projects_that_are_reported_by_themselves(self, read):
        headings = ["ที่", "ชื่อโครงการ", "งบประมาณ", "หน่วยงาน"]
        reading = read(plan([1, "โครงการถนน", 100, ROADS], [2, "โครงการเขื่อน", 300, WORKS], headings=headings))
        assert [(row.no, row.project, row.activity) for row in reading.rows] == [
            (1, "โครงการถนน", "โครงการถนน"),
            (2, "โครงการเขื่อน", "โครงการเขื่อน"),
        ]
        assert reading.columns[1].because is Remark.COLUMN_ONLY_NAMES

    def test_a_name_that_begins_like_a_total_is_no_total(self, read):
        reading = read(plan([1, TOURISM, "รวมพลังคนเพชร", 100, ROADS], ["รวมทั้งสิ้น", None, None, 100, None]))
        assert [row.activity for row in reading.rows] == ["รวมพลังคนเพชร"]
        assert totals(reading) == [(3, 100, 100)]

    def test_subtotals_between_the_rows(self, read):
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

    def test_a_total_that_lost_a_digit_is_named_to_the_satang(self, read):
        reading = read(plan([1, TOURISM, "ถนน", 10_000_000.25, ROADS], ["รวมทั้งสิ้น", None, None, 10_000, None]))
        [total] = reading.totals
        assert total.difference_satang == 1_000_000 - 1_000_000_025

    def test_a_total_that_counts_otherwise(self, read):
        reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], ["รวม 2 กิจกรรม", None, None, 100, None]))
        assert remarks(reading) == [(Remark.TOTAL_COUNT, 3, False)]

    def test_a_row_without_agency_is_left_out(self, read):
        reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], [2, TOURISM, "สะพาน", 200, None]))
        assert budgets(reading) == {1: 100}
        assert remarks(reading) == [(Remark.AGENCY_MISSING, 3, True)]

    def test_marks_for_the_same_as_above(self, read):
        reading = read(
            plan([1, TOURISM, "ถนน", 100, ROADS], [2, "〃", "สะพาน", 50, '"'], [3, '"', "เขื่อน", '"', WORKS])
        )
        assert [(row.no, row.project, row.agency) for row in reading.rows] == [
            (1, TOURISM, ROADS),
            (2, TOURISM, ROADS),
        ]
        assert remarks(reading) == [(Remark.AMOUNT_FORMAT, 4, True)]

    def test_a_numbered_row_that_lost_budget_and_agency_is_no_heading(self, read):
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

    def test_a_budget_without_a_name(self, read):
        reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], [2, TOURISM, None, 200, ROADS]))
        assert remarks(reading) == [(Remark.NAME_MISSING, 3, True)]

    def test_a_heading_with_nothing_below_it(self, read):
        headings = ["โครงการ/กิจกรรม", "งบประมาณ", "หน่วยงาน"]
        reading = read(plan([TOURISM], ["ถนน", 100, ROADS], ["งานที่ลืมใส่งบประมาณ"], headings=headings))
        assert remarks(reading) == [(Remark.HEADING_EMPTY, 4, False)]

    def test_a_second_line_of_a_merged_activity(self, read):
        rows = plan(
            [1, TOURISM, "ถนน", 100, ROADS], [None, None, None, None, None], [2, TOURISM, "เขื่อน", 5, WORKS]
        )
        merges = [(1, column, 2, column) for column in (0, 1, 2)]
        assert read(Page(rows, merges=merges)).doubts == ()
        rows[2][4] = WORKS
        assert remarks(read(Page(rows, merges=merges))) == [(Remark.CONTINUED_ROW, 3, True)]

    def test_numbered_columns_below_the_headings(self, read):
        reading = read([HEADINGS, ["(1)", "(2)", "(3)", "(4)", "(5)"], [1, TOURISM, "ถนน", 100, ROADS]])
        assert budgets(reading) == {1: 100}
        assert reading.doubts == ()

    def test_the_reserve_is_kept_apart_from_the_sum(self, read):
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

    def test_strategic_issues_as_lines_across_the_sheet(self, read):
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


class TestColumns:
    def test_other_wordings_and_a_typing_error(self, read):
        headings = ["ลำดับที่", "แผนงาน/โครงการ", "รายการ", "จำนวนเงิน", "หน่วยงานรับผิดชอป"]
        reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], headings=headings))
        assert budgets(reading) == {1: 100}
        assert reading.columns[4].why == "เขียนใกล้เคียงกับ “หน่วยงานรับผิดชอบ”"

    def test_budget_of_the_year_is_no_other_money(self, read):
        headings = [
            *HEADINGS[:3],
            "งบประมาณที่ได้รับจัดสรร ประจำปีงบประมาณ พ.ศ. 2564",
            "ผลการเบิกจ่าย",
            "คงเหลือ",
            "ร้อยละ",
            HEADINGS[4],
        ]
        reading = read(plan([1, TOURISM, "ถนน", 100, 40, 60, 40, ROADS], headings=headings))
        assert budgets(reading) == {1: 100}
        assert [column.field for column in reading.columns][4:7] == ["disbursed", "remaining", "percent"]

    def test_two_budgets_that_differ_are_not_chosen_between(self, read):
        headings = [*HEADINGS[:3], "งบประมาณ", "วงเงิน", HEADINGS[4]]
        reading = read(plan([1, TOURISM, "ถนน", 100, 90, ROADS], headings=headings))
        assert reading.rows == ()
        assert remarks(reading) == [(Remark.COLUMN_TWICE, 0, True)]
        assert "D: งบประมาณ" in reading.doubts[0].reason

    def test_two_budgets_that_say_the_same(self, read):
        headings = [*HEADINGS[:3], "งบประมาณ", "วงเงิน", HEADINGS[4]]
        reading = read(plan([1, TOURISM, "ถนน", 100, 100, ROADS], headings=headings))
        assert budgets(reading) == {1: 100}

    def test_a_table_without_agencies(self, read):
        reading = read(plan([1, TOURISM, "ถนน", 100], headings=HEADINGS[:4]))
        assert reading.rows == ()
        assert reading.doubts[0].reason == "ชีตนี้มีตาราง แต่ไม่มีคอลัมน์: หน่วยงาน"

    def test_code_place_source_class_and_dates(self, read):
        headings = [
            *HEADINGS, "รหัสงบประมาณ", "สถานที่ดำเนินการ", "แหล่งงบประมาณ", "ประเภทรายจ่าย", "ระยะเวลาดำเนินการ", None,
        ]  # fmt: skip
        below = [*[None] * 9, "เริ่มต้น", "สิ้นสุด"]
        row = [
            1, TOURISM, "ถนน", 100, ROADS, "2007-4-001", "หมู่ 8 ตำบลบ้านลาด", "งบพัฒนาจังหวัด", "งบลงทุน",
            date(2563, 11, 1), "30 เม.ย. 64",
        ]  # fmt: skip
        merges = [(0, 9, 0, 10), *((0, column, 1, column) for column in range(9))]
        [found] = read(Page([headings, below, row], merges=merges)).rows
        assert (found.code, found.place, found.funding_source) == (
            "2007-4-001",
            "หมู่ 8 ตำบลบ้านลาด",
            "งบพัฒนาจังหวัด",
        )
        assert found.expense_class == "investment"
        assert (found.planned_start, found.planned_end) == (date(2020, 11, 1), date(2021, 4, 30))

    def test_unclear_codes_classes_and_dates_cost_only_themselves(self, read):
        headings = [*HEADINGS, "รหัสงบประมาณ", "ประเภทรายจ่าย", "วันเริ่มต้น"]
        reading = read(
            plan([1, TOURISM, "ถนน", 100, ROADS, 20007410010032640, "อื่น ๆ", "31/2/2564"], headings=headings)
        )
        assert budgets(reading) == {1: 100}
        assert {code for code, _, is_left_out in remarks(reading) if not is_left_out} == {
            Remark.CODE_DIGITS, Remark.CLASS_UNKNOWN, Remark.DATE_UNREADABLE,
        }  # fmt: skip

    def test_an_end_before_the_start(self, read):
        reading = read(
            plan(
                [1, TOURISM, "ถนน", 100, ROADS, "มี.ค. 64 - ต.ค. 63"], headings=[*HEADINGS, "ระยะเวลาดำเนินการ"]
            )
        )
        assert remarks(reading) == [(Remark.DATES_REVERSED, 2, False)]
        assert reading.rows[0].planned_start is None


class TestNumbersAndNames:
    def test_activities_without_a_number_get_the_next_free_ones(self, read):
        reading = read(
            plan(
                [4, TOURISM, "ถนน", 1, ROADS],
                [None, TOURISM, "สะพาน", 2, ROADS],
                [9, TOURISM, "เขื่อน", 3, WORKS],
            )
        )
        assert budgets(reading) == {4: 1, 10: 2, 9: 3}
        assert reading.notes[0].text == "กิจกรรมที่ไม่มีเลขได้เลขถัดไปตามลำดับ: 10 (แผน:3)"

    def test_numbers_that_begin_again_in_each_project(self, read):
        reading = read(
            plan(
                [1, TOURISM, "ถนน", 1, ROADS],
                [2, TOURISM, "สะพาน", 2, ROADS],
                [1, FARMING, "ขุดลอก", 3, WORKS],
            )
        )
        assert budgets(reading) == {1: 1, 2: 2, 3: 3}
        assert [note.code for note in reading.notes] == [Remark.NUMBERS_RESTART]

    def test_a_row_left_out_keeps_its_place_among_the_numbers(self, read):
        rows = [
            [None, TOURISM, "ถนน", 1, ROADS],
            [None, TOURISM, "สะพาน", "?", ROADS],
            [None, TOURISM, "เขื่อน", 3, WORKS],
        ]
        assert budgets(read(plan(*rows))) == {1: 1, 3: 3}
        rows[1][3] = 2
        assert budgets(read(plan(*rows))) == {1: 1, 2: 2, 3: 3}

    def test_a_number_given_twice(self, read):
        reading = read(plan([5, TOURISM, "ถนน", 1, ROADS], [5, TOURISM, "สะพาน", 2, ROADS]))
        assert budgets(reading) == {5: 1}
        assert remarks(reading) == [(Remark.NUMBER_TWICE, 3, True)]

    def test_a_number_on_the_first_row_of_each_project_numbers_the_project(self, read):
        reading = read(
            plan(
                [1, TOURISM, "ถนน", 1, ROADS],
                [None, None, "สะพาน", 2, ROADS],
                [2, FARMING, "ขุดลอก", 3, WORKS],
                [None, None, "เขื่อน", 4, WORKS],
            )
        )
        assert [(row.no, row.project_no, row.project) for row in reading.rows] == [
            (1, 1, TOURISM), (2, 1, TOURISM), (3, 2, FARMING), (4, 2, FARMING),
        ]  # fmt: skip

    def test_line_breaks_inside_names(self, read):
        reading = read(
            plan([1, "โครงการพัฒนา\nด้านการท่องเที่ยวและบริการ", "ถนนสาย\n3510", 1, "แขวงทางหลวงชนบท\nเพชรบุรี"])
        )
        [row] = reading.rows
        assert (row.project, row.activity, row.agency) == (TOURISM, "ถนนสาย 3510", ROADS)

    def test_one_agency_spelled_three_ways(self, read):
        reading = read(
            plan(
                [1, TOURISM, "ก", 1, "สำนักงานจังหวัดเพชรบุรี"],
                [2, TOURISM, "ข", 1, "สนง.จ.เพชรบุรี"],
                [3, TOURISM, "ค", 1, "สํานักงานจังหวัด เพชรบุรี"],
            )
        )
        assert reading.agencies == ("สำนักงานจังหวัดเพชรบุรี",)
        assert reading.notes[0].text == "“สนง.จ.เพชรบุรี” อ่านเป็น “สำนักงานจังหวัดเพชรบุรี”"
        assert reading.doubts == ()

    def test_two_agencies_that_are_nearly_written_alike_are_asked_about(self, read):
        reading = read(
            plan([1, TOURISM, "ก", 1, WORKS], [2, TOURISM, "ข", 1, WORKS.replace("ผังเมือง", "ผังเมอง")])
        )
        assert remarks(reading) == [(Remark.AGENCY_ALIKE, 3, False)]
        assert len(reading.agencies) == 2

    def test_two_road_districts_are_two_agencies(self, read):
        reading = read(plan([1, TOURISM, "ก", 1, "แขวงทางหลวงเพชรบุรี"], [2, TOURISM, "ข", 1, ROADS]))
        assert reading.doubts == ()


class TestSheets:
    def test_several_sheets_a_cover_and_a_hidden_one(self, read):
        reading = read(
            Page([["แผนปฏิบัติราชการจังหวัดเพชรบุรี"], ["คำนำ"]], "ปก"),
            Page(plan([1, TOURISM, "ถนน", 1, ROADS]), "ถนน"),
            Page(plan([2, FARMING, "ขุดลอก", 2, WORKS], ["รวมทั้งสิ้น", None, None, 3, None]), "น้ำ"),
            Page(plan([9, FARMING, "ของเก่า", 9, WORKS]), "ปีก่อน", is_hidden=True),
        )
        assert budgets(reading) == {1: 1, 2: 2}
        assert totals(reading) == [(3, 3, 3)], "the last sheet adds up the whole file"
        assert [(note.sheet, note.code) for note in reading.notes] == [
            ("ปก", Remark.SHEET_WITHOUT_TABLE), ("ปีก่อน", Remark.SHEET_HIDDEN),
        ]  # fmt: skip

    def test_the_same_activity_on_the_sheet_of_its_agency(self, read):
        rows = [[1, TOURISM, "ถนน", 100, ROADS], [2, TOURISM, "เขื่อน", 50, WORKS]]
        reading = read(
            Page(plan(*rows, ["รวม", None, None, 150, None]), "ทั้งหมด"),
            Page(plan(rows[1], ["รวม", None, None, 50, None]), "โยธา"),
        )
        assert budgets(reading) == {1: 100, 2: 50}
        assert [(doubt.sheet, doubt.row, doubt.code) for doubt in reading.doubts] == [
            ("โยธา", 2, Remark.SAME_ROW_TWICE)
        ]
        assert all(total.difference_satang == 0 for total in reading.totals)

    def test_merged_projects_and_headings_reach_down_and_no_further(self, read):
        headings = ["ที่", "โครงการ", "กิจกรรมหลัก", "กิจกรรมย่อย", "งบประมาณ", "หน่วยงาน"]
        rows = [
            headings,
            [1, TOURISM, "ทาง", "ถนน", 1, ROADS],
            [2, None, None, "สะพาน", 2, ROADS],
            [3, None, None, "ค่าบริหาร", 3, ROADS],
        ]
        reading = read(Page(rows, merges=[(1, 1, 3, 1), (1, 2, 2, 2)]))
        assert [(row.project, row.main_activity) for row in reading.rows] == [
            (TOURISM, "ทาง"), (TOURISM, "ทาง"), (TOURISM, None),
        ]  # fmt: skip

    def test_without_merges_an_empty_project_repeats_the_one_above_and_a_note_says_so(self, tmp_path):
        path = tmp_path / "plan.csv"
        rows = [
            [1, TOURISM, "ถนน", "1", ROADS],
            [2, "", "สะพาน", "2", ROADS],
            [3, FARMING, "ขุดลอก", "3", WORKS],
        ]
        path.write_text(comma_text(plan(*rows)), encoding="utf-8")
        reading = read_plan(path)
        assert [row.project for row in reading.rows] == [TOURISM, TOURISM, FARMING]
        assert reading.notes[0].code is Remark.CARRIED_DOWN

    def test_where_projects_are_repeated_an_empty_one_is_a_doubt(self, read):
        rows = [[1, TOURISM, "ถนน", 1, ROADS], [2, TOURISM, "สะพาน", 2, ROADS], [3, None, "ขุดลอก", 3, WORKS]]
        assert remarks(read(plan(*rows))) == [(Remark.PROJECT_MISSING, 4, True)]

    def test_rows_are_numbered_as_excel_shows_them(self, read):
        reading = read([[], [], [], HEADINGS, [], [1, TOURISM, "ถนน", 100, ROADS]])
        assert (reading.sheets[0].header_row, reading.rows[0].row) == (4, 6)
