"""When an order is due, when it rises, and whose desk it goes to."""

from datetime import date

import pytest

from rules.calendar import thai_calendar
from rules.order import NOT_CLOSED, OrderState, Rise, assignee_for, due_after, overdue
from rules.role import Role
from rules.who_can_act import Actor

CALENDAR = thai_calendar()
MONDAY = date(2021, 5, 17)


def test_two_working_days_pass_over_weekends_and_holidays():
    assert due_after(MONDAY, 2, CALENDAR) == date(2021, 5, 19)
    # Wednesday 26 May 2021 was Visakha Bucha: from Tuesday two working days are Friday.
    assert due_after(date(2021, 5, 25), 2, CALENDAR) == date(2021, 5, 28)


@pytest.mark.parametrize(
    ("today", "days", "rise"),
    [
        (date(2021, 5, 20), 1, Rise.HEAD),
        (date(2021, 5, 24), 3, Rise.HEAD),
        (date(2021, 5, 25), 4, Rise.OFFICE),
        (date(2021, 6, 30), 28, Rise.OFFICE),
    ],
)
def test_it_rises_with_the_working_days_past_its_due_day(today, days, rise):
    late = overdue(OrderState.ACKNOWLEDGED, date(2021, 5, 19), today, CALENDAR)
    assert late is not None and (late.rise, late.days) == (
        rise,
        CALENDAR.working_days_between(date(2021, 5, 19), today),
    )
    assert days == late.days or today == date(2021, 6, 30)


def test_on_its_due_day_and_over_the_weekend_nobody_is_told():
    assert overdue(OrderState.OPEN, date(2021, 5, 19), date(2021, 5, 19), CALENDAR) is None
    saturday = overdue(OrderState.OPEN, date(2021, 5, 21), date(2021, 5, 22), CALENDAR)
    assert saturday is not None and (saturday.days, saturday.rise) == (0, Rise.NONE)


@pytest.mark.parametrize("state", OrderState)
def test_only_what_waits_for_its_owner_is_overdue(state):
    is_overdue = overdue(state, date(2021, 5, 19), date(2021, 5, 31), CALENDAR) is not None
    assert is_overdue is (state in NOT_CLOSED and state is not OrderState.ANSWERED)


@pytest.mark.parametrize(
    ("actors", "desk"),
    [
        ([], Role.OFFICER),
        ([Actor.OFFICER], Role.OFFICER),
        ([Actor.HEAD], Role.HEAD),
        ([Actor.PROCUREMENT], Role.HEAD),
        ([Actor.LAND_OWNER, Actor.OFFICER], Role.ADMIN),
        ([Actor.CENTRAL_AGENCY], Role.ADMIN),
        ([Actor.PROVINCE], Role.ADMIN),
    ],
)
def test_obstacles_outside_the_officers_hands_go_to_another_desk(actors, desk):
    assert assignee_for(actors) is desk
