"""The days of a leave as people write them, said on Monday 3 May 2021."""

from datetime import date

import pytest

from thai.day_span import read_span

TODAY = date(2021, 5, 3)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("5-12 พ.ค.", (5, 5), (5, 12)),
        ("๕ – ๑๒ พ.ค. ๖๔", (5, 5), (5, 12)),
        ("5 ถึง 12 พฤษภาคม 2564", (5, 5), (5, 12)),
        ("28 พ.ค. ถึง 3 มิ.ย.", (5, 28), (6, 3)),
        ("28 พ.ค. 64 - 3 มิ.ย. 64", (5, 28), (6, 3)),
        ("5/5-12/5", (5, 5), (5, 12)),
        ("5/5/64 ถึง 12/5/64", (5, 5), (5, 12)),
        ("2021-05-05 to 2021-05-12", (5, 5), (5, 12)),
        ("ถึง 12 พ.ค.", (5, 3), (5, 12)),
        ("until 12 May", (5, 3), (5, 12)),
        ("ตั้งแต่วันนี้ถึง 12 พ.ค.", (5, 3), (5, 12)),
        ("พรุ่งนี้", (5, 4), (5, 4)),
        ("12 พ.ค.", (5, 12), (5, 12)),
        ("วันที่ 12", (5, 12), (5, 12)),
        ("วันจันทร์หน้า", (5, 10), (5, 10)),
        ("วันพุธ-วันศุกร์", (5, 5), (5, 7)),
        ("3 วัน", (5, 3), (5, 5)),
        ("3 วัน ตั้งแต่พรุ่งนี้", (5, 4), (5, 6)),
    ],
)
def test_days_as_people_write_them(said, first, last):
    span = read_span(said, TODAY)
    assert span is not None
    assert (span.first, span.last) == (date(2021, *first), date(2021, *last))


def test_a_beginning_without_an_end_stays_open():
    span = read_span("ตั้งแต่ 1 มิ.ย.", TODAY)
    assert span is not None and (span.first, span.last) == (date(2021, 6, 1), None)


def test_reversed_and_past_days_are_read_as_said():
    reversed_days, past = read_span("12-5 พ.ค.", TODAY), read_span("1-2 เม.ย.", TODAY)
    assert reversed_days and reversed_days.last and reversed_days.last < reversed_days.first
    assert past and past.last == date(2021, 4, 2)


def test_over_new_year_the_nearest_year_is_meant():
    span = read_span("28 ธ.ค. - 3 ม.ค.", date(2021, 12, 20))
    assert span is not None and (span.first, span.last) == (date(2021, 12, 28), date(2022, 1, 3))


@pytest.mark.parametrize("said", ["", "ลา", "31 ก.พ.", "13 14 15", "โอนงาน 13-15", "จันทร์ รักษาการ"])
def test_what_names_no_day(said):
    assert read_span(said, TODAY) is None
