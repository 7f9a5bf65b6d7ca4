"""One spelling for what officers' keyboards, phones and copied documents produce."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai.normalise import normalise


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("เบิก ๓,๖๖๕,๕๔๒.๓๒ บาท", "เบิก 3,665,542.32 บาท"),
        ("４５％", "45%"),
        ("น\u0e4d\u0e32ท่วม", "นำท่วม"),
        ("น\u0e49\u0e4d\u0e32ท่วม", "น้ำท่วม"),
        ("น\u0e4d\u0e49\u0e32ท่วม", "น้ำท่วม"),
        ("ก\u0e48\u0e35", "กี่"),
        ("เเล้วเสร็จ", "แล้วเสร็จ"),
        ("ค่าาาาา ขอบคุณมากกกกก", "ค่า ขอบคุณมาก"),
        ("แบบบูรณาการ", "แบบบูรณาการ"),
        ("เพิ่่ม", "เพิ่ม"),
        ("งาน\u200b45\u200d%", "งาน45%"),
        ("  13   45%\r\n\r\n 14\t60%  ", "13 45%\n14 60%"),
        ("เบิก 2–3 ล้าน!!!", "เบิก 2-3 ล้าน!"),
        ("Done", "done"),
        ("ปี 25000", "ปี 25000"),
        ("\ud800", ""),
        ("", ""),
    ],
)
def test_one_spelling(typed, clean):
    assert normalise(typed).clean == clean


def test_every_character_remembers_where_it_stood():
    sent = "งาน\u200b  ๔๕ %"
    text = normalise(sent)
    start = text.clean.index("45")
    assert sent[slice(*text.as_sent(start, start + 2))] == "๔๕"


@given(st.text(max_size=200))
def test_twice_is_once(text):
    once = normalise(text).clean
    assert normalise(once).clean == once


@given(st.text(alphabet="กเแำาะํ้่ิ็ 1.๑\n-ๆ", max_size=30))
def test_twice_is_once_for_thai_marks(text):
    once = normalise(text).clean
    assert normalise(once).clean == once
