"""Nobody is written to in the evening, at night or on a day off; what is planned goes out with the morning's post."""

from datetime import date, datetime, time
from itertools import islice

import pytest

from rules.calendar import thai_calendar
from rules.quiet_hours import QuietHours

FRIDAY, SATURDAY, MONDAY, TUESDAY = (date(2021, 5, day) for day in (14, 15, 17, 18))
CALENDAR = thai_calendar()


def at(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (at(FRIDAY, 8), at(FRIDAY, 8)),
        (at(FRIDAY, 17, 59), at(FRIDAY, 17, 59)),
        (at(FRIDAY, 6), at(FRIDAY, 8)),
        (at(FRIDAY, 18), at(MONDAY, 8)),
        (at(SATURDAY, 10), at(MONDAY, 8)),
    ],
)
def test_urgent_words_wait_for_the_hours_in_which_people_may_be_written_to(asked, answer):
    assert QuietHours().opens_at(asked, CALENDAR) == answer
    assert QuietHours().is_quiet(asked, CALENDAR) is (asked != answer)


@pytest.mark.parametrize(
    ("asked", "first", "second"),
    [
        (at(FRIDAY, 8, 30), at(FRIDAY, 8, 30), at(MONDAY, 8, 30)),
        (at(FRIDAY, 8, 10), at(FRIDAY, 8, 30), at(MONDAY, 8, 30)),
        (at(FRIDAY, 13), at(FRIDAY, 13), at(MONDAY, 8, 30)),
        (at(FRIDAY, 18), at(MONDAY, 8, 30), at(TUESDAY, 8, 30)),
        (at(SATURDAY, 8, 30), at(MONDAY, 8, 30), at(TUESDAY, 8, 30)),
    ],
)
def test_the_post_goes_out_once_each_working_morning(asked, first, second):
    assert list(islice(QuietHours().posts(asked, CALENDAR), 2)) == [first, second]


def test_holidays_of_the_office_are_quiet():
    calendar = thai_calendar({MONDAY: "งานประจำปี"})
    assert QuietHours().opens_at(at(MONDAY, 10), calendar) == at(TUESDAY, 8)


def test_an_office_that_begins_later_gets_its_post_later():
    late = QuietHours(time(16, 30), time(9))
    assert next(late.posts(at(FRIDAY, 8, 30), CALENDAR)) == at(FRIDAY, 9)
    assert next(late.posts(at(FRIDAY, 16, 30), CALENDAR)) == at(MONDAY, 9)


@pytest.mark.parametrize(
    ("begin", "end", "sound"),
    [(18, 8, True), (12, 12, True), (8, 18, False), (20, 13, False), (11, 6, False)],
)
def test_only_one_night_at_a_time_can_be_quiet(begin, end, sound):
    assert QuietHours(time(begin), time(end)).is_sound() is sound
