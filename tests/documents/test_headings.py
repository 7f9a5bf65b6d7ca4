"""What a column's heading says it holds."""

import pytest

from documents.headings import heading_unit, recognise, title_unit


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        (("งบประมาณ (บาท)",), "budget"),
        (("งบประมาณ", "(ล้านบาท)"), "budget"),
        (("วงเงิน",), "budget"),
        (("งบประมาณที่ได้รับจัดสรร ปีงบประมาณ พ.ศ. ๒๕๖๔",), "budget"),
        (("งบประมาณ (บาท)", "รวม"), "budget"),
        (("งบประมาณ", "งบลงทุน"), "budget_investment"),
        (("ผลการเบิกจ่าย", "งบลงทุน"), None),
        (("งบประมาณคงเหลือ",), None),
        (("งบประมาณหลังโอนเปลี่ยนแปลง",), None),
        (("หน่วยงานที่เบิกจ่าย",), "agency"),
        (("หน่วย งาน\nรับผิดชอบ",), "agency"),
        (("หนวยงานรับผิดชอบ",), "agency"),
        (("ที่",), "no"),
        (("ลำดับที่",), "no"),
        (("สถานที่ดำเนินการ",), "place"),
        (("กิจกรรมหลัก / กิจกรรมย่อย",), "levels"),
        (("กิจกรรมหลัก",), "main_activity"),
        (("กิจกรรมย่อย",), "activity"),
        (("ผลผลิต/โครงการ",), "project"),
        (("ระยะเวลาดำเนินการ", "เริ่มต้น"), "planned_start"),
        (("Budget (Baht)",), "budget"),
        (("ร้อยละ",), None),
        (("หมายเหตุ",), None),
        (("โทรศัพท์หน่วยงาน",), None),
        (("ไตรมาส 1",), None),
        (("",), None),
    ],
)
def test_the_field_of_a_heading(parts, field):
    assert recognise(parts).field == field


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("หน่วย : ล้านบาท", "ล้านบาท"), ("(หน่วย:พันบาท)", "พันบาท"), ("(บาท)", "บาท"),
        ("วงเงิน 181.75 ล้านบาท", None), ("Unit: million baht", "millionbaht"),
        ("หน่วย : ล้านบาท   หน้า 2", "ล้านบาท"), ("หน่วยงาน", None),
    ],
)  # fmt: skip
def test_the_unit_of_a_line_above_the_table(text, unit):
    assert title_unit(text) == unit


def test_the_unit_of_a_heading_may_be_its_last_word():
    assert heading_unit("งบประมาณ ล้านบาท") == "ล้านบาท"
    assert heading_unit("งบประมาณ (ล้านบาท)") == "ล้านบาท"
    assert heading_unit("งบประมาณ") is None


@pytest.mark.timeout(5)
@pytest.mark.parametrize("sign", ["(", "((ก", "[", "（"])
def test_forty_thousand_brackets_are_no_heading_at_once(sign):
    heading = sign * (40_000 // len(sign))
    assert recognise((heading,)).field is None
    assert title_unit(heading) is heading_unit(heading) is None
