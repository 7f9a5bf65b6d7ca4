"""Every activity is in one group, and "no report" is never "no change"."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rules.calendar import Shift
from rules.condition import Condition, classify
from rules.figures import Figures
from rules.fiscal_year import last_day_of
from rules.movement import Observation
from rules.stall import StallLimits
from rules.standing import Standing
from rules.status import Status

FEBRUARY, MARCH, APRIL = date(2021, 2, 1), date(2021, 3, 1), date(2021, 4, 1)
MONDAY_3_MAY, TUESDAY_11_MAY, MONDAY_17_MAY = date(2021, 5, 3), date(2021, 5, 11), date(2021, 5, 17)
BUDGET = 1_000_000_00


def road(*percents, until, status=Status.IN_PROGRESS, **standing):
    """Activity 13 of สมชาย with one report a month, the last for the period `until`."""
    months = [FEBRUARY, MARCH, APRIL]
    months = months[: months.index(until) + 1][-len(percents) :]
    told = [
        Observation(last_day_of(month), Figures(status, Decimal(percent), 0))
        for month, percent in zip(months, percents, strict=True)
    ]
    return Standing(13, 2564, BUDGET, told[-1].figures, last_period=until, **standing), told


def test_moving_standing_still_and_unreported_are_three_things(calendar):
    moved, unchanged, silent = (
        road(45, 50, until=APRIL),
        road(45, 45, until=APRIL),
        road(40, 45, until=MARCH),
    )
    found = [
        classify(*activity, MONDAY_17_MAY, calendar).condition for activity in (moved, unchanged, silent)
    ]
    assert found == [Condition.MOVING, Condition.STANDING_STILL, Condition.UNREPORTED]


def test_a_missing_report_is_not_held_against_anyone_before_the_tenth(calendar):
    silent = road(40, 45, until=MARCH)
    assert classify(*silent, MONDAY_3_MAY, calendar).condition is Condition.MOVING
    judgement = classify(*silent, TUESDAY_11_MAY, calendar)
    assert judgement.condition is Condition.UNREPORTED
    assert (judgement.missing_from, judgement.since, judgement.working_days) == (APRIL, MONDAY_3_MAY, 4)


def test_the_offices_own_days_decide_when_a_report_is_missing(calendar):
    silent, unmoved = road(40, 45, until=MARCH), replace(calendar, shift=Shift.NONE)
    assert classify(*silent, date(2021, 5, 10), unmoved).condition is Condition.UNREPORTED


def test_the_age_of_silence_counts_from_the_oldest_missing_month(calendar):
    judgement = classify(*road(45, until=FEBRUARY), MONDAY_17_MAY, calendar)
    assert (judgement.missing_from, judgement.since) == (MARCH, date(2021, 4, 1))


def test_silence_after_a_standstill_is_unreported_and_remembers_it(calendar):
    judgement = classify(*road(45, 45, until=MARCH), MONDAY_17_MAY, calendar)
    assert judgement.condition is Condition.UNREPORTED
    assert judgement.stall is not None
    assert judgement.stall.since == date(2021, 2, 28)


def test_standing_still_says_since_when(calendar):
    judgement = classify(*road(45, 45, until=APRIL), date(2021, 5, 12), calendar)
    assert (judgement.since, judgement.working_days) == (date(2021, 3, 31), 23)


def test_the_offices_own_limit_holds(calendar):
    patient = StallLimits(working_days=18)
    found = classify(*road(45, 45, until=APRIL), MONDAY_17_MAY, calendar, limits=patient)
    assert found.condition is Condition.MOVING


@pytest.mark.parametrize(
    ("planned_start", "condition"),
    [
        (date(2021, 7, 1), Condition.WAITING),
        (date(2021, 4, 20), Condition.WAITING),
        (date(2021, 1, 4), Condition.STANDING_STILL),
        (None, Condition.STANDING_STILL),
    ],
)
def test_what_has_not_begun_waits_until_it_should_have(calendar, planned_start, condition):
    activity = road(0, 0, 0, until=APRIL, status=Status.NOT_STARTED, planned_start=planned_start)
    assert classify(*activity, MONDAY_17_MAY, calendar).condition is condition


def test_a_new_plan_is_neither_silent_nor_still_until_its_first_report_is_late(calendar):
    fresh = Standing(14, 2564, BUDGET, duty_from=APRIL)
    assert classify(fresh, [], MONDAY_3_MAY, calendar).condition is Condition.WAITING
    late = classify(fresh, [], TUESDAY_11_MAY, calendar)
    assert (late.condition, late.missing_from) == (Condition.UNREPORTED, APRIL)


def test_finished_means_paid_and_completed_work_without_money_stands_still(calendar):
    standing, told = road(100, 100, until=APRIL, status=Status.COMPLETED)
    assert classify(standing, told, MONDAY_17_MAY, calendar).condition is Condition.STANDING_STILL
    paid = replace(standing, figures=replace(standing.figures, disbursed_satang=BUDGET))
    assert classify(paid, told, MONDAY_17_MAY, calendar).condition is Condition.FINISHED


def test_cancelled_work_is_left_alone(calendar):
    standing, told = road(45, until=FEBRUARY, status=Status.CANCELLED)
    assert classify(standing, told, MONDAY_17_MAY, calendar).condition is Condition.CANCELLED
