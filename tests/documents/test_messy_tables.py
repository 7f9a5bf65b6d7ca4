"""Messy files of every kind, all in one: recognised, read right, and every difference named to the satang."""

import io
import zipfile

import pytest

from documents.file_kind import FileKind
from documents.learned import Learned
from documents.misprints import Slip
from documents.opened_file import open_any, open_as
from documents.plan_any import read_plan_or_results
from documents.plan_hidden import Hidden
from documents.plan_remarks import Remark
from documents.plan_sheets import open_sheets
from documents.table_marks import annotated_table
from samples.messy_tables import ROADS, TABLES
from tests.documents.books import HEADINGS, TOURISM, Page, workbook

EXPORT = ("รหัสงบประมาณ", "รายการ", "งบประมาณ", "เบิกจ่าย", "คงเหลือ")


@pytest.fixture
def drawn(tmp_path):
    """Draw one of the files by its kind."""

    def draw(kind: FileKind):
        messy = next(each for each in TABLES if each.kind is kind)
        messy.draw(tmp_path / messy.file)
        return tmp_path / messy.file

    return draw


@pytest.mark.parametrize("messy", TABLES, ids=lambda each: each.file)
def test_each_is_recognised_for_what_it_is(messy, tmp_path):
    path = tmp_path / messy.file
    messy.draw(path)
    opened = open_any(path, {}, has_plan=True, year_be=2564)
    assert (opened.kind, opened.is_sure) == (messy.kind, True)


def test_every_column_of_money_is_read_in_its_own_unit(drawn):
    reading = open_as(drawn(FileKind.PLAN), FileKind.PLAN)
    assert [row.budget_satang for row in reading.rows] == [200_000_000, 50_000_000, 125_000_000]
    assert [row.results.disbursed_satang for row in reading.rows] == [50_000_000, 10_000_000, 25_000_000]
    assert {row.project for row in reading.rows} == {TOURISM, "โครงการถนน"} and set(reading.agencies) == {
        ROADS
    }
    assert all(total.difference_satang == 0 for total in reading.totals)
    (wrong,) = reading.differences
    assert (wrong.row, wrong.printed, wrong.computed) == (7, 2_500, 2_000), "25 % is printed, 20 % it is"


def test_lines_that_add_up_others_are_not_counted_twice_and_the_total_is_compared(drawn):
    reading = open_as(drawn(FileKind.TREASURY), FileKind.TREASURY)
    assert reading.as_of.isoformat() == "2021-04-30"
    assert [row.disbursed_satang for row in reading.rows] == [400_000_000, -100_000_000, 1_000_000]
    (wrong,) = [each for each in reading.differences if each.field == "disbursed"]
    assert (wrong.row, wrong.difference) == (10, 9_000_000)


def test_a_sum_among_the_lines_that_is_wrong_in_one_column_is_named(tmp_path):
    rows = [
        EXPORT,
        ["07", "แผนงาน", 300, 30, 270],
        ["0701", "ถนน", 100, 10, 90],
        ["0702", "สะพาน", 200, 25, 175],
        ["รวมถนนและสะพาน", None, 300, 35, 265],
        ["0801", "ป้าย", 50, 5, 45],
        ["รวมทั้งสิ้น", None, 350, 40, 310],
    ]
    reading = open_as(workbook(tmp_path / "export.xlsx", rows), FileKind.TREASURY)
    assert [row.code for row in reading.rows] == ["0701", "0702", "0801"]
    assert [(each.row, each.field, each.difference) for each in reading.differences] == [
        (2, "disbursed", -500),
        (2, "remaining", 500),
    ]


def test_people_under_one_merged_agency_belong_to_it(drawn):
    reading = open_as(drawn(FileKind.PEOPLE), FileKind.PEOPLE)
    seen = [(row.name, row.post, str(row.role), row.agency, row.numbers) for row in reading.rows]
    assert seen == [
        ("วิชัย", "ผู้อำนวยการแขวง", "head", "แขวงทางหลวงชนบทเพชรบุรี", ()),
        ("สมศรี", "นายช่างโยธา", "officer", "แขวงทางหลวงชนบทเพชรบุรี", (13, 14, 15)),
        ("บุญมี", "นายช่างโยธา", "officer", "แขวงทางหลวงชนบทเพชรบุรี", (13,)),
        ("อำนวย", "ปลัดจังหวัด", "executive", None, ()),
    ]
    assert reading.doubts == ()


