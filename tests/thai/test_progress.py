"""Percent of work, never percent of money; a bare percentage is asked about."""

from decimal import Decimal

import pytest

from tests.thai.messages import last_month, one, read
from thai.reading import Clarify

SAID = [
    ("งาน 45%", "45"),
    ("คืบหน้า 47.5 เปอร์เซ็นต์", "47.5"),
    ("ผลงานร้อยละ ๓๖.๒๕", "36.25"),
    ("งานคืบหน้า 44 เปอร์", "44"),
    ("ก้าวหน้าหกสิบห้าเปอร์เซ็นต์", "65"),
    ("ผลงานอยู่ที่ห้าสิบแปดจุดห้าเปอร์เซ็นต์", "58.5"),
    ("งาน 60 ไม่มีปัญหา", "60"),
    ("45% เบิกแล้ว 1.2 ล้าน", "45"),
    ("45% ยังไม่ได้เบิก", "45"),
    ("60% ของเนื้องาน", "60"),
    ("45% physical", "45"),
    ("กำลังปูผิว 81%", "81"),
    ("ดำเนินการไปแล้ว 2 รุ่น จากทั้งหมด 4 รุ่น", "50"),
    ("ทำไป 3 ใน 5 งวดแล้ว", "60"),
    ("ขุดได้ 12,400 ลบ.ม. จาก 15,500 ลบ.ม.", "80"),
    ("อบรมครบไป 3 อำเภอแล้วจากทั้งหมด 8 อำเภอ", "37.5"),
    ("งานได้ครึ่งทางแล้ว", "50"),
    ("แผน 60% ผลงาน 52.75%", "52.75"),
    ("ผลงาน 55% เร็วกว่าแผน 3.2%", "55"),
    ("ตามแผน 50% ทำได้จริง 42%", "42"),
    ("งานขยับจาก 40 เป็น 47%", "47"),
    ("เหลือเนื้องานอีก 30%", "70"),
    ("งาน 77% เบิกจ่าย 64%", "77"),
    ("คิดเป็นผลงาน 31.4%", "31.4"),
    ("อีก 20% เสร็จ", "80"),
    ("66% ของงาน 57% ของเงิน", "66"),
    ("งาน +9%", "39"),
    ("ช้ากว่าแผน ตอนนี้ 44% งานนะ", "44"),
    ("ช้ากว่าแผน 12.5% ผลงานจริง 54", "54"),
    ("เหลือแค่ป้ายโครงการ งาน 98%", "98"),
    ("แล้วเสร็จ 100%", "100"),
    ("งานเพิ่มขึ้นเป็น 60%", "60"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "percent"), SAID)
def test_the_percent_of_work(text, percent):
    assert one(text).progress_percent == Decimal(percent)


@pytest.mark.parametrize(
    "text",
    [
        "เบิกจ่ายร้อยละ 40",
        "เบิกแล้ว 413,650 บาท คิดเป็นร้อยละ 50 ของงบประมาณ",
        "เบิกแล้ว 4,711,500 (31.41%)",
        "เบิกแล้ว 7,500,000 ครึ่งนึงของงบพอดี",
        "งานล่าช้ากว่าแผนร้อยละ 12 เพราะฝนตก",
        "คาดว่าสิ้นเดือนหน้าจะได้ 60% ฝนตก",
        "ผิวทางเริ่มไป 20 ฝนตก",
        "เบิกแล้ว 3.6 ล้าน จากงบ 8 ล้าน คิดเป็น 45%",
        "13 จาก 45 เป็น 54%",
        "หักเงินประกันผลงาน 10% เบิกจริงแล้ว 1,962,000 บาท",
        "VAT 7% เบิกรวม 2,332,600",
        "เบิกแล้ว 10.26 ล้าน (57% ของงบ 60% ของสัญญา)",
    ],
)
def test_what_is_no_percent_of_work(text):
    assert one(text).progress_percent is None


@pytest.mark.parametrize("text", ["60%", "ร้อยละห้าสิบ", "13 = 45%"])
def test_a_bare_percentage_is_asked_about(text):
    reading = read(text, (13,))
    assert reading.clarify == (Clarify.PROGRESS_OR_DISBURSED,)
    assert reading.reports[0].progress_percent is None


@pytest.mark.parametrize(
    "text",
    [
        "งานไม่ถึง 50%",
        "งานเกิน 50%",
        "งาน 60-70%",
        "งานเกินครึ่งแล้ว",
        "งานครึ่งกว่าๆ",
        "กำลังเก็บงาน เหลือตีเส้น 98%",
        "งานเกือบ 50%",
    ],
)
def test_a_limit_is_no_figure(text):
    assert read(text, (13,)).clarify == (Clarify.PROGRESS_MISSING,)


def test_ten_percent_more_is_added_to_last_month():
    assert one("งานคืบหน้าเพิ่มขึ้น 10%").progress_percent == Decimal(40)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("งานดิน 80% รวมทั้งโครงการ งาน 50%", 50),
        ("งาน 30→40", 40),
        ("งาน 3 ส่วนจาก 4 ส่วน", 75),
        ("ทำคลิปไปแล้ว 3 คลิปจาก 5 คลิป", 60),
        ("งานเสร็จ 90 เหลือทาสีตีเส้น", 90),
        ("ตั้งเป้า 60% ทำได้ 50%", 50),
        ("ผลงานถึงครึ่งทางแล้ว", 50),
        ("40 เปอร์เซ็นต์ของงานทั้งหมด", 40),
    ],
)
def test_a_figure_among_others_like_it(text, percent):
    assert one(text).progress_percent == percent


@pytest.mark.parametrize("text", ["งานดิน 80% งานผิวทาง 40%", "งาน 50% กว่าๆ"])
def test_parts_and_limits_are_no_figure_of_the_whole(text):
    assert read(text, (13,)).clarify == (Clarify.PROGRESS_MISSING,)


def test_a_share_of_what_was_lost_is_no_progress():
    assert one("ภัยแล้ง กล้าไม้ที่ปลูกไว้ตายไปครึ่งนึง").progress_percent is None


def test_moved_by_so_much_adds_where_it_would_fall_otherwise():
    assert one("งานขยับมา 5%", last={13: last_month(0, 30)}).progress_percent == 35
    assert one("งานขยับมา 45%", last={13: last_month(0, 30)}).progress_percent == 45
