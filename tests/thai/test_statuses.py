"""The six states in formal and everyday words, and the traps of negation, plans and parts."""

import pytest

from rules.status import Status
from tests.thai.messages import last_month, one, read
from thai.reading import Clarify

NOT_STARTED, PROCUREMENT, IN_PROGRESS = Status.NOT_STARTED, Status.PROCUREMENT, Status.IN_PROGRESS
BLOCKED, COMPLETED = Status.BLOCKED, Status.COMPLETED

SAID = [
    ("แล้วเสร็จ", COMPLETED),
    ("ดำเนินการเสร็จสิ้นแล้ว", COMPLETED),
    ("เสร็จเรียบร้อยแล้วค่าาา", COMPLETED),
    ("ปิดจ๊อบ", COMPLETED),
    ("เสร็จแย้วว", COMPLETED),
    ("done ละ", COMPLETED),
    ("ติดตั้งครบ ตรวจรับแล้ว", COMPLETED),
    ("ส่งมอบงานแล้ว กรรมการตรวจรับเรียบร้อย", COMPLETED),
    ("อยู่ระหว่างดำเนินการ", IN_PROGRESS),
    ("อยุ่ระหว่างดำเนินการ", IN_PROGRESS),
    ("ดำเนินกาไปเเล้ว ๓๕ เปอเซ็น", IN_PROGRESS),
    ("กำลังเก็บงานอยู่", IN_PROGRESS),
    ("ยังไม่เสร็จ กำลังเทคอนกรีต", IN_PROGRESS),
    ("เริ่มขุดแล้ว", IN_PROGRESS),
    ("เดินหน้าต่อได้แล้ว", IN_PROGRESS),
    ("หยุดงาน 2 สัปดาห์ ตอนนี้กลับมาทำต่อแล้ว", IN_PROGRESS),
    ("หยุดงานช่วงสงกรานต์ ตอนนี้กลับมาทำแล้ว 50%", IN_PROGRESS),
    ("จัดอบรมแกนนำไปแล้ว 6 รุ่นจาก 8 รุ่น", IN_PROGRESS),
    ("still in progress", IN_PROGRESS),
    ("ตอกเข็มเสร็จแล้ว กำลังเทคาน", IN_PROGRESS),
    ("อยู่ระหว่างจัดซื้อจัดจ้าง", PROCUREMENT),
    ("กำลังทำ TOR", PROCUREMENT),
    ("อยู่ระหว่างประกาศ e-bidding ครั้งที่ 2", PROCUREMENT),
    ("ประกาศผู้ชนะแล้ว รอทำสัญญา", PROCUREMENT),
    ("จัดซื้ออยู่", PROCUREMENT),
    ("ได้ผู้รับจ้างแล้ว รอเซ็นสัญญา", PROCUREMENT),
    ("อยู่ระหว่างขออนุมัติจ้าง", PROCUREMENT),
    ("ยังอยู่ขั้นตอนจัดหาผู้รับจ้าง", PROCUREMENT),
    ("ยังไม่เริ่ม", NOT_STARTED),
    ("ยังมิได้ดำเนินการ", NOT_STARTED),
    ("ยังไม่ได้ทำอะไรเลย", NOT_STARTED),
    ("ขนเครื่องจักรเข้าครบแล้ว แต่ยังไม่เริ่มงาน", NOT_STARTED),
    ("not started yet", NOT_STARTED),
    ("หยุดงานชั่วคราว", BLOCKED),
    ("จัดงานไม่ได้เลย", BLOCKED),
    ("ยังไม่สามารถดำเนินการจัดงานได้", BLOCKED),
    ("ติดปัญหา ทำต่อไม่ได้", BLOCKED),
    ("ทำงานต่อไม่ได้ต้องหยุดงานไว้ก่อน", BLOCKED),
    ("ก่อสร้างต่อไปไม่ได้จำเป็นต้องหยุด", BLOCKED),
    ("ต้องระงับการจัดงานไว้ก่อน", BLOCKED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), SAID)
def test_a_state_in_its_words(text, status):
    assert one(text).status is status


UNSAID = [
    "ยังไม่เสร็จ งาน 60%",
    "เกือบเสร็จแล้ว งาน 95%",
    "จะเสร็จเดือนหน้า งาน 95%",
    "คาดว่าจะแล้วเสร็จ 30 มิ.ย. 64 งาน 80%",
    "เสร็จเดือนหน้า งาน 90%",
    "เสร็จไม่ทัน งาน 90%",
    "เสร็จ 80%",
    "งานเสร็จไปครึ่งนึง",
    "เสร็จไป 4 กม. จาก 5 กม.",
    "ผิวทางเสร็จแล้ว 1 กม. งาน 40%",
    "ปูแอสฟัลท์ 2 km แรก done แล้ว งาน 72%",
    "ตรวจรับงวดที่ 4 ผ่านแล้ว งาน 70%",
    "งาน 100% แล้ว รอกรรมการตรวจรับ",
    "ผู้รับเหมาว่าเสร็จ 54 งาน 54%",
    "เสร็จไปเยอะแล้ว งาน 70%",
    "เสร็จบางส่วนแล้ว งาน 70%",
    "ทำสัญญาไว้ 14 ล้าน งาน 8%",
    "งาน 100% รอกรรมการนัดตรวจรับ เบิกแล้ว 9 ล้าน",
    "งวด 3 อยู่ระหว่างตรวจรับ งาน 30%",
    "ไม่ได้หยุดงาน งาน 40%",
    "ถ้าเสร็จจะแจ้ง งาน 40%",
    "งาน 45%",
]


@pytest.mark.parametrize("text", UNSAID)
def test_a_state_that_was_not_said_is_not_guessed(text):
    assert one(text).status is None


def test_a_blocked_activity_needs_its_reason():
    assert read("13 หยุดงาน").clarify == (Clarify.REASON_REQUIRED,)
    assert read("13 หยุดงาน ฝนตก").clarify == ()


def test_completed_with_money_left_asks_for_the_final_amount():
    assert read("13 เสร็จแล้ว").clarify == (Clarify.FINAL_AMOUNT,)
    assert read("13 เสร็จแล้ว เบิกหมด").clarify == ()
    paid = {13: last_month(15_000_000)}
    assert read("13 เสร็จแล้ว", last=paid).clarify == ()


def test_only_the_provincial_office_cancels_an_activity():
    reading = read("ยกเลิกกิจกรรม 13")
    assert (reading.reports[0].status, reading.clarify) == (Status.CANCELLED, (Clarify.ADMIN_ONLY,))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ขุดลอกไปแล้ว 1.2 กม. จาก 3 กม.", Status.IN_PROGRESS),
        ("ผลิตสื่อไปแล้ว 3 จาก 5 ชิ้น", Status.IN_PROGRESS),
        ("เพิ่งเริ่มครับ", Status.IN_PROGRESS),
        ("ผู้รับจ้างเข้าพื้นที่แล้ว", Status.IN_PROGRESS),
        ("on process อยู่", Status.IN_PROGRESS),
        ("แล้วเสร็จค่ะ การเงินกำลังรวบรวมใบสำคัญ", Status.COMPLETED),
        ("งานไปแล้ว 45%", None),
        ("เสร็จทันแน่นอน", None),
        ("กิจกรรม 13 กำลังเตรียมสถานที่", None),
    ],
)
def test_what_goes_on_and_what_is_only_promised(text, status):
    assert [report.status for report in read(text, (13,)).reports] == [status]
