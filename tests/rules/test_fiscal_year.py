"""Years, quarters and periods fall where an official expects them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import fiscal_year as fy


@pytest.mark.parametrize(
    ("day", "year_be", "quarter"),
    [
        (date(2020, 9, 30), 2563, 4),
        (date(2020, 10, 1), 2564, 1),
        (date(2020, 12, 31), 2564, 1),
        (date(2021, 1, 1), 2564, 2),
        (date(2021, 4, 30), 2564, 3),
        (date(2021, 9, 30), 2564, 4),
        (date(2021, 10, 1), 2565, 1),
    ],
)
def test_the_year_turns_on_the_first_of_october(day, year_be, quarter):
    assert (fy.fiscal_year_of(day), fy.quarter_of(day)) == (year_be, quarter)


def test_a_year_has_twelve_periods_from_october_to_september():
    months = fy.periods(2564)
    assert (len(months), months[0], months[-1]) == (12, date(2020, 10, 1), date(2021, 9, 1))
    assert (fy.first_day(2564), fy.last_day(2564)) == (date(2020, 10, 1), date(2021, 9, 30))


@pytest.mark.parametrize(
    ("quarter", "ends"),
    [(1, date(2019, 12, 31)), (2, date(2020, 3, 31)), (3, date(2020, 6, 30)), (4, date(2020, 9, 30))],
)
def test_quarters_end_with_their_third_month(quarter, ends):
    assert fy.quarter_end(2563, quarter) == ends


@pytest.mark.parametrize("quarter", [0, 5, -1])
def test_there_is_no_fifth_quarter(quarter):
    with pytest.raises(ValueError, match="quarters 1 to 4"):
        fy.quarter_end(2564, quarter)


def test_a_reminder_on_the_first_is_about_the_month_before():
    assert fy.period_just_ended(date(2021, 5, 1)) == date(2021, 4, 1)
    assert fy.period_just_ended(date(2021, 1, 10)) == date(2020, 12, 1)


@pytest.mark.parametrize("key", ["2564-04", "2021-04", " 2564-04 "])
def test_a_period_is_read_in_either_era(key):
    assert fy.parse_period(key) == date(2021, 4, 1)


@pytest.mark.parametrize(
    "key", ["", "2564", "2564-13", "2564-00", "64-04", "2564-4", "๒๕๖๔-๐๔", "2564-04-01"]
)
def test_what_is_no_period_is_refused(key):
    with pytest.raises(ValueError):
        fy.parse_period(key)


@given(st.dates(date(1950, 1, 1), date(2200, 1, 1)))
def test_periods_go_there_and_back(day):
    period = fy.period_of(day)
    assert fy.parse_period(fy.period_key(period)) == period
    assert fy.previous_period(fy.next_period(period)) == period
    assert fy.last_day_of(period).month == period.month
    assert (
        day
        <= fy.quarter_end(fy.fiscal_year_of(day), fy.quarter_of(day))
        <= fy.last_day(fy.fiscal_year_of(day))
    )


def test_figures_are_as_of_the_end_of_the_month_but_never_newer_than_the_message():
    april = date(2021, 4, 1)
    assert fy.usual_as_of(april, sent_on=date(2021, 5, 3)) == date(2021, 4, 30)
    assert fy.usual_as_of(april, sent_on=date(2021, 4, 28)) == date(2021, 4, 28)
