"""Offices are closed when they really are, and duties move accordingly."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n import speaking
from rules.calendar import Shift, thai_calendar
from rules.fiscal_year import last_day_of

DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2021, 4, 30), True),
        (date(2021, 5, 1), False),  # Saturday
        (date(2021, 5, 3), True),  # given for Labour Day: civil servants work
        (date(2025, 5, 1), True),  # Labour Day itself, a Thursday
        (date(2021, 5, 10), False),  # Royal Ploughing Day: offices of the state are closed
        (date(2021, 4, 12), False),  # cabinet bridge day
        (date(2022, 1, 3), False),  # given for New Year's Day
        (date(2021, 10, 25), False),  # given for Chulalongkorn Day
    ],
)
def test_days_of_thai_offices(calendar, day, is_worked):
    assert calendar.is_working_day(day) is is_worked


def test_a_holiday_is_named_in_the_readers_language(calendar):
    assert calendar.holiday_name(date(2021, 5, 10)) == "วันพืชมงคล"
    with speaking("en"):
        assert "Plough" in (calendar.holiday_name(date(2021, 5, 10)) or "")
    assert calendar.holiday_name(date(2021, 5, 8)) is None  # an ordinary Saturday


def test_the_office_adds_a_regional_holiday_and_works_on_another():
    songkhla = thai_calendar(
        {date(2021, 10, 6): "วันหยุดภาคใต้", date(2021, 4, 12): None, date(2021, 4, 17): None}
    )
    assert not songkhla.is_working_day(date(2021, 10, 6))
    assert songkhla.holiday_name(date(2021, 10, 6)) == "วันหยุดภาคใต้"
    assert songkhla.is_working_day(date(2021, 4, 12))
    assert songkhla.holiday_name(date(2021, 4, 12)) is None
    assert songkhla.is_working_day(date(2021, 4, 17))  # a Saturday made up for


@pytest.mark.parametrize(
    ("day", "shift", "falls_on"),
    [
        (date(2021, 5, 1), Shift.NEXT, date(2021, 5, 3)),
        (date(2021, 5, 1), Shift.PREVIOUS, date(2021, 4, 30)),
        (date(2021, 5, 1), Shift.NONE, date(2021, 5, 1)),
        (date(2021, 4, 10), Shift.NEXT, date(2021, 4, 16)),  # over a weekend, a bridge day and Songkran
        (date(2021, 6, 1), Shift.NEXT, date(2021, 6, 1)),
        (date(2021, 6, 1), Shift.PREVIOUS, date(2021, 6, 1)),
    ],
)
def test_a_duty_on_a_day_off_moves_as_the_office_chose(calendar, day, shift, falls_on):
    assert replace(calendar, shift=shift).shifted(day) == falls_on


def test_working_days_are_counted_after_the_first_day_up_to_the_last(calendar):
    assert calendar.working_days_between(date(2021, 4, 30), date(2021, 4, 30)) == 0
    assert calendar.working_days_between(date(2021, 4, 30), date(2021, 5, 3)) == 1
    assert calendar.working_days_between(date(2021, 3, 31), date(2021, 4, 30)) == 17
    assert calendar.working_days_between(date(2021, 3, 31), date(2021, 5, 12)) == 23
    assert calendar.working_days_between(date(2020, 12, 30), date(2021, 1, 4)) == 1


@given(DAYS, DAYS, DAYS)
def test_working_days_add_up(calendar, one, two, three):
    between = calendar.working_days_between
    assert between(one, two) + between(two, three) == between(one, three)


@given(DAYS, st.integers(0, 60))
def test_counting_agrees_with_looking_at_each_day(calendar, start, length):
    end = start + timedelta(days=length)
    each = sum(calendar.is_working_day(start + timedelta(days=day)) for day in range(1, length + 1))
    assert calendar.working_days_between(start, end) == each


@given(DAYS, st.integers(1, 40))
def test_adding_working_days_arrives_on_one(calendar, day, count):
    later, earlier = calendar.add_working_days(day, count), calendar.add_working_days(day, -count)
    assert calendar.is_working_day(later)
    assert calendar.working_days_between(day, later) == count
    assert calendar.is_working_day(earlier)
    assert calendar.add_working_days(day, 0) == day


@given(DAYS)
def test_a_moved_day_is_worked_and_stays_when_moved_again(calendar, day):
    for shift in (Shift.NEXT, Shift.PREVIOUS):
        moving = replace(calendar, shift=shift)
        moved = moving.shifted(day)
        assert calendar.is_working_day(moved)
        assert moving.shifted(moved) == moved


def test_no_month_has_fewer_than_sixteen_working_days(calendar):
    """The default limit of 15 working days rests on this: one monthly report without movement reaches it."""
    months = [date(year, month, 1) for year in range(2016, 2040) for month in range(1, 13)]
    worked = [
        calendar.working_days_between(month - timedelta(days=1), last_day_of(month)) for month in months
    ]
    assert min(worked) == 16
