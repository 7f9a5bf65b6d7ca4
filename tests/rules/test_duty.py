"""The duty to report begins, falls due, becomes late and ends when the provinces' papers say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import duty
from rules.calendar import Shift
from rules.duty import ReportingState
from rules.figures import Figures
from rules.fiscal_year import periods
from rules.standing import Standing
from rules.status import Status

MARCH, APRIL, MAY = date(2021, 3, 1), date(2021, 4, 1), date(2021, 5, 1)
BUDGET = 1_000_000_00
ROAD = Standing(13, 2564, BUDGET, Figures(Status.IN_PROGRESS, disbursed_satang=400_000_00), last_period=MARCH)


def with_figures(**figures):
    return replace(ROAD, figures=replace(ROAD.figures, **figures))


def test_the_duty_goes_on_while_money_is_unpaid_even_when_the_work_is_done():
    done = with_figures(status=Status.COMPLETED)
    assert not duty.duty_has_ended(done)
    assert duty.is_waiting_for_money(done)
    assert duty.owes(done, APRIL)


@pytest.mark.parametrize(
    "ended",
    [
        with_figures(disbursed_satang=BUDGET),
        with_figures(status=Status.COMPLETED, disbursed_satang=BUDGET),
        replace(with_figures(status=Status.COMPLETED), left_over_satang=600_000_00),
        with_figures(status=Status.CANCELLED),
        replace(ROAD, closed_on=date(2021, 4, 20)),
        Standing(13, 2564, 0, Figures(Status.COMPLETED)),
    ],
    ids=["all paid", "done and paid", "done, rest left over", "cancelled", "closed", "no money and done"],
)
def test_the_duty_ends(ended):
    assert duty.duty_has_ended(ended)
    assert not duty.owes(ended, APRIL)
    assert not duty.is_waiting_for_money(ended)


@pytest.mark.parametrize(
    "going_on",
    [
        replace(ROAD, left_over_satang=600_000_00),  # a remainder counts only once the work is completed
        replace(with_figures(status=Status.COMPLETED), left_over_satang=599_999_99),
        Standing(13, 2564, 0),
        Standing(13, 2564, BUDGET),
    ],
    ids=["remainder but unfinished", "one satang open", "no money, not begun", "never reported"],
)
def test_the_duty_goes_on(going_on):
    assert not duty.duty_has_ended(going_on)


def test_each_month_is_owed_until_it_or_a_later_one_is_reported():
    assert not duty.owes(ROAD, MARCH)
    assert duty.owes(ROAD, APRIL)
    assert not duty.owes(replace(ROAD, last_period=MAY), APRIL)


def test_what_has_not_begun_reports_too():
    waiting = Standing(14, 2564, BUDGET, planned_start=date(2021, 7, 1))
    assert all(duty.owes(waiting, period) for period in periods(2564))


def test_the_fiscal_year_bounds_the_duty_but_not_for_carried_over_money():
    before, after = date(2020, 9, 1), date(2021, 10, 1)
    assert not duty.owes(replace(ROAD, last_period=None), before)
    assert not duty.owes(ROAD, after)
    assert duty.owes(replace(ROAD, is_carried_over=True), after)


def test_a_plan_imported_in_april_owes_nothing_for_the_months_before():
    imported = Standing(13, 2564, BUDGET, duty_from=APRIL)
    assert not duty.owes(imported, MARCH)
    assert duty.owes(imported, APRIL)


@pytest.mark.parametrize(
    ("period", "shift", "due", "late"),
    [
        (APRIL, Shift.NEXT, date(2021, 5, 3), date(2021, 5, 11)),  # Saturday; Royal Ploughing Day
        (APRIL, Shift.PREVIOUS, date(2021, 4, 30), date(2021, 5, 7)),
        (APRIL, Shift.NONE, date(2021, 5, 1), date(2021, 5, 10)),
        (MARCH, Shift.NEXT, date(2021, 4, 1), date(2021, 4, 16)),
        (date(2020, 12, 1), Shift.NEXT, date(2021, 1, 4), date(2021, 1, 11)),
    ],
)
def test_due_and_late_days_move_off_days_off(calendar, period, shift, due, late):
    calendar = replace(calendar, shift=shift)
    assert duty.report_due_on(period, calendar) == due
    assert duty.report_late_on(period, calendar) == late


@pytest.mark.parametrize(
    ("today", "shift", "period"),
    [
        (date(2021, 5, 1), Shift.NEXT, APRIL),
        (date(2021, 4, 30), Shift.NEXT, MARCH),
        (date(2021, 4, 29), Shift.PREVIOUS, MARCH),
        (date(2021, 4, 30), Shift.PREVIOUS, APRIL),  # Friday, standing in for Saturday 1 May
        (date(2021, 5, 31), Shift.PREVIOUS, APRIL),  # Monday: 1 June is a working day itself
    ],
)
def test_a_due_day_moved_into_the_month_before_asks_for_that_month(calendar, today, shift, period):
    assert duty.period_asked(today, replace(calendar, shift=shift)) == period


def test_aprils_report_from_day_to_day(calendar):
    on = {
        date(2021, 4, 30): ReportingState.NOT_DUE,
        date(2021, 5, 2): ReportingState.NOT_DUE,
        date(2021, 5, 3): ReportingState.OWED,
        date(2021, 5, 10): ReportingState.OWED,
        date(2021, 5, 11): ReportingState.LATE,
    }
    assert {day: duty.reporting_state(ROAD, APRIL, day, calendar) for day in on} == on
    reported, paid = replace(ROAD, last_period=APRIL), with_figures(disbursed_satang=BUDGET)
    assert duty.reporting_state(reported, APRIL, date(2021, 5, 20), calendar) is ReportingState.REPORTED
    assert duty.reporting_state(paid, APRIL, date(2021, 5, 20), calendar) is ReportingState.NO_DUTY


def test_the_last_report_counts_as_reported_though_it_ended_the_duty(calendar):
    paid = replace(with_figures(disbursed_satang=BUDGET), last_period=APRIL)
    assert duty.reporting_state(paid, APRIL, date(2021, 5, 20), calendar) is ReportingState.REPORTED


def test_working_days_overdue_start_after_the_day_it_was_asked_for(calendar):
    assert duty.working_days_overdue(APRIL, date(2021, 4, 20), calendar) == 0
    assert duty.working_days_overdue(APRIL, date(2021, 5, 3), calendar) == 0
    assert duty.working_days_overdue(APRIL, date(2021, 5, 11), calendar) == 4


@pytest.mark.parametrize("shift", list(Shift))
def test_every_month_is_asked_for_once_and_becomes_late_once(calendar, shift):
    calendar = replace(calendar, shift=shift)
    year = [date(2021, 1, 1) + timedelta(days=count) for count in range(365)]
    asked = [duty.period_falling_due(day, calendar) for day in year]
    late = [duty.period_falling_late(day, calendar) for day in year]
    months = [period for period in asked if period]
    assert len(months) == len(set(months)) >= 12
    assert [period for period in late if period] == sorted({period for period in late if period})
    assert len([period for period in late if period]) == 12


@given(st.dates(date(2019, 1, 1), date(2030, 1, 1)), st.sampled_from(Shift))
def test_the_newest_late_period_is_late_and_the_next_is_not(calendar, today, shift):
    calendar = replace(calendar, shift=shift)
    period = duty.newest_late_period(today, calendar)
    assert duty.report_late_on(period, calendar) <= today
    assert duty.report_late_on(duty.next_period(period), calendar) > today
