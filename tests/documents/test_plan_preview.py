"""What the admin reads before an import: how much was understood, what differs, what is in doubt."""

import pytest

from documents.plan_file import read_plan
from documents.plan_preview import doubt_line, preview, summary
from i18n import speaking
from tests.documents.books import ROADS, TOURISM, WORKS, plan, workbook


@pytest.fixture
def reading(tmp_path):
    rows = plan(
        [1, TOURISM, "ถนน", "๑๐,๐๐๐,๐๐", ROADS],
        [2, TOURISM, "สะพาน", None, None],
        [None, TOURISM, "เขื่อน", 300, WORKS],
        ["รวมทั้งสิ้น", None, None, 1_000_500, None],
    )
    return read_plan(workbook(tmp_path / "plan.xlsx", rows))


def test_one_paragraph_says_how_much_was_read_and_how_much_not(reading):
    with speaking("en"):
        assert summary(reading) == (
            "1 activity in 1 project of 1 agency, 300 baht. 1 printed total differs from its sum. "
            "3 things are in doubt. 2 rows were not read."
        )


def test_every_doubt_names_sheet_row_and_reason(reading):
    assert doubt_line(reading.doubts[0]) == (
        "ชีต แผน แถว 2: จำนวนเงิน “๑๐,๐๐๐,๐๐” อ่านได้หลายแบบ หรือไม่ใช่จำนวนเงิน (ไม่ได้อ่านเข้า)"
    )


def test_a_total_is_compared_to_the_satang(reading):
    line = "ชีต แผน แถว 5 “รวมทั้งสิ้น”: ในไฟล์ 1,000,500 บาท ผลบวก 300 บาท ในไฟล์มากกว่า 1,000,200 บาท"
    assert line in preview(reading)


def test_numbers_that_were_given_are_named(reading):
    assert "กิจกรรมที่ไม่มีเลขได้เลขถัดไปตามลำดับ: 3 (แผน:4)" in preview(reading)


def test_a_long_list_of_doubts_is_cut_and_says_so(reading):
    with speaking("en"):
        assert "- 2 more are not shown" in preview(reading, doubts_shown=1)


def test_a_reading_made_in_thai_can_be_shown_in_english(reading):
    with speaking("en"):
        assert "No budget is written in this row." in preview(reading)
        assert "ไม่มี" not in preview(reading)
