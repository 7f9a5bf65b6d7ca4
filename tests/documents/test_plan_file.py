"""The real plan of Phetchaburi reads the same from every kind of file."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
import xlwt

from documents.plan_file import read_plan
from documents.plan_preview import preview
from documents.plan_remarks import Remark
from i18n import speaking
from samples.plan_rows import PLAN_CSV, PLAN_XLSX
from tests.documents.books import open_document


def activities(path: Path):
    """What was read, without where it stood."""
    return [replace(row, sheet="", row=0) for row in read_plan(path).rows]


@pytest.fixture(scope="module")
def real():
    return activities(PLAN_CSV)


def real_cells() -> list[list[str]]:
    with PLAN_CSV.open(encoding="utf-8", newline="") as source:
        return list(csv.reader(source))


def test_the_real_plan_has_its_published_size():
    reading = read_plan(PLAN_CSV)
    assert len(reading.rows) == 23
    assert len(reading.projects) == 6
    assert len(reading.agencies) == 14
    assert reading.budget_satang == 181_750_000 * 100
    assert reading.doubts == ()


def test_the_main_heading_of_activity_18_stays_blank(real):
    assert real[17].main_activity is None
    assert real[16].main_activity == "ส่งเสริมการเรียนรู้ตามปรัชญาของเศรษฐกิจพอเพียง"


def test_the_column_about_completion_is_no_part_of_the_plan():
    column = read_plan(PLAN_CSV).columns[-1]
    assert (column.header, column.field, column.because) == (
        "completed_by_2021_04_30",
        None,
        Remark.COLUMN_OTHER,
    )


def test_the_workbook_of_the_office_says_the_same_as_the_csv(real):
    assert activities(PLAN_XLSX) == real


def test_the_workbook_prints_its_total_and_year():
    reading = read_plan(PLAN_XLSX)
    [total] = reading.totals
    assert (total.printed_satang, total.summed_satang, total.row) == (18_175_000_000, 18_175_000_000, 29)
    assert reading.year_be == 2564
    assert reading.unit == "baht"


def test_windows_thai_text_is_read_and_said_so(tmp_path, real):
    path = tmp_path / "plan.csv"
    path.write_bytes(PLAN_CSV.read_text(encoding="utf-8").encode("cp874"))
    assert activities(path) == real
    assert [note.code for note in read_plan(path).notes] == [Remark.ENCODING]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_ways_in_which_excel_saves_text(tmp_path, real, encoding):
    path = tmp_path / "plan.csv"
    path.write_text(PLAN_CSV.read_text(encoding="utf-8").replace('"', '"'), encoding=encoding)
    assert activities(path) == real


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_any_usual_separator_may_stand_between_the_cells(tmp_path, real, separator):
    path = tmp_path / "plan.csv"
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, delimiter=separator).writerows(real_cells())
    assert activities(path) == real


def test_an_old_excel_file(tmp_path, real):
    book = xlwt.Workbook()
    sheet = book.add_sheet("แผน")
    for at, row in enumerate(real_cells()):
        for column, cell in enumerate(row):
            sheet.write(at, column, int(cell) if cell.isdigit() else cell)
    book.save(str(tmp_path / "plan.xls"))
    assert activities(tmp_path / "plan.xls") == real


def test_an_open_document(tmp_path, real):
    cells = [[int(cell) if cell.isdigit() else cell for cell in row] for row in real_cells()]
    assert activities(open_document(tmp_path / "plan.ods", cells)) == real


def test_the_kind_of_file_is_known_by_its_content_not_its_name(tmp_path, real):
    path = tmp_path / "plan.xls"
    path.write_bytes(PLAN_XLSX.read_bytes())
    assert activities(path) == real


def test_the_preview_says_how_much_was_understood_in_both_languages():
    reading = read_plan(PLAN_XLSX)
    first = preview(reading).splitlines()[0]
    assert first.startswith("อ่านได้ 23 กิจกรรม 6 โครงการ 14 หน่วยงาน รวม 181,750,000 บาท")
    with speaking("en"):
        assert "column E “งบประมาณ (บาท)”: budget" in preview(reading)
