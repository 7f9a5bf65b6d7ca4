"""Rows and columns that a workbook hides: seen in .xlsx and .ods, never read or left out without a word."""

import io
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from documents.learned import Learned
from documents.plan_file import read_plan
from documents.plan_hidden import Hidden, HiddenParts, runs
from documents.plan_marks import annotated_plan
from documents.plan_preview import preview
from documents.plan_remarks import Remark
from documents.plan_results import read_results
from documents.plan_sheets import open_sheets
from documents.refusals import PlanFileRefused, Refusal
from samples.messy_plans import WORKBOOKS
from tests.documents.books import HEADINGS, ROADS, TOURISM, Rows, open_document, plan, workbook

LEAVE, READ = Learned(hidden=Hidden.LEAVE), Learned(hidden=Hidden.READ)
THREE = plan(
    [13, TOURISM, "ถนน", 1_000, ROADS],
    [14, TOURISM, "ถนนเดิม", 200, ROADS],
    [15, TOURISM, "ศาลา", 30, ROADS],
)


def hiding(path: Path, rows: Rows, hidden: dict[int, object], columns: str = "") -> Path:
    """Write a plan that hides rows by their numbers; a value other than None is the row's height."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("แผน")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        for number, height in hidden.items():
            sheet.set_row(number - 1, height, None, {"hidden": height is None})
        if columns:
            sheet.set_column(columns, None, None, {"hidden": True})
    return path


def with_sheet(path: Path, source: Path, change) -> Path:
    """Copy a workbook, the XML of its first sheet changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == "xl/worksheets/sheet1.xml" else content)
    return path


@pytest.fixture
def hidden_14(tmp_path):
    return hiding(tmp_path / "แผน.xlsx", THREE, {3: None})


