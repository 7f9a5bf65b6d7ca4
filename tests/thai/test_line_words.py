"""Where lines of papers end: after words and names of places, with brackets and stops at their word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai.line_words import line_words


@pytest.mark.parametrize(
    "shown",
    [
        "ก่อสร้าง|ถนนลาดยาง| |สาย|บ้านห้วยสีตอ| - |เขาระทิง",
        "ตอน|ควบคุม| 0100 |หนองควง|-|หนองหญ้าปล้อง",
        "ตำบล|แหลมผักเบี้ย| |อำเภอ|บ้านแหลม| |จังหวัด|เพชรบุรี",
        "ก่อสร้าง|เขื่อน|ป้องกัน|ตลิ่ง|ริม|ห้วยแม่ประจันต์",
        "สำนักงาน|โยธาธิการ|และ|ผังเมือง|จังหวัด|ประจวบคีรีขันธ์",
        "ข้อมูล|พื้นฐาน|ประกอบ|ตัวชี้วัด",
        "ตรวจ|ติดตาม|ตาม|มาตรา| ๓๔",
        "ล่าช้า|สูงสุด| |๑๔ วัน| |ไม่|คืบหน้า| |(วันทำการ)",
        "กระทรวง|มหาดไทย|และ|อื่นๆ",
        "ได้รับ|ระหว่าง|วันที่| |1 พฤศจิกายน| 2563 |ถึง|วันที่| |๙ เมษายน| ๒๕๖๔",
    ],
)
def test_a_line_ends_after_whole_words_and_names(shown):
    found = list(line_words(shown.replace("|", "")))
    assert "".join(found) == shown.replace("|", "")
    assert [each.strip() for each in found] == [each.strip() for each in shown.split("|")]


def test_what_no_dictionary_knows_stays_in_one_piece():
    assert list(line_words("ฮฌฆฬศฐ")) == ["ฮฌฆฬศฐ"]


@given(st.text(alphabet="กขงนบรวสหอะาิีึุูเแโใไ่้๊๋็์ำัฯๆ .,()/-1๒AbZ\n", max_size=80))
def test_nothing_is_lost_or_added(text):
    assert "".join(line_words(text)) == text
