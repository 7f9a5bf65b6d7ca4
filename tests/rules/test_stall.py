"""An activity stands still when reports say so, and never because none was due."""

from datetime import date
from decimal import Decimal

import pytest

from rules.figures import Figures
from rules.movement import Observation
from rules.stall import Stall, StallLimits, Standstill, clock_starts_on, stalled_since
from rules.standing import Standing
from rules.status import Status

START = date(2020, 10, 1)
MARCH, APRIL = date(2021, 3, 31), date(2021, 4, 30)


def report(as_of, percent, status=Status.IN_PROGRESS):
    return Observation(as_of, Figures(status, Decimal(percent), 0))


def judged(calendar, told, today, limit=15, started_on=START):
    return stalled_since(told, today, limit, calendar, started_on)


def test_one_monthly_report_without_movement_is_enough(calendar):
    stall = judged(calendar, [report(MARCH, 45), report(APRIL, 45)], date(2021, 5, 12))
    assert stall == Stall(MARCH, APRIL, working_days=23, proven_working_days=17, kind=Standstill.WORK)


@pytest.mark.parametrize("today", [date(2021, 5, 3), date(2021, 5, 31), date(2021, 7, 30)])
def test_between_two_reports_nothing_is_known_so_nothing_stalls(calendar, today):
    assert judged(calendar, [report(MARCH, 40), report(APRIL, 45)], today) is None


def test_a_report_that_shows_movement_ends_it_on_any_day(calendar):
    told = [report(MARCH, 45), report(APRIL, 45)]
    assert judged(calendar, told, date(2021, 5, 14))
    assert judged(calendar, [*told, report(date(2021, 5, 14), 46)], date(2021, 5, 17)) is None


def test_a_report_soon_after_the_movement_proves_little(calendar):
    told = [report(date(2021, 4, 20), 45), report(APRIL, 45)]
    assert judged(calendar, told, date(2021, 5, 31)) is None


def test_the_limit_is_reached_on_its_day(calendar):
    seen = calendar.add_working_days(MARCH, 15)
    told = [report(MARCH, 45), report(seen, 45)]
    assert judged(calendar, told, seen)
    assert judged(calendar, told, seen, limit=16) is None


def test_figures_from_the_future_are_not_known_yet(calendar):
    assert judged(calendar, [report(MARCH, 45), report(APRIL, 45)], date(2021, 4, 20)) is None
    assert judged(calendar, [], APRIL) is None


def test_the_clock_does_not_run_before_the_planned_start(calendar):
    told = [report(MARCH, 0, Status.NOT_STARTED), report(APRIL, 0, Status.NOT_STARTED)]
    assert judged(calendar, told, date(2021, 5, 12), started_on=date(2021, 6, 1)) is None
    stall = judged(calendar, told, date(2021, 5, 12), started_on=date(2021, 1, 4))
    assert (stall.since, stall.kind) == (date(2021, 1, 4), Standstill.NOT_BEGUN)


def test_work_done_ahead_of_the_plan_is_not_held_against_it(calendar):
    told = [report(date(2021, 2, 28), 5), report(MARCH, 5), report(APRIL, 5)]
    assert judged(calendar, told, date(2021, 5, 12), started_on=date(2021, 4, 16)) is None
    assert judged(calendar, told, date(2021, 5, 12)).since == date(2021, 2, 28)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (Status.IN_PROGRESS, Standstill.WORK),
        (Status.BLOCKED, Standstill.BLOCKED),
        (Status.COMPLETED, Standstill.PAYMENT),
    ],
)
def test_the_evidence_says_what_stands_still(calendar, status, kind):
    before = Status.COMPLETED if status is Status.COMPLETED else Status.IN_PROGRESS
    told = [report(MARCH, 45, before), report(APRIL, 45, status)]
    assert judged(calendar, told, date(2021, 5, 12)).kind is kind


def test_what_never_began_and_is_blocked_is_called_blocked(calendar):
    told = [report(MARCH, 0, Status.BLOCKED), report(APRIL, 0, Status.BLOCKED)]
    assert judged(calendar, told, date(2021, 5, 12)).kind is Standstill.BLOCKED


def test_when_the_clock_starts():
    planned = Standing(13, 2564, 1, planned_start=date(2021, 2, 1))
    unplanned = Standing(13, 2564, 1)
    assert clock_starts_on(planned, has_moved=False) == date(2021, 2, 1)
    assert clock_starts_on(unplanned, has_moved=True) == START
    assert clock_starts_on(unplanned, has_moved=False) == date(2020, 12, 31)
    later = StallLimits(start_quarter=2)
    assert clock_starts_on(unplanned, has_moved=False, limits=later) == date(2021, 3, 31)
