"""Words in running text: the longest wins, one slip is forgiven, and a short word inside another is not heard."""

import pytest

from thai.lexer import tokenise
from thai.normalise import normalise
from thai.phrases import phrases
from thai.tokens import Kind
from thai.vocabulary import report_words


def kinds(text):
    tokens = tokenise(normalise(text).clean, report_words())
    assert tokens is not None
    return [(token.kind, token.text) for token in phrases(tokens) if token.kind is not Kind.NOISE]


def kind_of_all(text):
    return [kind for kind, _ in kinds(text)]


@pytest.mark.parametrize("text", ["เบิกจ่ายแล้ว", "เบิกจายแล้ว", "เบิกจ่่ายแล้ว", "เบิก จ่าย แล้ว", "เบิกจ่ายเเล้ว"])
def test_one_slip_of_the_thumb_is_forgiven(text):
    assert kind_of_all(text)[0] is Kind.MONEY


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("ผูกพันไว้", Kind.NUMBER),
        ("แปดริ้ว", Kind.NUMBER),
        ("หัวหน้าชุด", Kind.POLITE),
        ("รอบเวียน", Kind.WAIT),
        ("ร อบ", Kind.PREFIX),
        ("พัฒนาดี", Kind.AS_OF),
        ("ประพันธ์", Kind.NUMBER),
    ],
)
def test_a_word_inside_another_is_not_heard(text, never):
    assert never not in kind_of_all(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ร้อยละ 40", Kind.PERCENT),
        ("40 เปอร์เซ็นต์", Kind.PERCENT),
        ("สี่สิบเปอร์เซ็นต์", Kind.PERCENT),
        ("2 รุ่นจาก 4 รุ่น", Kind.FRACTION),
        ("ครึ่งหนึ่ง", Kind.FRACTION),
        ("12,500 ลบ.ม.", Kind.COUNT),
        ("3 ภาพ", Kind.COUNT),
        ("สามล้านหก", Kind.AMOUNT),
        ("2,250,000.50 บาท", Kind.AMOUNT),
        ("5-6 แสน", Kind.AMOUNT),
        ("งวดที่ 2", Kind.INSTALMENT),
        ("กิจกรรมที่ 13", Kind.REFERENCE),
        ("ทางหลวงหมายเลข 37", Kind.ROAD),
        ("081-234-5678", None),
        ("เวลา 14.30 น.", None),
        ("กม. 2+350", None),
        ("ปีงบประมาณ 2564", None),
    ],
)
def test_a_number_and_its_unit_are_one_phrase(text, kind):
    figures = {Kind.PERCENT, Kind.FRACTION, Kind.COUNT, Kind.AMOUNT, Kind.NUMBER}
    if kind is None:
        assert not figures & set(kind_of_all(text))
    else:
        assert kind_of_all(text) == [kind]


def test_more_than_anyone_writes_is_not_read():
    assert tokenise(normalise("เบิก " * 1_600).clean, report_words()) is None
    assert tokenise(normalise("1 " * 400).clean, report_words()) is None
