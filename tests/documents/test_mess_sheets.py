"""Messes of sheets: several, hidden ones, covers, copies of the same rows."""

from documents.plan_file import read_plan
from documents.plan_remarks import Remark
from tests.documents.books import HEADINGS, ROADS, TOURISM, WORKS, Page, comma_text, plan
from tests.documents.plan_seen import FARMING, budgets, remarks, totals


def test_several_sheets_a_cover_and_a_hidden_one(read):
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


def test_the_same_activity_on_the_sheet_of_its_agency(read):
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


def test_merged_projects_and_headings_reach_down_and_no_further(read):
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


def test_without_merges_an_empty_project_repeats_the_one_above_and_a_note_says_so(tmp_path):
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


def test_where_projects_are_repeated_an_empty_one_is_a_doubt(read):
    rows = [[1, TOURISM, "ถนน", 1, ROADS], [2, TOURISM, "สะพาน", 2, ROADS], [3, None, "ขุดลอก", 3, WORKS]]
    assert remarks(read(plan(*rows))) == [(Remark.PROJECT_MISSING, 4, True)]


def test_rows_are_numbered_as_excel_shows_them(read):
    reading = read([[], [], [], HEADINGS, [], [1, TOURISM, "ถนน", 100, ROADS]])
    assert (reading.sheets[0].header_row, reading.rows[0].row) == (4, 6)
