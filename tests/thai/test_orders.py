"""The typed forms of orders, and what only looks like one."""

from datetime import date

import pytest

from thai.orders import OrderWord, TypedOrder, day_by, read_order_words

TODAY = date(2021, 5, 17)


@pytest.mark.parametrize(
    ("text", "word", "number", "rest"),
    [
        ("ข้อสั่งการ", OrderWord.LIST, None, ""),
        ("orders", OrderWord.LIST, None, ""),
        ("เรื่องค้าง ครับ", OrderWord.PENDING, None, ""),
        ("วาระประชุม", OrderWord.AGENDA, None, ""),
        ("กราฟ", OrderWord.CHARTS, None, ""),
        ("ข้อสั่งการ 12", OrderWord.SEE, 12, ""),
        ("ข้อสั่งการที่ ๑๒", OrderWord.SEE, 12, ""),
        ("สั่งการ 13", OrderWord.GIVE, 13, ""),
        ("สั่งการ กิจกรรมที่ 13 ให้เร่งเบิกจ่าย", OrderWord.GIVE, 13, "ให้เร่งเบิกจ่าย"),
        ("ขอคำชี้แจง 13", OrderWord.ASK, 13, ""),
        ("เรียกประชุม 13 ค่ะ", OrderWord.MEET, 13, ""),
        ("รับทราบ 13", OrderWord.NOTED, 13, ""),
        ("ขอบคุณ 13", OrderWord.THANK, 13, ""),
        ("ตอบข้อสั่งการ 12 เครื่องจักรเข้าแล้ว", OrderWord.ANSWER, 12, "เครื่องจักรเข้าแล้ว"),
        ("รับทราบข้อสั่งการ 12", OrderWord.ACKNOWLEDGE, 12, ""),
        ("ปิดข้อสั่งการ 12", OrderWord.CLOSE, 12, ""),
        ("ส่งคืนข้อสั่งการ 12 ขอรูปด้วย", OrderWord.RETURN, 12, "ขอรูปด้วย"),
        ("Answer order 12 the machines are there", OrderWord.ANSWER, 12, "the machines are there"),
        ("give order 13 speed up", OrderWord.GIVE, 13, "speed up"),
        ("close order 12", OrderWord.CLOSE, 12, ""),
    ],
)
def test_what_is_typed_is_read(text, word, number, rest):
    assert read_order_words(text) == TypedOrder(word, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "13 45% เบิกแล้ว 1.2 ล้าน",
        "รับทราบครับ",
        "รับทราบ 13 ราย",
        "ขอบคุณ 13 คน",
        "ขอบคุณค่ะ",
        "ค้างรายงาน",
        "สรุป",
        "สั่งการ 1.5 ล้าน",
        "รายงาน 13",
    ],
)
def test_other_talk_is_left_alone(text):
    assert read_order_words(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("จะแล้วเสร็จ 15 มิ.ย. 64", date(2021, 6, 15)),
        ("ภายใน 10 มิ.ย.", date(2021, 6, 10)),
        ("เบิกไปแล้วเมื่อ 30 เม.ย. 64", None),
        ("กำลังดำเนินการ", None),
    ],
)
def test_a_day_to_come_is_heard_and_a_past_one_is_none(text, day):
    assert day_by(text, TODAY) == day
