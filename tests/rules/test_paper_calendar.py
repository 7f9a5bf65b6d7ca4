"""The calendar of papers: which can be made on which morning, and when each is said again."""

from datetime import date, timedelta

import pytest

from rules.calendar import WorkCalendar, thai_calendar
from rules.paper_calendar import PAPER_DAYS, Every, Occasion, PaperDay, Stage, occasion, with_round

ROWS = {row.name: row for row in PAPER_DAYS}
CALENDAR = thai_calendar()


def told_in(
    row: PaperDay, first: date, last: date, calendar: WorkCalendar = CALENDAR
) -> dict[str, list[date]]:
    """Return the announcements of the working mornings of a time, each with the mornings on which it could be made."""
    found: dict[str, list[date]] = {}
    day = first
    while day <= last:
        this = occasion(row, day, calendar)
        stage = this.stage(day, calendar)
        if stage and calendar.is_working_day(day):
            found.setdefault(this.key(stage), []).append(day)
        day += timedelta(days=1)
    return found


@pytest.mark.parametrize(
    ("name", "as_of", "ready_on"),
    [
        # 10 July 2021 is a Saturday: moved to Monday the 12th, and a working day later.
        ("kpi-9", date(2021, 6, 30), date(2021, 7, 13)),
        ("section-34-1", date(2021, 3, 31), date(2021, 4, 1)),
        # 10 October 2021 is a Sunday.
        ("evaluation", date(2021, 9, 30), date(2021, 10, 12)),
        ("announcement", date(2021, 9, 30), date(2021, 12, 1)),
    ],
)
def test_a_paper_of_the_year_can_be_made_once_its_reports_are_in(name, as_of, ready_on):
    found = occasion(ROWS[name], ready_on, CALENDAR)
    assert (found.as_of, found.ready_on) == (as_of, ready_on)
    day_before = occasion(ROWS[name], ready_on - timedelta(days=1), CALENDAR)
    assert day_before.ready_on.year == ready_on.year - 1 and day_before.stage(ready_on, CALENDAR) is None


def test_what_is_monthly_comes_once_a_month_after_the_day_on_which_reports_are_late():
    told = told_in(ROWS["monthly"], date(2021, 1, 1), date(2021, 12, 31))
    # 10 April 2021 was a Saturday before Songkran.
    assert len(told) == 12
    assert [min(days).day for days in told.values()] == [12, 11, 11, 19, 12, 11, 13, 11, 13, 12, 11, 14]


def test_what_is_weekly_comes_each_week_on_the_day_of_the_summary():
    told = told_in(ROWS["weekly"], date(2021, 5, 3), date(2021, 5, 30))
    # Monday 10 May 2021 was the ploughing ceremony: what is weekly moved to Tuesday.
    assert list(told.values()) == [
        [date(2021, 5, 3)],
        [date(2021, 5, 11)],
        [date(2021, 5, 17)],
        [date(2021, 5, 24)],
    ]
    on_thursday = WorkCalendar(weekly_on=3)
    assert {day.weekday() for days in told_in(ROWS["weekly"], date(2021, 6, 7), date(2021, 6, 27), on_thursday).values()
            for day in days} == {3}  # fmt: skip


def test_what_is_quarterly_comes_four_times_a_year():
    told = told_in(ROWS["keying"], date(2021, 1, 1), date(2021, 12, 31))
    assert [min(days).month for days in told.values()] == [1, 4, 7, 10]


def test_a_due_paper_is_said_once_more_shortly_before():
    told = told_in(ROWS["announcement"], date(2021, 11, 1), date(2022, 1, 31))
    ready, soon = told.values()
    assert ready[0] == date(2021, 12, 1) and soon[-1] <= date(2021, 12, 31)
    assert CALENDAR.working_days_between(soon[0], date(2021, 12, 31)) == 2


def test_an_entered_round_has_the_days_that_the_office_entered():
    usual = occasion(ROWS["section-34-1"], date(2021, 4, 5), CALENDAR)
    entered = with_round(usual, date(2021, 3, 31), date(2021, 4, 9))
    assert entered.stage(date(2021, 4, 1), CALENDAR) is Stage.READY
    assert entered.stage(date(2021, 4, 8), CALENDAR) is Stage.SOON
    assert entered.stage(date(2021, 4, 10), CALENDAR) is None
    assert with_round(usual, date(2021, 3, 31), date(2021, 4, 12)).key(Stage.READY) != entered.key(
        Stage.READY
    )


def test_a_morning_that_was_missed_is_made_up_for_a_few_days_only():
    found = Occasion(PaperDay("monthly", "monthly", Every.MONTH), date(2021, 6, 11))
    assert [found.stage(date(2021, 6, day), CALENDAR) for day in (10, 11, 16, 17)] == [
        None,
        "ready",
        "ready",
        None,
    ]
