"""When duties fall due: APScheduler's cron, moved off weekends and holidays as the office chose."""

from datetime import date, datetime
from itertools import islice

import pytest

from engine.clock import BANGKOK
from jobs.duty import day_of, due_between, due_times, next_due
from jobs.schedule import SCHEDULE, duty_named
from jobs.weekly_escalation import week_of
from rules.calendar import Shift, thai_calendar
from tests.days import moment

CALENDAR = thai_calendar()


def days(name, after, count, calendar=CALENDAR):
    return [f"{due:%Y-%m-%d}" for due in islice(due_times(duty_named(name), after, calendar), count)]


def test_the_first_and_the_tenth_of_a_year():
    new_year = moment(1, 1, 0, 0)
    assert days("remind-officers", new_year, 6) == [
        "2021-01-04",  # New Year, and then a weekend
        "2021-02-01",
        "2021-03-01",
        "2021-04-01",
        "2021-05-03",  # Saturday
        "2021-06-01",
    ]
    # A Sunday; Songkran with its bridge day; Royal Ploughing Day.
    assert days("chase-late", new_year, 5) == [
        "2021-01-11",
        "2021-02-10",
        "2021-03-10",
        "2021-04-16",
        "2021-05-11",
    ]


def test_mondays_and_the_tuesdays_that_stand_in_for_them():
    # 10 May 2021 is Royal Ploughing Day.
    assert days("weekly-escalation", moment(5, 1), 3) == ["2021-05-03", "2021-05-11", "2021-05-17"]


def test_moved_back_or_not_at_all():
    back, unmoved = thai_calendar(shift=Shift.PREVIOUS), thai_calendar(shift=Shift.NONE)
    assert days("remind-officers", moment(4, 20), 1, back) == ["2021-04-30"]
    assert days("remind-officers", moment(4, 20), 1, unmoved) == ["2021-05-01"]


def test_the_hour_is_bangkoks_whatever_zone_the_question_comes_in():
    due = next_due(
        duty_named("remind-officers"), datetime.fromisoformat("2021-04-20T00:00:00-08:00"), CALENDAR
    )
    assert due == datetime(2021, 5, 3, 8, 30, tzinfo=BANGKOK)


def test_due_at_the_very_moment_belongs_to_the_span_that_ends_with_it():
    duty, due = duty_named("remind-officers"), moment(5, 3)
    assert due_between(duty, moment(5, 2), due, CALENDAR) == [due]
    assert due_between(duty, due, moment(5, 4), CALENDAR) == []


def test_a_clock_set_back_finds_nothing_due():
    assert due_between(duty_named("weekly-escalation"), moment(5, 3), moment(4, 1), CALENDAR) == []


def test_ten_years_asleep_look_back_one_year_only():
    asleep = due_between(duty_named("remind-officers"), moment(5, 3, year=2011), moment(5, 3), CALENDAR)
    assert 12 <= len(asleep) <= 13


@pytest.mark.parametrize("duty", SCHEDULE, ids=lambda duty: duty.name)
@pytest.mark.parametrize("shift", list(Shift))
def test_a_run_is_worthless_only_after_it_was_due_and_before_two_more_are(duty, shift):
    calendar = thai_calendar(shift=shift)
    due = list(islice(due_times(duty, moment(1, 1), calendar), 40))
    for this, _next, after_next in zip(due, due[1:], due[2:], strict=False):
        assert this < duty.worthless_after(day_of(this), calendar) <= after_next


def test_a_reminder_is_worth_nothing_once_the_chase_speaks():
    reminder, chase = duty_named("remind-officers"), duty_named("chase-late")
    assert reminder.worthless_after(date(2021, 5, 3), CALENDAR) == moment(5, 11)
    assert chase.worthless_after(date(2021, 5, 11), CALENDAR) == moment(6, 1)


@pytest.mark.parametrize(
    ("day", "shift", "week"),
    [
        (date(2021, 5, 3), Shift.NEXT, "2021-W18"),
        (date(2021, 5, 11), Shift.NEXT, "2021-W19"),  # Tuesday for Monday
        (date(2021, 4, 16), Shift.NEXT, "2021-W15"),  # Friday after Songkran
        (date(2021, 5, 7), Shift.PREVIOUS, "2021-W19"),  # Friday for the Monday that follows
        (date(2021, 5, 14), Shift.PREVIOUS, "2021-W19"),  # by hand on an ordinary Friday: this week
        (date(2021, 1, 4), Shift.NEXT, "2021-W01"),
    ],
)
def test_the_week_that_a_summary_is_about(day, shift, week):
    assert week_of(day, thai_calendar(shift=shift)) == week
