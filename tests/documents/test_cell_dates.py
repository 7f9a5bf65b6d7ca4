"""Planned dates as provinces write them: Buddhist years, days before months, months alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.cell_dates import NotADate, Span, read_date, read_period
from thai.calendar_names import BUDDHIST_ERA, MONTHS_LONG, MONTHS_SHORT


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2563, 10, 1), date(2020, 10, 1)),
        (date(2020, 10, 1), date(2020, 10, 1)),
        ("1/10/2563", date(2020, 10, 1)),
        ("๑/๑๐/๖๓", date(2020, 10, 1)),
        ("1 ต.ค. 63", date(2020, 10, 1)),
        ("1 ตค 2563", date(2020, 10, 1)),
        ("วันที่ 30 เมษายน พ.ศ. 2564", date(2021, 4, 30)),
        ("2021-04-30", date(2021, 4, 30)),
        ("29/2/2567", date(2024, 2, 29)),
        ("30 April 2021", date(2021, 4, 30)),
    ],
)
def test_one_day(cell, day):
    assert read_date(cell) == day


def test_a_month_is_its_first_day_as_a_start_and_its_last_as_an_end():
    assert read_date("ก.พ. 67") == date(2024, 2, 1)
    assert read_date("เดือนกุมภาพันธ์ 2567", is_end=True) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "cell", ["31/2/2564", "29/2/2566", "13/13/2564", "ไตรมาส 2", "2564", 44317, "1/10/3000", "30 ฟหก 64"]
)
def test_no_day(cell):
    with pytest.raises(NotADate):
        read_date(cell)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("letter", ["ก", "ก ", "1", " "])
def test_forty_thousand_letters_are_no_day_at_once(letter):
    for cell in (letter * 40_000 + "x", f"1 {letter * 40_000} x"):
        with pytest.raises(NotADate):
            read_date(cell)


@pytest.mark.parametrize("cell", [None, "", "-"])
def test_nothing_planned(cell):
    assert read_date(cell) is None
    assert read_period(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        "ต.ค. 63 - มี.ค. 64", "ต.ค.63-มี.ค.64", "ตุลาคม 2563 – มีนาคม 2564", "ต.ค. 63 ถึง มี.ค. 64",
        "1/10/63-31/3/64", "1 ต.ค. 63 - 31 มี.ค. 64",
    ],
)  # fmt: skip
def test_a_period(cell):
    assert read_period(cell) == Span(date(2020, 10, 1), date(2021, 3, 31))


def test_a_period_whose_year_stands_once():
    assert read_period("ต.ค. - ธ.ค. 2563") == Span(date(2020, 10, 1), date(2020, 12, 31))


def test_a_length_of_time_is_no_period():
    with pytest.raises(NotADate):
        read_period("180 วัน")


@given(st.dates(date(1958, 1, 1), date(2043, 12, 31)), st.sampled_from(["/", "short", "long"]))
def test_every_day_reads_back(day, way):
    year = day.year + BUDDHIST_ERA
    written = {
        "/": f"{day.day}/{day.month}/{year}",
        "short": f"{day.day} {MONTHS_SHORT[day.month - 1]} {year % 100:02d}",
        "long": f"{day.day} {MONTHS_LONG[day.month - 1]} {year}",
    }[way]
    expected = day if way != "short" or 1957 <= day.year <= 2056 else None
    assert read_date(written) == expected
