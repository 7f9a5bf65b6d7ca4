"""What is found of an activity, who can act, and that nothing is asked of one that moves."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rules.cause import Cause
from rules.condition import classify
from rules.expense_class import ExpenseClass
from rules.figures import Figures
from rules.finding import Facts, FindingKind
from rules.findings import findings
from rules.findings_limits import Method, usual_method
from rules.ladder import Level
from rules.movement import Observation
from rules.severity import Band
from rules.stall import Standstill
from rules.standing import Standing
from rules.status import Status
from rules.targets import Measure, Target
from rules.who_can_act import Actor, first_level, who_can_act

TODAY = date(2021, 5, 12)
ENDS = [date(2020, 12, 31), date(2021, 1, 31), date(2021, 2, 28), date(2021, 3, 31), date(2021, 4, 30)]
BUDGET = 15_000_000_00


def told(*figures):
    """Return one observation a month, the last of them as of 30 April."""
    dates = ENDS[len(ENDS) - len(figures) :]
    return [Observation(day, each) for day, each in zip(dates, figures, strict=True)]


def working(percent, baht=0, status=Status.IN_PROGRESS, causes=None):
    return Figures(status, Decimal(percent), baht * 100, causes=causes)


def facts(calendar, observations, today=TODAY, budget=BUDGET, start=None, **more):
    last = observations[-1] if observations else None
    standing = Standing(
        activity_no=13,
        year_be=2564,
        budget_satang=budget,
        figures=last.figures if last else Figures(),
        last_period=last.as_of.replace(day=1) if last else None,
        planned_start=start,
    )
    judgement = classify(standing, observations, today, calendar, treasury=more.get("treasury", ()))
    return Facts(standing, judgement, observations, today, calendar, **more)


def kinds(found):
    return [finding.kind for finding in found.findings]


def of_kind(found, kind):
    return next(finding for finding in found.findings if finding.kind is kind)


def test_what_stands_still_is_found_with_its_age_and_its_money(calendar):
    found = findings(facts(calendar, told(working(30, 2_250_000), working(30, 2_250_000))))
    (finding,) = found.opening
    assert finding.kind is FindingKind.NOT_MOVING and finding.standstill is Standstill.WORK
    assert (finding.since, finding.working_days, finding.satang) == (date(2021, 3, 31), 23, 2_250_000_00)
    assert finding.actors == (Actor.OFFICER,)


def test_what_moves_is_never_asked_about_however_far_behind_it_is(calendar):
    plan = {"start": date(2020, 11, 1), "planned_end": date(2021, 4, 30)}
    found = findings(facts(calendar, told(working(10), working(12)), **plan))
    assert FindingKind.BEHIND_PLAN in kinds(found) and FindingKind.PAST_END in kinds(found)
    assert found.opening == ()


def test_money_that_the_treasury_paid_is_movement(calendar):
    still = told(working(30, 2_250_000), working(30, 2_250_000))
    repeated = Observation(date(2021, 4, 20), Figures(disbursed_satang=2_250_000_00))
    assert findings(facts(calendar, still, treasury=[repeated])).opening
    more = Observation(date(2021, 4, 20), Figures(disbursed_satang=3_000_000_00))
    found = findings(facts(calendar, still, treasury=[repeated, more]))
    assert FindingKind.NOT_MOVING not in kinds(found) and not found.opening
    assert found.moved_on == date(2021, 4, 20)


def test_a_missing_report_is_asked_about_only_well_after_the_chase(calendar):
    march = told(working(20), working(30))[:1]
    assert not findings(facts(calendar, march, today=date(2021, 5, 12))).opening
    found = findings(facts(calendar, march, today=date(2021, 5, 19)))
    assert [finding.kind for finding in found.opening] == [FindingKind.NOT_REPORTED]
    assert found.opening[0].on == date(2021, 4, 1)
    imported = facts(calendar, march, today=date(2021, 5, 19), known_from=date(2021, 5, 17))
    assert not findings(imported).opening, "nobody could have reported before the plan was there"


def test_an_obstacle_goes_to_whoever_owns_it(calendar):
    land = working(20, status=Status.BLOCKED, causes=(Cause.SITE_NOT_READY,))
    found = findings(facts(calendar, told(working(20), land)))
    assert [finding.kind for finding in found.opening] == [FindingKind.BLOCKED, FindingKind.NOT_MOVING]
    assert found.actors == (Actor.LAND_OWNER,) and first_level(found.actors) is Level.OFFICE
    assert found.main.kind is FindingKind.BLOCKED


def test_a_blocked_activity_that_moved_first_is_given_its_time(calendar):
    land = working(25, status=Status.BLOCKED, causes=(Cause.SITE_NOT_READY,))
    moved = told(working(20), land)
    assert not findings(facts(calendar, moved)).opening
    later = date(2021, 5, 27)  # fifteen working days after 30 April, and the next report is not due
    assert [each.kind for each in findings(facts(calendar, moved, today=later)).opening] == [
        FindingKind.BLOCKED
    ]


@pytest.mark.parametrize(
    ("causes", "level"),
    [
        (None, Level.OFFICER),
        ((Cause.CONTRACTOR_LATE,), Level.OFFICER),
        ((Cause.STAFF_TURNOVER,), Level.HEAD),
        ((Cause.REBID, Cause.CONTRACTOR_LATE), Level.HEAD),
        ((Cause.CHANGE_APPROVAL_WAIT,), Level.OFFICE),
    ],
)
def test_every_cause_has_an_owner(causes, level):
    assert first_level(who_can_act(causes)) is level
    assert all(who_can_act([cause]) for cause in Cause)


@pytest.mark.parametrize(
    ("percent", "band"),
    [(56, None), (51, Band.BEHIND_5), (46, Band.BEHIND_10), (30, Band.BEHIND_15)],
)
def test_behind_its_own_plan_in_bands(calendar, percent, band):
    plan = {"start": date(2021, 1, 1), "planned_end": date(2021, 8, 1)}  # 56 percent of the time has passed
    found = findings(facts(calendar, told(working(percent)), **plan))
    behind = [finding.band for finding in found.findings if finding.kind is FindingKind.BEHIND_PLAN]
    assert behind == ([band] if band else [])


def test_behind_the_target_of_its_expense_class(calendar):
    targets = [
        Target(2564, each, Measure.DISBURSED, quarter, Decimal(percent))
        for each, quarter, percent in (
            (ExpenseClass.INVESTMENT, 1, 19),
            (ExpenseClass.INVESTMENT, 2, 21),
            (ExpenseClass.RECURRENT, 1, 33),
            (ExpenseClass.RECURRENT, 2, 22),
        )
    ]
    paid_30_percent = told(working(50, 4_500_000))
    investment = facts(calendar, paid_30_percent, targets=targets, expense_class=ExpenseClass.INVESTMENT)
    behind = of_kind(findings(investment), FindingKind.BEHIND_TARGET)
    assert (behind.expected, behind.reached, behind.band) == (Decimal(40), Decimal(30), Band.BEHIND_10)
    assert behind.on == date(2021, 3, 31)
    recurrent = replace(investment, expense_class=ExpenseClass.RECURRENT)
    assert of_kind(findings(recurrent), FindingKind.BEHIND_TARGET).band is Band.BEHIND_15


def test_buying_may_take_as_long_as_its_method(calendar):
    buying = Figures(Status.PROCUREMENT, Decimal(0), 0)
    observed = told(buying, buying, buying, buying, buying)
    long = of_kind(findings(facts(calendar, observed)), FindingKind.PROCUREMENT_LONG)
    assert (long.since, long.limit, long.actors) == (date(2020, 12, 31), 60, (Actor.PROCUREMENT,))
    by_budget = [usual_method(baht * 100) for baht in (400_000, 500_001, 2_000_000, 2_000_001)]
    assert by_budget == [Method.SPECIFIC, Method.SELECTION, Method.SELECTION, Method.E_BIDDING]
    short = facts(calendar, observed[-2:])
    assert FindingKind.PROCUREMENT_LONG not in kinds(findings(short))
    assert FindingKind.PROCUREMENT_LONG in kinds(findings(replace(short, method=Method.SPECIFIC)))


def test_past_its_end_unless_it_is_completed(calendar):
    late = facts(calendar, told(working(80), working(80)), planned_end=date(2021, 4, 16))
    assert of_kind(findings(late), FindingKind.PAST_END).on == date(2021, 4, 16)
    done = facts(calendar, told(working(100, status=Status.COMPLETED)), planned_end=date(2021, 4, 16))
    assert FindingKind.PAST_END not in kinds(findings(done))


def test_the_pace_of_three_months_tells_whether_it_can_be_finished(calendar):
    slow = findings(facts(calendar, told(working(10), working(14), working(18), working(22))))
    cannot = of_kind(slow, FindingKind.CANNOT_FINISH)
    assert cannot.on == date(2021, 9, 30) and cannot.expected == Decimal(43)
    assert slow.opening == ()
    fast = facts(calendar, told(working(10), working(25), working(40), working(60)))
    assert FindingKind.CANNOT_FINISH not in kinds(findings(fast))
    in_winter = facts(calendar, told(working(10), working(14), working(18), working(22))[:3])
    in_winter = replace(in_winter, today=date(2021, 3, 20))
    assert FindingKind.CANNOT_FINISH not in kinds(findings(in_winter))
    says_so = facts(calendar, told(working(60, causes=(Cause.LARGE_MULTI_YEAR,))))
    assert FindingKind.CANNOT_FINISH in kinds(findings(says_so))


def test_a_status_that_keeps_coming_back_is_found(calendar):
    there, back = Figures(Status.IN_PROGRESS, Decimal(5), 0), Figures(Status.PROCUREMENT, Decimal(5), 0)
    found = findings(facts(calendar, told(there, back, there, back)))
    assert of_kind(found, FindingKind.PING_PONG).times == 2
    once = facts(calendar, told(back, there, back))
    assert FindingKind.PING_PONG not in kinds(findings(once))


def test_all_work_without_a_baht_is_too_good_after_sixty_days(calendar):
    done = working(100, 0, Status.COMPLETED)
    found = findings(facts(calendar, told(done, done, done)))
    too_good = of_kind(found, FindingKind.TOO_GOOD)
    assert (too_good.since, too_good.standstill) == (date(2021, 2, 28), Standstill.PAYMENT)
    assert FindingKind.TOO_GOOD not in kinds(findings(facts(calendar, told(done, done))))
    paid = working(100, 1_000_000, Status.COMPLETED)
    assert FindingKind.TOO_GOOD not in kinds(findings(facts(calendar, told(paid, paid, paid))))


def test_the_same_figures_month_after_month_are_doubted(calendar):
    same = working(45, 3_000_000)
    assert of_kind(findings(facts(calendar, told(same, same, same, same))), FindingKind.TOO_GOOD).times == 4
    assert FindingKind.TOO_GOOD not in kinds(findings(facts(calendar, told(same, same, same))))


def test_severity_is_money_times_age_times_the_worst_band(calendar):
    plan = {"start": date(2021, 1, 1), "planned_end": date(2021, 8, 1)}
    found = findings(facts(calendar, told(working(30), working(30)), **plan))
    assert (found.severity.at_risk_satang, found.severity.working_days) == (BUDGET, 23)
    assert found.severity.band is Band.BEHIND_15
    assert found.severity.number == Decimal("276.0")  # 15 million x 23 days / 5 x 4


def test_nothing_is_found_of_what_has_ended(calendar):
    for figures in (working(100, 15_000_000, Status.COMPLETED), working(20, status=Status.CANCELLED)):
        found = findings(facts(calendar, told(figures, figures)))
        assert found.has_ended and found.findings == () and found.main is None


def test_of_what_never_moved_any_movement_is_later(calendar):
    nothing = Figures(Status.NOT_STARTED, Decimal(0), 0)
    found = findings(facts(calendar, told(nothing, nothing)))
    assert found.opening[0].standstill is Standstill.NOT_BEGUN
    assert found.moved_on is None and found.stood_since == date(2020, 9, 30)
