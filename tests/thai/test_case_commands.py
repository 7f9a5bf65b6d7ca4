"""The typed forms about cases are understood as people write them, and sentences of reports are left alone."""

from datetime import date

import pytest

from thai.case_commands import CaseCommand, CaseVerb, read_case_command

TODAY = date(2021, 5, 12)
JUNE_15, MAY_30 = date(2021, 6, 15), date(2021, 5, 30)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("กรณีเร่งรัด", CaseCommand(CaseVerb.LIST)),
        ("ดูกรณีเร่งรัดทั้งหมดครับ", CaseCommand(CaseVerb.LIST)),
        ("แผนเร่งรัด", CaseCommand(CaseVerb.LIST)),
        ("urgent cases", CaseCommand(CaseVerb.LIST)),
        ("กรณี 13", CaseCommand(CaseVerb.SHOW, 13)),
        ("กรณีที่ ๑๓ ค่ะ", CaseCommand(CaseVerb.SHOW, 13)),
        ("กรณี 13 หน่อย", CaseCommand(CaseVerb.SHOW, 13)),
        ("กรณีกิจกรรมที่ 13", CaseCommand(CaseVerb.SHOW, 13)),
        ("case 13", CaseCommand(CaseVerb.SHOW, 13)),
        ("รับทราบ 13", CaseCommand(CaseVerb.ACKNOWLEDGE, 13)),
        ("แผนเร่งรัด 13", CaseCommand(CaseVerb.PLAN, 13)),
        ("แผนเร่งรัด 13 15 มิ.ย. เทคอนกรีต", CaseCommand(CaseVerb.PLAN, 13, JUNE_15, "เทคอนกรีต")),
        ("แผนเร่งรัด 13 15 มิ.ย. เพิ่มคนงานด้วย", CaseCommand(CaseVerb.PLAN, 13, JUNE_15, "เพิ่มคนงานด้วย")),
        ("แผนเร่งรัด 13 เทคอนกรีต ภายใน 15/6/64", CaseCommand(CaseVerb.PLAN, 13, JUNE_15, "เทคอนกรีต")),
        ("เลื่อน 13 ถึง 30 พ.ค. เพราะ รอที่ดิน", CaseCommand(CaseVerb.POSTPONE, 13, MAY_30, "รอที่ดิน")),
        ("ขอเลื่อน 13 ถึงวันศุกร์ เนื่องจากฝนตก", CaseCommand(CaseVerb.POSTPONE, 13, date(2021, 5, 14), "ฝนตก")),
        ("postpone 13 until 30 May because rain", CaseCommand(CaseVerb.POSTPONE, 13, MAY_30, "rain")),
        ("หนังสือ 13 เลขที่ พบ 0017.2/123", CaseCommand(CaseVerb.LETTER, 13, None, "พบ 0017.2/123")),
        ("ปิดกรณี 13 เพราะโอนงบแล้ว", CaseCommand(CaseVerb.CLOSE, 13, None, "โอนงบแล้ว")),
        ("เข้าวาระ 13", CaseCommand(CaseVerb.AGENDA, 13)),
        ("เสนอผู้ตรวจราชการ 13", CaseCommand(CaseVerb.INSPECTOR, 13)),
    ],
)
def test_a_form_is_read(text, command):
    assert read_case_command(text, TODAY) == command


@pytest.mark.parametrize(
    "text",
    [
        "13 45% เบิกแล้ว 3.2 ล้าน",
        "เลื่อน 13 มิ.ย.",
        "เลื่อนส่งงาน 13 วัน",
        "กรณี 13 ยังเบิกไม่ได้ รอเอกสาร",
        "รับทราบ",
        "รับทราบ 13 จะรีบทำ",
        "สรุป",
    ],
)
def test_what_is_no_form_is_left_to_others(text):
    assert read_case_command(text, TODAY) is None