def test_changes_in_thousands_with_one_letter_for_two(drawn):
    path = drawn(FileKind.CHANGES)
    reading = open_as(path, FileKind.CHANGES)
    assert [(row.no, row.kind, row.amount_satang, row.reference) for row in reading.rows[:2]] == [
        (13, "transfer", 100_000_000, "พบ 0017.2/123"),
        (14, "decrease", 50_000_000, "พบ 0017.2/123"),
    ]
    assert [doubt.code for doubt in reading.doubts] == [Remark.HIDDEN_ROWS]
    assert [row.no for row in reading.only_clear().rows] == [13, 14]
    left = open_as(path, FileKind.CHANGES, Learned(hidden=Hidden.LEAVE))
    assert ([row.no for row in left.rows], left.doubts) == ([13, 14], ())


def test_a_merged_amount_is_never_shared_out(tmp_path):
    rows = [EXPORT, ["0701", "ถนน", 100, 30, 70], ["0702", "สะพาน", 200, None, 170]]
    reading = open_as(workbook(tmp_path / "e.xlsx", Page(rows, merges=[(1, 3, 2, 3)])), FileKind.TREASURY)
    assert reading.rows == ()
    assert {(doubt.row, doubt.code) for doubt in reading.doubts} == {
        (2, Remark.AMOUNT_SHARED),
        (3, Remark.AMOUNT_SHARED),
    }


def test_units_that_contradict_each_other_stop_the_table(tmp_path):
    headings = (*EXPORT[:2], "งบประมาณ (ล้านบาท)", *EXPORT[3:])
    rows = [["หน่วย : บาท"], headings, ["0701", "ถนน", 1, 30, 70]]
    reading = open_as(workbook(tmp_path / "e.xlsx", rows), FileKind.TREASURY)
    assert (reading.rows, [doubt.code for doubt in reading.doubts]) == ((), [Remark.UNIT_TWICE])


def test_results_that_cannot_be_read_are_doubts_only_where_they_would_be_kept(tmp_path):
    rows = [(*HEADINGS, "เบิกจ่าย"), [1, TOURISM, "ป้าย", 2_000, ROADS, "๑,๕๐๐,๐๐"]]
    path = workbook(tmp_path / "past.xlsx", rows)
    plan = open_as(path, FileKind.PLAN)
    assert plan.doubts == () and [note.code for note in plan.notes] == [Remark.FIGURES_UNREAD]
    past = read_plan_or_results(path, "สำนักงานจังหวัดเพชรบุรี")
    assert [(doubt.code, doubt.cell) for doubt in past.doubts] == [(Remark.AMOUNT_FORMAT, "๑,๕๐๐,๐๐")]


def test_the_annotated_copy_of_any_table_keeps_every_value(drawn, tmp_path):
    for kind in (FileKind.TREASURY, FileKind.PEOPLE, FileKind.CHANGES):
        path = drawn(kind)
        copy = tmp_path / "copy.xlsx"
        copy.write_bytes(annotated_table(path, open_as(path, kind)))
        (before,) = open_sheets(path).sheets
        after = open_sheets(copy).sheets[1]
        assert [row.texts for row in after.rows] == [row.texts for row in before.rows]


def test_a_heading_that_is_merged_over_two_rows_is_explained_where_it_is_seen(drawn, tmp_path):
    path = drawn(FileKind.PEOPLE)
    content = annotated_table(path, open_as(path, FileKind.PEOPLE))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        comments = "".join(book.read(name).decode() for name in book.namelist() if "comments" in name)
    assert all(f'ref="{cell}"' in comments for cell in ("A2", "B2", "C2", "D2", "E3", "F3"))


def test_an_agency_gets_its_best_spelling_not_its_first(tmp_path):
    rows = [
        HEADINGS,
        [1, TOURISM, "ป้าย", 1_000, "สนง.โยธาธิการและผังเมืองจังหวัดเพชรบุรี"],
        [2, TOURISM, "ศาลา", 1_000, "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี"],
    ]
    reading = open_as(workbook(tmp_path / "plan.xlsx", rows), FileKind.PLAN)
    assert reading.agencies == ("สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี",)


def test_a_difference_has_its_likeliest_explanation_in_exports_too(tmp_path):
    rows = [
        EXPORT,
        ["0701", "ถนน", 1_500_000, 1_504_100, 4_100],
        ["0702", "ก", 10, 4, 6],
        ["0703", "ข", 10, 4, 6],
    ]
    (wrong,) = open_as(workbook(tmp_path / "e.xlsx", rows), FileKind.TREASURY).differences
    assert wrong.why.slip is Slip.LOST_MINUS
