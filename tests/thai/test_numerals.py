"""Numbers as people write and say them."""

from decimal import Decimal

import pytest

from thai.numerals import read_number

READ = [
    ("3,665,542.32", "3665542.32"),
    ("2250000", "2250000"),
    ("3.6 ล้าน", "3600000"),
    ("3.6ล.", "3600000"),
    ("3.6ล", "3600000"),
    ("3.6 ลบ.", "3600000"),
    ("3.6ลบ", "3600000"),
    ("2.5m", "2500000"),
    ("2.5 mb", "2500000"),
    ("500k", "500000"),
    ("สามล้านหก", "3600000"),
    ("3ล้านหก", "3600000"),
    ("แสนห้า", "150000"),
    ("ล้านสอง", "1200000"),
    ("สองล้านห้า", "2500000"),
    ("สามล้านหกแสน", "3600000"),
    ("สามล้านหกแสนห้า", "3650000"),
    ("สามล้านหกหมื่น", "3060000"),
    ("2 ล้าน 5 แสน", "2500000"),
    ("2ล้าน5แสน3หมื่น", "2530000"),
    ("สองจุดห้าล้าน", "2500000"),
    ("สองจุดสองห้าล้าน", "2250000"),
    ("ครึ่งล้าน", "500000"),
    ("สองล้านครึ่ง", "2500000"),
    ("หมื่นเดียว", "10000"),
    ("แสนนึง", "100000"),
    ("ห้าพันสอง", "5200"),
    ("สิบห้าล้าน", "15000000"),
    ("ยี่สิบเอ็ดล้าน", "21000000"),
    ("ห้าสิบ ล้าน", "50000000"),
    ("หนึ่งล้านสองแสนสามหมื่นสี่พันห้าร้อยหกสิบเจ็ด", "1234567"),
    ("หนึ่งร้อยล้าน", "100000000"),
    ("พันล้าน", "1000000000"),
    ("สามสิบห้า", "35"),
    ("สี่สิบห้าจุดห้า", "45.5"),
    ("สิบสาม", "13"),
    (".5 ล้าน", "500000"),
    ("หนึ่งร้อย", "100"),
    ("เก้าแสน", "900000"),
]


@pytest.mark.parametrize(("written", "value"), READ)
def test_a_number_reads_as_it_was_meant(written, value):
    number, end = read_number(written, 0)
    assert (number.value, end) == (Decimal(value), len(written))
    assert number.is_exact and number.is_well_formed


@pytest.mark.parametrize(
    "written", ["1,25,000", "1.200.000", "1250,000", "3,6 ล้าน", "125,00", "1 250 000", "1,250,0000"]
)
def test_misplaced_commas_and_points_are_not_guessed(written):
    number, _ = read_number(written, 0)
    assert not number.is_well_formed


@pytest.mark.parametrize("said", ["สองล้านสองห้า", "ล้านยี่สิบ", "ล้านหนึ่ง"])
def test_forms_two_people_would_write_differently_are_not_exact(said):
    number, _ = read_number(said, 0)
    assert not number.is_exact


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("2 ล้าน 14 เสร็จ", "2000000", 6),  # the next activity's number is no part of it
        ("13,14,15", "13", 2),
        ("13, 14", "13", 2),
        ("2.5 ลงนาม", "2.5", 3),
        ("45 60", "45", 2),
        ("สามล้าน หก", "3000000", 7),
    ],
)
def test_a_number_ends_where_the_next_thing_begins(text, value, length):
    number, end = read_number(text, 0)
    assert (number.value, end) == (Decimal(value), length)


@pytest.mark.parametrize("text", ["เสร็จ", "จุด", "ครึ่ง", "ห้ำ", "", "."])
def test_what_is_no_number(text):
    assert read_number(text, 0) is None
