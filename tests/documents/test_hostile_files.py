"""Files that are broken or meant to break something: each is refused with one line, and this process lives."""

import resource
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from documents.plan_file import read_plan
from documents.refusals import PlanFileRefused, Refusal
from i18n import speaking
from samples.plan_rows import PLAN_XLSX
from tests.documents.books import HEADINGS, ROADS, TOURISM, workbook


def refusal(path: Path) -> PlanFileRefused:
    with pytest.raises(PlanFileRefused) as refused:
        read_plan(path)
    reason = refused.value.reason
    assert path.name in reason
    assert "\n" not in reason
    return refused.value


def with_entry(path: Path, name: str, content: bytes) -> Path:
    """Copy the real workbook, one of its parts replaced."""
    with zipfile.ZipFile(PLAN_XLSX) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            target.writestr(entry, content if entry == name else source.read(entry))
    return path


def test_a_small_file_with_cells_at_both_ends_of_the_sheet(tmp_path):
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "ที่")
        sheet.write(1_048_575, 16_383, 1)
    assert path.stat().st_size < 6_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refusal(path).code is Refusal.NEEDS_TOO_MUCH
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000, "kilobytes of this process"


def test_a_tall_sheet_ends_within_the_limits(tmp_path):
    path = tmp_path / "tall.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "ที่")
        sheet.write(1_048_575, 60, 1)
    begun = time.monotonic()
    assert refusal(path).code in (Refusal.NEEDS_TOO_MUCH, Refusal.TOO_SLOW)
    assert time.monotonic() - begun < 10


def test_a_zip_bomb(tmp_path):
    path = with_entry(tmp_path / "bomb.xlsx", "xl/worksheets/sheet1.xml", b" " * 60_000_000)
    assert path.stat().st_size < 100_000
    assert refusal(path).code is Refusal.UNPACKS_TOO_LARGE


def test_a_bomb_that_lies_about_its_size(tmp_path):
    path = with_entry(tmp_path / "liar.xlsx", "xl/worksheets/sheet1.xml", b" " * 400_000_000)
    content = bytearray(path.read_bytes())
    size = (400_000_000).to_bytes(4, "little")
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = (1_000).to_bytes(4, "little")
    path.write_bytes(content)
    assert refusal(path).code is Refusal.DAMAGED


def test_one_long_text_named_in_every_cell(tmp_path):
    path = tmp_path / "echo.xlsx"
    workbook(path, [[*HEADINGS]] + [["ก" * 30_000] * 20 for _ in range(20)])
    assert path.stat().st_size < 20_000
    assert refusal(path).code is Refusal.TOO_MANY_ROWS


def test_entities_that_unfold_without_end(tmp_path):
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{levels}]><sst><si><t>&a9;</t></si></sst>'
    path = with_entry(tmp_path / "laughs.xlsx", "xl/sharedStrings.xml", xml.encode())
    begun = time.monotonic()
    refusal(path)
    assert time.monotonic() - begun < 10


def test_too_many_rows(tmp_path):
    row = "1,โครงการ,กิจกรรม,1,หน่วยงาน\n"
    path = tmp_path / "long.csv"
    path.write_text("ที่,โครงการ,กิจกรรม,งบประมาณ,หน่วยงาน\n" + row * 20_001, encoding="utf-8")
    assert refusal(path).code is Refusal.TOO_MANY_ROWS


def test_numbers_that_reach_deeper_in_every_row(tmp_path):
    rows = [f"{'.'.join(['1'] * depth)},ถนน,5,แขวง" for depth in range(1, 2_000)]
    path = tmp_path / "deep.csv"
    path.write_text("\n".join(["ที่,กิจกรรม,งบประมาณ,หน่วยงาน", *rows]), encoding="utf-8")
    begun = time.process_time()
    read_plan(path)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("kept", [10, 700, 3_000, 8_000])
def test_a_truncated_workbook(tmp_path, kept):
    path = tmp_path / "cut.xlsx"
    path.write_bytes(PLAN_XLSX.read_bytes()[:kept])
    assert refusal(path).code is Refusal.DAMAGED


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("web.xlsx", b"<html><body><table><tr><td>1</td></tr></table></body></html>", Refusal.WEB_PAGE),
        ("web.xls", b"\xef\xbb\xbf\n<!DOCTYPE html><html></html>", Refusal.WEB_PAGE),
        ("empty.xlsx", b"", Refusal.EMPTY),
        ("blank.csv", b" \r\n\r\n", Refusal.EMPTY),
        ("noise.xlsx", b"\x00\x01\x02\x03" * 100, Refusal.DAMAGED),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Refusal.ENCODING),
        ("photo.jpg", b"\xff\xd8\xff", Refusal.KIND),
        ("letter.csv", "เรียน ผู้ว่าราชการจังหวัด\nขอส่งแผน".encode(), Refusal.NO_TABLE),
        (
            "locked.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Refusal.PASSWORD,
        ),
    ],
)
def test_what_is_no_plan_is_named(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path).code is code


def test_a_word_document_under_the_name_of_a_workbook(tmp_path):
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    assert refusal(path).code is Refusal.KIND


def test_an_open_document_with_a_password(tmp_path):
    path = tmp_path / "locked.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "noise")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert refusal(path).code is Refusal.PASSWORD


def test_a_missing_file(tmp_path):
    assert refusal(tmp_path / "none.xlsx").code is Refusal.MISSING


def test_the_reason_tells_what_to_do_in_the_readers_language(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF")
    assert refusal(path).reason == "ไฟล์ plan.pdf ไม่ใช่ไฟล์แผน โปรดบันทึกเป็น .xlsx .xls .ods หรือ .csv แล้วส่งใหม่"
    with speaking("en"):
        assert "Save it as .xlsx" in refusal(path).reason


def test_formulas_are_data_and_never_run(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text(
        f'{",".join(HEADINGS)}\n1,{TOURISM},"=HYPERLINK(""http://x"",""ถนน"")",=1+1,{ROADS}\n'
        f"2,{TOURISM},@ถนน,1000,{ROADS}\n",
        encoding="utf-8",
    )
    reading = read_plan(path)
    assert [row.activity for row in reading.rows] == ["@ถนน"]
    [doubt] = reading.doubts
    assert (doubt.code, doubt.cell, doubt.row) == ("AMOUNT_FORMAT", "=1+1", 2)


def test_a_stored_result_of_a_formula_is_taken_as_it_is(tmp_path):
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, [1, TOURISM, "ถนน", None, ROADS])
        sheet.write_formula(1, 3, "=999*999", None, 5_000)
    assert read_plan(path).rows[0].budget_satang == 500_000
