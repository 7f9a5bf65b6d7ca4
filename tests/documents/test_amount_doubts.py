"""An amount that cannot be taken is told in whole words, in whatever kind of file it stands."""

import pytest

from documents.file_kind import FileKind
from documents.opened_file import open_as
from documents.plan_preview import doubt_line
from i18n import speaking
from tests.documents.books import workbook

TABLES = {
    FileKind.CHANGES: [
        ["กิจกรรมที่", "ประเภท", "จำนวนเงิน (บาท)", "วันที่อนุมัติ", "เลขที่หนังสือ"],
        [13, "เพิ่ม", "1.5 ล้าน", "1/10/2563", "พบ 1/2563"],
    ],
    FileKind.TREASURY: [
        ["รหัสงบประมาณ", "รายการ", "งบประมาณ (บาท)", "เบิกจ่าย (บาท)"],
        ["6400112345678", "ก่อสร้างถนน", 1_000_000, "1.5 ล้าน"],
    ],
}


@pytest.mark.parametrize("kind", TABLES, ids=str)
def test_a_unit_of_its_own_in_a_cell_is_named_beside_that_of_the_heading(tmp_path, kind):
    reading = open_as(workbook(tmp_path / "table.xlsx", TABLES[kind]), kind)
    with speaking("en"):
        said = [doubt_line(each) for each in reading.doubts]
    assert any("“1.5 ล้าน” but the heading counts in baht" in line for line in said), said
