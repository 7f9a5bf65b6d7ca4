"""What stands in the way, in everyday words; "no problem" is said, silence is not."""

import pytest

from rules.cause import Cause
from tests.thai.messages import one

SAID = [
    ("ฝนตกหนัก", Cause.WEATHER_DISASTER),
    ("น้ําท่วม", Cause.WEATHER_DISASTER),
    ("น้ำทะเลหนุนเข้าทำงานไม่ค่อยได้", Cause.WEATHER_DISASTER),
    ("ฝนไม่หยุดตก", Cause.WEATHER_DISASTER),
    ("แคมป์คนงานปิด", Cause.EPIDEMIC),
    ("ขอใช้พื้นที่ยังไม่ได้เลย", Cause.SITE_NOT_READY),
    ("รอ อ.ก.บ.ภ. อนุมัติเปลี่ยนรูปแบบงาน", Cause.CHANGE_APPROVAL_WAIT),
    ("ผู้รับเหมาทิ้งงาน", Cause.CONTRACTOR_LATE),
    ("ผู้รับจ้างส่งหินช้ากว่าแผน", Cause.CONTRACTOR_LATE),
    ("ผรม.ทำงานช้า", Cause.CONTRACTOR_LATE),
    ("รอโอนงบ", Cause.CHANGE_APPROVAL_WAIT),
    ("รอ อ.ก.บ.ภ. อนุมัติโอนเปลี่ยนแปลงงบประมาณ", Cause.CHANGE_APPROVAL_WAIT),
    ("ไม่มีคนยื่นซองเลย 2 รอบแล้ว", Cause.REBID),
    ("มีผู้ยื่นซองเจ้าเดียว ต้องประกาศใหม่", Cause.REBID),
    ("แบบไม่ผ่าน", Cause.DESIGN_CHANGE),
    ("ดินอ่อนต้องปรับแบบ", Cause.DESIGN_CHANGE),
    ("เจ้าหน้าที่การเงินย้ายไปจังหวัดอื่น", Cause.STAFF_TURNOVER),
    ("ติดเสาไฟฟ้ากับท่อประปา", Cause.SITE_NOT_READY),
    ("การไฟฟ้ายังไม่มาย้ายเสา", Cause.SITE_NOT_READY),
    ("ขอใช้พื้นที่ป่าสงวน", Cause.SITE_NOT_READY),
    ("สถานการณ์โควิด-๑๙", Cause.EPIDEMIC),
    ("ส่งของไม่ตรงสเปค", Cause.NOT_TO_SPEC),
    ("งบซ้ำกับของ ททท.", Cause.DUPLICATE_FUNDING),
    ("วิธี e-bidding ใช้ระยะเวลานาน", Cause.EBIDDING_TIME),
    ("สัญญาข้ามปีงบประมาณ", Cause.LARGE_MULTI_YEAR),
    ("ขาดประสบการณ์ด้านพัสดุ", Cause.PROCUREMENT_SKILL),
    ("ระบบ PADME ล่ม คีย์ไม่ได้", Cause.REPORTING_FAILURE),
    ("หยุดเพราะชาวบ้านคัดค้าน", Cause.OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cause"), SAID)
def test_a_cause_in_everyday_words(text, cause):
    assert one(text).causes == (cause,)


def test_several_causes_in_one_message():
    report = one("ฝนตกน้ำป่าหลาก แถมผู้รับเหมาก็ทำช้า")
    assert set(report.causes) == {Cause.WEATHER_DISASTER, Cause.CONTRACTOR_LATE}


@pytest.mark.parametrize(
    "text",
    [
        "ไม่มีปัญหา",
        "ยังไม่มีปัญหาอะไร",
        "ปัญหาอุปสรรค - ไม่มี",
        "ไม่พบปัญหา",
        "ไม่ติดขัดอะไร",
        "no problem",
        "ปัญหาโควิดไม่มีแล้ว",
    ],
)
def test_no_problem_is_said(text):
    assert one(text + " งาน 40%").causes == ()


@pytest.mark.parametrize(
    "text",
    [
        "งาน 40%",
        "ฝนตกแต่ไม่กระทบ งาน 40%",
        "เปลี่ยนแบบเรียบร้อยแล้ว งาน 40%",
        "ส่งมอบพื้นที่แล้ว งาน 40%",
        "ย้ายเสาแล้ว งาน 40%",
        "ฝนไม่ตก งาน 40%",
        "ฝนหยุดแล้ว งาน 40%",
        "โควิดคลี่คลายแล้ว งาน 40%",
    ],
)
def test_what_is_no_cause(text):
    assert one(text).causes is None


def test_words_that_fit_no_cause_are_kept():
    report = one("หยุดงานเนื่องจากหัวหน้าชุดเสียชีวิต")
    assert (report.causes, report.problem_text) == ((Cause.OTHER,), "หัวหน้าชุดเสียชีวิต")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("ยังรอกรมเจ้าท่าอนุญาตให้เข้าใช้พื้นที่คลอง", Cause.SITE_NOT_READY),
        ("กรมป่าไม้ยังไม่อนุญาต", Cause.SITE_NOT_READY),
        ("ติดเสาไฟฟ้ายังไม่ย้าย", Cause.SITE_NOT_READY),
        ("รอโยธารับรองแบบ", Cause.DESIGN_CHANGE),
        ("ผู้รับเหมาห่วยแตก นัดแล้วไม่มา", Cause.CONTRACTOR_LATE),
        ("ยางมะตอยขาด", Cause.CONTRACTOR_LATE),
        ("หินคลุกขึ้นราคา", Cause.OTHER),
        ("เสนอราคารายเดียว", Cause.REBID),
        ("ไม่ใช่เพราะฝน แต่เพราะผู้รับเหมาไม่มา", Cause.CONTRACTOR_LATE),
    ],
)
def test_a_cause_between_other_words(text, cause):
    assert one(text).causes == (cause,)


@pytest.mark.parametrize(
    "text",
    [
        "งาน 50% กลัวฝนตก",
        "เดี๋ยวลาออกให้ดู งาน 50%",
        "โดนปรับเพราะมาส่งเอกสารให้พวกคุณ งาน 50%",
        "ยื่นใบเบิกแล้วแต่ยังไม่ได้รับเงิน งาน 50%",
    ],
)
def test_fears_threats_and_other_matters_are_no_causes(text):
    assert one(text).causes is None


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("งาน 40% แบบซุ้มช้างต้องแก้รายละเอียดใหม่", Cause.DESIGN_CHANGE),
        ("งาน 40% เจ้าหน้าที่พัสดุก็เพิ่งย้าย", Cause.STAFF_TURNOVER),
        ("vendor ส่งงานช้า งาน 40%", Cause.CONTRACTOR_LATE),
        ("พื้นที่ยังเคลียร์ไม่ได้ งาน 40%", Cause.SITE_NOT_READY),
    ],
)
def test_a_cause_told_a_few_words_on(text, cause):
    assert one(text).causes == (cause,)


def test_why_another_writes_is_no_cause():
    assert one("ตอบแทนพี่เขานะคะ เขาลาคลอด งาน 48%").causes is None
