"""What people say about leave, hand-overs and who answers for what; and reports that sound like it and are none."""

from datetime import date

import pytest

from thai.staff import (
    only_days,
    only_numbers,
    people_named,
    read_assignment,
    read_cancelled_leave,
    read_hand_over,
    read_holders_question,
    read_leave,
)

TODAY = date(2021, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "ลา 5-12 พ.ค. ให้ วีระ รักษาการ",
        "ลา 5-12 พ.ค. ให้วีระรักษาการแทน",
        "ขอลาพักผ่อน 5-12 พ.ค. มอบหมายให้คุณวีระทำแทนครับ",
        "ไปราชการ 5 ถึง 12 พ.ค. ให้ วีระ รักษาราชการแทน",
        "leave 5-12 May acting วีระ",
    ],
)
def test_a_leave_with_who_acts(text):
    said = read_leave(text, TODAY)
    assert said is not None
    assert (said.first, said.last) == (date(2021, 5, 5), date(2021, 5, 12))
    assert people_named(said.acting, ["สมชาย", "วีระ"]) == [1]


def test_anothers_leave_and_one_that_nobody_covers():
    others = read_leave("ลา สมชาย 5-12 พ.ค.", TODAY)
    alone = read_leave("ลาป่วยวันนี้ ไม่มีคนแทน", TODAY)
    assert others and others.whose == "สมชาย"
    assert alone and alone.nobody_acts and not alone.acting


@pytest.mark.parametrize(
    "text",
    [
        "ลาดยาง 13 เสร็จ 45%",
        "ไม่อยู่ในแผน",
        "13 ลาดยางแล้ว",
        "ลานกีฬาเสร็จแล้ว",
        "ผู้รับจ้างไม่อยู่ 3 วัน",
        "ไปประชุมผู้รับเหมามา",
    ],
)
def test_reports_are_no_leave(text):
    assert read_leave(text, TODAY) is None


@pytest.mark.parametrize(("text", "whose"), [("ยกเลิกลา", ""), ("ยกเลิกการลา", ""), ("ยกเลิกลา สมชาย", "สมชาย")])
def test_a_leave_taken_back(text, whose):
    assert read_cancelled_leave(text) == whose
    assert read_cancelled_leave("ยกเลิก") is None


def test_a_hand_over_in_one_line():
    said = read_hand_over("โอนงานของสมชาย 13-15 ให้ วีระ ตั้งแต่ 1 มิ.ย.", TODAY)
    assert said is not None
    assert (said.numbers, said.to, said.whose) == ((13, 14, 15), "วีระ", "สมชาย")
    assert said.from_on == date(2021, 6, 1)
    whole = read_hand_over("โอนงานทั้งหมดให้วีระวันนี้", TODAY)
    assert whole and whole.is_whole and whole.from_on == TODAY


@pytest.mark.parametrize("text", ["โอนงบประมาณ 2 ล้าน", "โอนเงินให้ผู้รับจ้างแล้ว", "ส่งมอบงานงวด 3 แล้ว", "13 โอนงาน"])
def test_money_and_deliveries_are_no_hand_over(text):
    assert read_hand_over(text, TODAY) is None


@pytest.mark.parametrize("text", ["มอบหมาย 13 ให้ วีระ", "มอบหมายกิจกรรม 13 ให้วีระ", "assign 13 to วีระ"])
def test_an_assignment(text):
    said = read_assignment(text)
    assert said and (said.no, said.name) == (13, "วีระ")


@pytest.mark.parametrize(
    ("text", "no"),
    [("ผู้รับผิดชอบ", 0), ("ใครรับผิดชอบ 13", 13), ("ใครดูแลกิจกรรมที่ 13 คะ", 13), ("ผู้รับผิดชอบแขวง", None)],
)
def test_who_answers_for_what(text, no):
    assert read_holders_question(text) == no


def test_names_are_found_with_titles_and_by_their_first_word():
    names = ["สมชาย", "วีระ มั่นคง", "วีระศักดิ์"]
    assert people_named("คุณวีระ", names) == [1]
    assert people_named("วีระศักดิ์", names) == [2]
    assert people_named("ว", ["วีระ", "วิชัย"]) == [0, 1]
    assert people_named("", names) == [] and people_named("อนงค์", names) == []


def test_answers_that_speak_of_more_are_no_answers():
    assert only_numbers("กิจกรรม 13 และ 14") == (13, 14)
    assert only_numbers("13 45% เบิกแล้ว 2 ล้าน") == ()
    assert only_days("ตั้งแต่ 5 ถึง 12 พ.ค.", TODAY) is not None
    assert only_days("เบิกแล้ว 2 ล้าน ณ 30 เม.ย.", TODAY) is None
