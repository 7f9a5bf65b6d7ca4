"""Small cells: numbers, codes, classes and names."""

from decimal import Decimal

import pytest

from documents.cells import agency_key, number_depth, read_class, read_code, read_number, split_number
from documents.grid import one_line, text_of


@pytest.mark.parametrize(
    ("cell", "no"),
    [("13", 13), ("๑๓.", 13), ("13)", 13), ("(13)", 13), ("กิจกรรมที่ 13", 13), (Decimal("13.0"), 13)],
)
def test_a_number(cell, no):
    assert read_number(cell) == no


@pytest.mark.parametrize("cell", [None, "", "-", "1.2", Decimal("1.5"), "-3", "ถนน", "0", True])
def test_no_number(cell):
    assert read_number(cell) is None


@pytest.mark.parametrize(
    ("text", "depth"), [("1", 1), ("1.", 1), ("1.1", 2), ("๑.๒.๓", 3), ("", 0), ("ถนน", 0)]
)
def test_how_deep_a_number_reaches(text, depth):
    assert number_depth(text) == depth


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("3) ขุดลอกคลอง", ("3", "ขุดลอกคลอง")),
        ("๓. ขุดลอกคลอง", ("3", "ขุดลอกคลอง")),
        ("1.2 ขุดลอกคลอง", ("1.2", "ขุดลอกคลอง")),
        ("100 ปี เมืองเพชร", ("", "100 ปี เมืองเพชร")),
        ("3349 ตอนควบคุม", ("", "3349 ตอนควบคุม")),
        ("ถนน 1) สายหลัก", ("", "ถนน 1) สายหลัก")),
    ],
)
def test_the_number_before_a_name(name, parts):
    assert split_number(name) == parts


def test_a_code_keeps_its_digits_or_says_that_excel_lost_them():
    assert read_code("0700300010002000") == "0700300010002000"
    assert read_code(Decimal("20007.0")) == "20007"
    with pytest.raises(ValueError, match="2000741001003264"):
        read_code(Decimal("20007410010032640"))


def test_expense_classes():
    assert read_class("งบลงทุน") == "investment"
    assert read_class("ประจำ ") == "recurrent"
    assert read_class("-") is None
    with pytest.raises(ValueError, match="อื่น"):
        read_class("อื่น ๆ")


def test_the_spellings_of_an_agency_share_a_key():
    keys = {
        agency_key(name)
        for name in ("สำนักงานจังหวัดเพชรบุรี", "สนง.จ.เพชรบุรี", "สํานักงานจังหวัด\u200bเพชรบุรี", "สนจ.เพชรบุรี")
    }
    assert len(keys) == 1
    assert "อำเภอ" not in agency_key("กอ.รมน.จังหวัดเพชรบุรี")


def test_wrapped_words_are_joined_and_other_lines_keep_a_space():
    assert one_line("สำนักงานอุตสาหกรรม\nจังหวัดเพชรบุรี") == "สำนักงานอุตสาหกรรมจังหวัดเพชรบุรี"
    assert one_line("หมู่ที่ 2,4\nบ้านดอนโน \r\n OTOP") == "หมู่ที่ 2,4 บ้านดอนโน OTOP"
    assert one_line(" ถนน \u00a0 สาย\t1 ") == "ถนน สาย 1"


def test_whole_numbers_lose_their_idle_point():
    assert text_of(Decimal("827300.0")) == "827300"
    assert text_of(Decimal("1.50")) == "1.5"
    assert text_of(Decimal("1E+3")) == "1000"
