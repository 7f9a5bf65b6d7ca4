"""The day the figures are of, and the month a report belongs to."""

from datetime import date

import pytest

from tests.thai.messages import one, read
from thai.reading import Clarify


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("ณ 30 เม.ย. 64 งาน 40%", "2021-04-30"),
        ("ข้อมูล ณ วันที่ ๓๐ เมษายน ๒๕๖๔ งาน 40%", "2021-04-30"),
        ("ณ 30/4/64 งาน 40%", "2021-04-30"),
        ("ณ วันที่ 25 มี.ค. 2021 งาน 40%", "2021-03-25"),
        ("ตัดยอด 30 เม.ย. งาน 40%", "2021-04-30"),
        ("งาน 40% (ข้อมูล 25 เม.ย.)", "2021-04-25"),
        ("ยอด ณ สิ้นเมษา 64 งาน 40%", "2021-04-30"),
        ("สิ้นเดือนที่แล้ว งาน 40%", "2021-04-30"),
        ("ตัวเลขสิ้นเดือนเมษา งาน 40%", "2021-04-30"),
    ],
)
def test_the_day_the_figures_are_of(text, as_of):
    assert one(text).as_of.isoformat() == as_of


@pytest.mark.parametrize(
    "text",
    [
        "14 มีคนร้องเรียน งาน 40%",
        "ลงนามวันที่ 11 ก.พ. 64 งาน 40%",
        "หยุดงานตั้งแต่ 18 เม.ย. ฝนตก",
        "เปิดซอง 7 พ.ค. กำลังทำ TOR",
    ],
)
def test_other_dates_are_not_the_figures_day(text):
    assert one(text).as_of is None


@pytest.mark.parametrize("text", ["ณ 31 เม.ย. 64 งาน 40%", "ณ 30 ก.พ. 64 งาน 40%", "ณ 31 พ.ค. 64 งาน 40%"])
def test_impossible_and_future_days_are_refused(text):
    assert read(text, (13,)).clarify == (Clarify.PERIOD,)


def test_a_back_dated_report_belongs_to_its_own_month():
    assert one("ณ 28 ก.พ. 64 งาน 24%").period.isoformat() == "2021-02-01"
    assert one("รายงานประจำเดือนมีนาคม 2564 งาน 40%").period.isoformat() == "2021-03-01"
    assert one("ข้อมูลเดือนมีนา งาน 40%").period.isoformat() == "2021-03-01"


def test_the_end_of_a_quarter_is_of_the_fiscal_year():
    assert one("ณ สิ้นไตรมาส 2 เบิกแล้ว 5.5 ล้าน").as_of == date(2021, 3, 31)
