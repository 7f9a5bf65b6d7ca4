"""The ladder: each step in working days, rest while somebody deals with it, and no surprise for anybody."""

from dataclasses import replace
from datetime import date, timedelta

from rules.calendar import thai_calendar
from rules.ladder import (
    Action,
    ActionKind,
    CaseState,
    LadderSteps,
    Level,
    levels_from,
    next_action,
    next_level,
    summary_with_warning,
)
from rules.summary_day import summary_day_from

WED, THU, FRI = date(2021, 5, 19), date(2021, 5, 20), date(2021, 5, 21)
MON, TUE = date(2021, 5, 24), date(2021, 5, 25)


def told(level, since, **more):
    return CaseState(level, since, told_on=since, **more)


def kind(case, today, calendar, **steps):
    return next_action(case, today, calendar, LadderSteps(**steps)).kind


def test_who_was_not_told_yet_is_told_first(calendar):
    case = CaseState(Level.OFFICER, WED)
    assert next_action(case, WED, calendar) == Action(ActionKind.TELL, Level.OFFICER)


def test_officer_and_head_have_three_working_days_each_and_weekends_do_not_count(calendar):
    case = told(Level.OFFICER, WED)
    assert next_action(case, MON - timedelta(days=1), calendar) == Action(ActionKind.WAIT, Level.OFFICER, MON)
    assert next_action(case, MON, calendar) == Action(ActionKind.RAISE, Level.HEAD)
    head = told(Level.HEAD, MON)
    assert kind(head, date(2021, 5, 25), calendar) is ActionKind.WAIT
    # Wednesday 26 May 2021 is Visakha Bucha: the third working day after Monday is Friday.
    assert kind(head, date(2021, 5, 27), calendar) is ActionKind.WAIT
    assert next_action(head, date(2021, 5, 28), calendar) == Action(ActionKind.RAISE, Level.OFFICE)


def test_the_summary_comes_only_after_a_warning_of_two_working_days(calendar):
    case = told(Level.OFFICE, date(2021, 6, 7))
    thursday, friday, monday = date(2021, 6, 17), date(2021, 6, 18), date(2021, 6, 21)
    assert kind(case, date(2021, 6, 11), calendar) is ActionKind.WAIT
    repeated = replace(case, told_on=date(2021, 6, 14))
    assert kind(repeated, date(2021, 6, 16), calendar) is ActionKind.WAIT
    assert next_action(repeated, thursday, calendar) == Action(ActionKind.WARN, Level.EXECUTIVE, monday)
    warned = replace(repeated, warned_on=thursday)
    assert kind(warned, friday, calendar) is ActionKind.WAIT
    assert next_action(warned, monday, calendar) == Action(ActionKind.RAISE, Level.EXECUTIVE)


def test_who_could_not_be_warned_in_time_waits_for_the_next_summary(calendar):
    case = told(Level.OFFICE, date(2021, 6, 4))
    friday = date(2021, 6, 18)  # the machine was down on Thursday
    assert summary_with_warning(case, friday, calendar) == date(2021, 6, 28)


def test_when_monday_is_a_day_off_the_warning_is_for_tuesday():
    calendar = thai_calendar({date(2021, 6, 21): "วันหยุดพิเศษ"})
    case = told(Level.OFFICE, date(2021, 6, 8), warned_on=date(2021, 6, 17))
    assert summary_day_from(date(2021, 6, 18), calendar) == date(2021, 6, 22)
    assert summary_with_warning(case, date(2021, 6, 18), calendar) == date(2021, 6, 22)
    assert kind(replace(case, told_on=date(2021, 6, 15)), date(2021, 6, 21), calendar) is ActionKind.WAIT
    assert kind(replace(case, told_on=date(2021, 6, 15)), date(2021, 6, 22), calendar) is ActionKind.RAISE