def budgets(reading) -> list[int]:
    return [row.budget_satang // 100 for row in reading.rows]


def test_hidden_rows_are_read_and_asked_about(hidden_14):
    reading = read_plan(hidden_14)
    assert budgets(reading) == [1_000, 200, 30]
    assert [(doubt.code, doubt.is_left_out) for doubt in reading.doubts] == [(Remark.HIDDEN_ROWS, False)]
    assert reading.hidden == (HiddenParts("แผน", (3,), (), Hidden.ASK),)
    assert reading.doubtful_rows() >= {("แผน", 3)}, "not among the clear rows"
    assert "แถวที่ซ่อนไว้ 1 แถว (3) ถูกอ่านด้วย" in preview(reading)


def test_hidden_rows_are_read_like_others_where_the_office_says_so(hidden_14):
    reading = read_plan(hidden_14, READ)
    assert budgets(reading) == [1_000, 200, 30]
    assert not reading.doubts and not reading.doubtful_rows()
    assert "อ่านส่วนที่ซ่อนไว้ด้วยตามที่บอก แถว 3" in preview(reading)


def test_hidden_rows_are_left_out_where_the_office_says_so(hidden_14):
    reading = read_plan(hidden_14, LEAVE)
    assert budgets(reading) == [1_000, 30]
    assert [row.no for row in reading.rows] == [13, 15]
    assert not reading.doubts
    assert "ไม่เอาส่วนที่ซ่อนไว้ตามที่บอก แถว 3" in preview(reading)


def test_a_printed_total_that_counts_rows_left_out_is_named(tmp_path):
    rows = [*THREE, ["", "รวมทั้งสิ้น", "", 1_230, ""]]
    path = hiding(tmp_path / "plan.xlsx", rows, {3: None})
    assert [total.difference_satang for total in read_plan(path).totals] == [0]
    assert [total.difference_satang for total in read_plan(path, LEAVE).totals] == [20_000]


def test_doubts_about_a_row_that_is_left_out_stop_nothing(tmp_path):
    rows = plan([13, TOURISM, "ถนน", "๑๐,๐๐๐,๐๐", ROADS], [13, TOURISM, "ศาลา", 30, ROADS])
    path = hiding(tmp_path / "plan.xlsx", rows, {2: None})
    assert {doubt.code for doubt in read_plan(path).doubts} >= {Remark.AMOUNT_FORMAT, Remark.HIDDEN_ROWS}
    reading = read_plan(path, LEAVE)
    assert (budgets(reading), reading.doubts) == ([30], ())


def test_a_hidden_project_row_still_heads_the_rows_below_it(tmp_path):
    headings = ("ที่", "โครงการ/กิจกรรม", "งบประมาณ", "หน่วยงาน")
    rows = [
        headings,
        [1, "โครงการถนน", 1_000, None], ["1.1", "ถนน", 1_000, ROADS],
        [2, "โครงการศาลา", 50, None], ["2.1", "ศาลา", 30, ROADS], ["2.2", "ป้าย", 20, ROADS],
    ]  # fmt: skip
    reading = read_plan(hiding(tmp_path / "plan.xlsx", rows, {4: None, 6: None}), LEAVE)
    assert [(row.activity, row.project) for row in reading.rows] == [
        ("ถนน", "โครงการถนน"),
        ("ศาลา", "โครงการศาลา"),
    ]
    assert "หัวข้อ ยอดรวม หรือหมายเหตุ: 4" in preview(reading)


def test_a_row_without_height_is_hidden_too_and_one_that_is_low_is_not(tmp_path):
    path = hiding(tmp_path / "plan.xlsx", THREE, {2: 0.75, 4: 9})
    flat = with_sheet(tmp_path / "flat.xlsx", path, lambda xml: xml.replace(b'ht="0.75"', b'ht="0"'))
    assert [sheet.hidden_rows for sheet in open_sheets(path).sheets] == [frozenset()]
    assert [sheet.hidden_rows for sheet in open_sheets(flat).sheets] == [{2}]


def test_hidden_rows_below_the_plan_and_hidden_empty_columns_are_of_no_interest(tmp_path):
    path = hiding(tmp_path / "plan.xlsx", THREE, {40: None, 41: None}, "J:XFD")
    reading = read_plan(path)
    assert not reading.doubts and not reading.hidden


def test_a_hidden_column_in_use_is_asked_about_and_can_be_left_out(tmp_path):
    rows = [(*HEADINGS, "รหัสงบประมาณ"), *([*row, f"2500712345{at}"] for at, row in enumerate(THREE[1:]))]
    path = hiding(tmp_path / "plan.xlsx", rows, {}, "F:F")
    asked = read_plan(path)
    assert asked.rows[0].code == "25007123450"
    assert [doubt.code for doubt in asked.doubts] == [Remark.HIDDEN_COLUMNS]
    assert "คอลัมน์ที่ซ่อนไว้ F ถูกอ่านด้วย" in preview(asked)
    left = read_plan(path, LEAVE)
    assert (left.rows[0].code, left.doubts) == (None, ())
    told = read_plan(path, Learned(by_letter={"F": "code"}))
    assert (told.rows[0].code, told.doubts) == ("25007123450", ()), "who names a column has seen it"


def test_an_open_document_tells_its_hidden_rows(tmp_path):
    plain, path = open_document(tmp_path / "plain.ods", THREE), tmp_path / "plan.ods"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            before, name_of_row, after = old.read(name).decode().partition("ถนนเดิม")
            hidden = '<table:table-row table:visibility="collapse">'.join(
                before.rsplit("<table:table-row>", 1)
            )
            new.writestr(name, (hidden if name_of_row else before) + name_of_row + after)
    assert [sheet.hidden_rows for sheet in open_sheets(path).sheets] == [{3}]
    assert budgets(read_plan(path, LEAVE)) == [1_000, 30]


def test_an_old_workbook_says_that_hidden_rows_cannot_be_seen(tmp_path):
    messy = next(each for each in WORKBOOKS if each.file.endswith("old.xls"))
    messy.draw(tmp_path / messy.file)
    notes = read_plan(tmp_path / messy.file).notes
    assert Remark.HIDDEN_UNSEEN in {note.code for note in notes}


def test_the_messy_sample_names_its_three_hidden_rows(tmp_path):
    messy = next(each for each in WORKBOOKS if "hidden" in each.file)
    messy.draw(tmp_path / messy.file)
    assert "แถวที่ซ่อนไว้ 3 แถว (5, 6, 10) ถูกอ่านด้วย" in preview(read_plan(tmp_path / messy.file))
    assert len(read_plan(tmp_path / messy.file, LEAVE).rows) == 20


@pytest.mark.parametrize(("learned", "colour"), [(Learned(), "FFF2CC"), (READ, "DDEBF7"), (LEAVE, "F8CBAD")])
def test_the_annotated_copy_shows_and_marks_what_was_hidden(hidden_14, learned, colour):
    copy = annotated_plan(hidden_14, read_plan(hidden_14, learned))
    with zipfile.ZipFile(io.BytesIO(copy)) as book:
        comments = "".join(book.read(name).decode() for name in book.namelist() if "comments" in name)
        sheet = book.read("xl/worksheets/sheet2.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert 'ref="A3"' in comments and "ซ่อนไว้ในไฟล์" in comments
    assert "hidden" not in sheet, "the copy shows every row"
    assert colour in styles


def test_a_past_years_results_by_issue_ask_about_hidden_rows_as_well(tmp_path):
    headings = ("ประเด็นยุทธศาสตร์", "งบประมาณ", "เบิกจ่าย", "คงเหลือ")
    rows = [headings, ["การเกษตร", 1_000, 900, 100], ["ของเดิม", 200, 200, 0], ["การท่องเที่ยว", 30, 30, 0]]
    path = hiding(tmp_path / "results.xlsx", rows, {3: None})
    asked = read_results(path, ROADS)
    assert (budgets(asked), [doubt.code for doubt in asked.doubts]) == (
        [1_000, 200, 30],
        [Remark.HIDDEN_ROWS],
    )
    left = read_results(path, ROADS, LEAVE)
    assert (budgets(left), left.doubts) == ([1_000, 30], ())
    assert "ไม่เอาส่วนที่ซ่อนไว้ตามที่บอก แถว 3" in preview(left)


def test_row_numbers_are_written_short():
    assert runs([20, 12, 13]) == "12, 13, 20"
    assert runs(range(5, 400)) == "5–399"
    assert runs(range(0, 100, 2)).endswith("22 …")


class TestHostile:
    """What no program for sheets writes is refused, in time."""

    @pytest.fixture
    def refused(self, tmp_path, hidden_14):
        def refuse(change) -> Refusal:
            begun = time.monotonic()
            with pytest.raises(PlanFileRefused) as refusal:
                read_plan(with_sheet(tmp_path / "bad.xlsx", hidden_14, change))
            assert time.monotonic() - begun < 10
            return refusal.value.code

        return refuse

    def test_entities(self, refused):
        laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
        head = f'<!DOCTYPE worksheet [<!ENTITY a0 "ha">{laughs}]><worksheet '.encode()
        assert refused(lambda xml: xml.replace(b"<worksheet ", head, 1)) is Refusal.DAMAGED

    def test_a_file_read_by_an_entity(self, refused):
        head = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet '
        assert refused(lambda xml: xml.replace(b"<worksheet ", head, 1)) is Refusal.DAMAGED

    def test_every_other_row_hidden_without_end(self, refused):
        rows = b"".join(b'<row r="%d" hidden="1"/>' % number for number in range(10, 100_000, 2))
        code = refused(lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
        assert code in (Refusal.TOO_MANY_ROWS, Refusal.UNPACKS_TOO_LARGE)

    @pytest.mark.parametrize("number", [b"x", b"9" * 5_000, b"1.5"])
    def test_numbers_that_are_none(self, refused, number):
        bad = b'<cols><col min="%s" max="3" hidden="1"/></cols><sheetData>' % number
        assert refused(lambda xml: xml.replace(b"<sheetData>", bad)) is Refusal.DAMAGED

    def test_tags_that_do_not_close(self, refused):
        assert refused(lambda xml: xml.replace(b"</sheetData>", b"</sheetDat>")) is Refusal.DAMAGED

    def test_a_million_rows_hidden_at_once_cost_nothing(self, tmp_path, hidden_14):
        def change(xml: bytes) -> bytes:
            return xml.replace(
                b"<sheetData>", b'<cols><col min="1" max="99999999" hidden="1"/></cols><sheetData>'
            )

        [sheet] = open_sheets(with_sheet(tmp_path / "wide.xlsx", hidden_14, change)).sheets
        assert sheet.hidden_columns == {0, 1, 2, 3, 4}


def test_a_plain_workbook_is_not_asked_about(tmp_path):
    reading = read_plan(workbook(tmp_path / "plan.xlsx", THREE))
    assert not reading.hidden and not reading.doubts
