"""Messes of columns: other wordings, typing errors, two columns for one field, units by heading."""

from datetime import date

from documents.plan_remarks import Remark
from tests.documents.books import HEADINGS, ROADS, TOURISM, Page, plan
from tests.documents.plan_seen import budgets, remarks


def test_other_wordings_and_a_typing_error(read):
    headings = ["ลำดับที่", "แผนงาน/โครงการ", "รายการ", "จำนวนเงิน", "หน่วยงานรับผิดชอป"]
    reading = read(plan([1, TOURISM, "ถนน", 100, ROADS], headings=headings))
    assert budgets(reading) == {1: 100}
    assert reading.columns[4].why == "เขียนใกล้เคียงกับ “หน่วยงานรับผิดชอบ”"


def test_budget_of_the_year_is_no_other_money(read):
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


def test_two_budgets_that_differ_are_not_chosen_between(read):
    headings = [*HEADINGS[:3], "งบประมาณ", "วงเงิน", HEADINGS[4]]
    reading = read(plan([1, TOURISM, "ถนน", 100, 90, ROADS], headings=headings))
    assert reading.rows == ()
    assert remarks(reading) == [(Remark.COLUMN_TWICE, 0, True)]
    assert "D: งบประมาณ" in reading.doubts[0].reason


def test_two_budgets_that_say_the_same(read):
    headings = [*HEADINGS[:3], "งบประมาณ", "วงเงิน", HEADINGS[4]]
    reading = read(plan([1, TOURISM, "ถนน", 100, 100, ROADS], headings=headings))
    assert budgets(reading) == {1: 100}


def test_a_table_without_agencies(read):
    reading = read(plan([1, TOURISM, "ถนน", 100], headings=HEADINGS[:4]))
    assert reading.rows == ()
    assert reading.doubts[0].reason == "ชีตนี้มีตาราง แต่ไม่มีคอลัมน์: หน่วยงาน"


def test_code_place_source_class_and_dates(read):
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


def test_unclear_codes_classes_and_dates_cost_only_themselves(read):
    headings = [*HEADINGS, "รหัสงบประมาณ", "ประเภทรายจ่าย", "วันเริ่มต้น"]
    reading = read(
        plan([1, TOURISM, "ถนน", 100, ROADS, 20007410010032640, "อื่น ๆ", "31/2/2564"], headings=headings)
    )
    assert budgets(reading) == {1: 100}
    assert {code for code, _, is_left_out in remarks(reading) if not is_left_out} == {
        Remark.CODE_DIGITS, Remark.CLASS_UNKNOWN, Remark.DATE_UNREADABLE,
    }  # fmt: skip


def test_an_end_before_the_start(read):
    reading = read(
        plan([1, TOURISM, "ถนน", 100, ROADS, "มี.ค. 64 - ต.ค. 63"], headings=[*HEADINGS, "ระยะเวลาดำเนินการ"])
    )
    assert remarks(reading) == [(Remark.DATES_REVERSED, 2, False)]
    assert reading.rows[0].planned_start is None
