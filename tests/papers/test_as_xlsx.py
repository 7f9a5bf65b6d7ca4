"""What a workbook's table holds is read back as it was said, whatever stands in it."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

from python_calamine import CalamineWorkbook

from documents.papers.as_xlsx import workbook_of
from documents.papers.sheet import Bars, Column, Formula, Kind, Row, Sheet, total

COLUMNS = (
    Column("name", "ชื่อ"),
    Column("paid", "เบิกจ่าย", Kind.BAHT),
    Column("share", "ร้อยละ", Kind.PERCENT),
    Column("day", "วันที่", Kind.DAY),
    Column("word", "คำ"),
)


def drawn(*rows: Row, bars: Bars | None = None) -> bytes:
    sheet = Sheet("ก", ("หัวเรื่อง",), COLUMNS, rows, ("หมายเหตุ",), bars)
    return workbook_of((sheet,), "ชื่อ", "ท้ายหน้า", date(2021, 4, 30))


def read(content: bytes) -> list[list]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_every_kind_of_entry_is_read_back_between_the_title_and_the_notes():
    entries = {
        "name": "ถนน <ก> & ข",
        "paid": 1_234_567_89,
        "share": Decimal("97.40"),
        "day": date(2021, 4, 30),
    }
    rows = read(drawn(Row(entries)))
    assert rows[0][0] == "หัวเรื่อง" and rows[1][1] == "เบิกจ่าย"
    assert rows[2] == ["ถนน <ก> & ข", 1_234_567.89, 97.4, date(2021, 4, 30), ""]
    assert [rows[4][0], rows[5][0]] == ["หมายเหตุ", "ท้ายหน้า"]


def test_a_formula_keeps_its_signs_and_its_value_to_the_last_digit():
    formula = Formula('=IF({paid}<>0,"&",{paid:all})', Decimal("97.40"))
    content = drawn(Row({"paid": 100, "share": formula}))
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert '<f>IF(B3&lt;&gt;0,"&amp;",B3:B3)</f><v>97.4</v>' in sheet


def test_a_table_without_rows_is_a_table():
    rows = read(drawn(total(COLUMNS, {"paid": 0}, "รวม", "name")))
    assert rows[2][:2] == ["รวม", 0]


def test_words_longer_than_a_cell_or_a_page_are_cut_and_the_row_stays_one_that_excel_opens():
    content = drawn(Row({"name": "ก" * 40_000}))
    assert read(content)[2][0].startswith("กกก") and len(read(content)[2][0]) <= 32_767
    heights = [
        float(each) for each in re.findall(r' ht="([\d.]+)"', part(content, "xl/worksheets/sheet1.xml"))
    ]
    assert max(heights) <= 409.5


def test_a_chart_shows_its_figures_before_anything_is_reckoned():
    rows = [Row({"name": name, "paid": baht * 100}) for name, baht in (("ถนน", 3), ("เขื่อน", 5))]
    chart = part(drawn(*rows, bars=Bars("เบิกจ่าย", "name", ("paid",))), "xl/charts/chart1.xml")
    assert re.findall(r"<c:v>([^<]*)</c:v>", chart) == ["เบิกจ่าย", "ถนน", "เขื่อน", "3", "5"]