def test_an_acknowledgement_rests_the_repetition_but_not_the_clock(calendar):
    case = told(Level.OFFICER, WED)
    again = calendar.add_working_days(WED, 5)
    assert kind(case, again, calendar, officer=20) is ActionKind.TELL
    acknowledged = replace(case, acknowledged_until=again)
    assert kind(acknowledged, again, calendar, officer=20) is ActionKind.WAIT
    assert kind(acknowledged, calendar.add_working_days(again, 1), calendar, officer=20) is ActionKind.TELL
    assert kind(acknowledged, calendar.add_working_days(WED, 3), calendar) is ActionKind.RAISE


def test_a_postponement_rests_the_ladder_and_runs_out(calendar):
    case = told(Level.OFFICER, WED, snoozed_until=date(2021, 6, 11))
    assert next_action(case, date(2021, 6, 11), calendar) == Action(
        ActionKind.WAIT, Level.OFFICER, date(2021, 6, 11)
    )
    assert kind(case, date(2021, 6, 14), calendar) is ActionKind.TELL
    told_again = replace(case, told_on=date(2021, 6, 14))
    assert kind(told_again, date(2021, 6, 15), calendar) is ActionKind.WAIT
    assert kind(told_again, date(2021, 6, 16), calendar) is ActionKind.RAISE


def test_a_plan_rests_the_ladder_until_its_date_and_a_broken_one_goes_one_step_higher(calendar):
    case = told(Level.OFFICER, WED, promised_on=date(2021, 6, 15))
    assert kind(case, date(2021, 6, 15), calendar) is ActionKind.WAIT
    assert kind(case, date(2021, 6, 16), calendar) is ActionKind.BREAK
    broken = replace(case, promised_on=None, broken_on=date(2021, 6, 16))
    assert next_action(broken, date(2021, 6, 16), calendar) == Action(ActionKind.RAISE, Level.HEAD)


def test_a_warning_from_before_a_plan_is_given_again(calendar):
    case = told(Level.OFFICE, date(2021, 6, 1), warned_on=date(2021, 6, 10), broken_on=date(2021, 6, 16))
    case = replace(case, told_on=date(2021, 6, 16))
    assert kind(case, date(2021, 6, 16), calendar) is ActionKind.WAIT
    assert kind(case, date(2021, 6, 17), calendar) is ActionKind.WARN


def test_above_the_office_nothing_climbs_by_itself(calendar):
    for level in (Level.EXECUTIVE, Level.INSPECTOR):
        assert next_action(CaseState(level, WED), date(2021, 9, 1), calendar) == Action(
            ActionKind.WAIT, level
        )
    assert next_level(Level.INSPECTOR) is Level.INSPECTOR
    assert levels_from(Level.OFFICE) == (Level.OFFICE, Level.EXECUTIVE, Level.INSPECTOR)


def test_left_alone_every_case_reaches_the_summary_and_everybody_is_told_once_a_step(calendar):
    """Walk a case day by day for two months from every working day of a spring with many holidays."""
    start = calendar.next_working_day(date(2021, 3, 1))
    while start < date(2021, 5, 1):
        seen, case, today = [], CaseState(Level.OFFICER, start), start
        while case.level is not Level.EXECUTIVE:
            assert today < start + timedelta(days=60)
            action = next_action(case, today, calendar)
            if action.kind is ActionKind.WAIT:
                today = calendar.next_working_day(today + timedelta(days=1))
                continue
            seen.append((action.kind, action.level, today))
            case = _done(case, action, today)
        assert [kind for kind, _level, _on in seen].count(ActionKind.WARN) == 1
        warned_on = next(on for kind, _level, on in seen if kind is ActionKind.WARN)
        assert calendar.working_days_between(warned_on, today) >= 2
        assert today == summary_day_from(today, calendar)
        start = calendar.next_working_day(start + timedelta(days=1))


def _done(case, action, today):
    if action.kind is ActionKind.TELL:
        return replace(case, told_on=today)
    if action.kind is ActionKind.WARN:
        return replace(case, warned_on=today)
    return CaseState(action.level, today, warned_on=case.warned_on)
