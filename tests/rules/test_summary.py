"""The week in figures adds up, and the worst come first."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n import speaking
from rules.cause import Cause
from rules.condition import Condition, Judgement
from rules.expense_class import ExpenseClass
from rules.figures import Figures
from rules.plain_words import sentence
from rules.standing import Standing
from rules.summary import Line, money_by_class, weekly_summary
from rules.targets import Measure, Target
from thai import writing

MONDAY = date(2021, 5, 17)
M = 1_000_000_00
TARGETS = [
    Target(2564, ExpenseClass.INVESTMENT, Measure.DISBURSED, quarter, Decimal(percent))
    for quarter, percent in enumerate((19, 22, 22, 24), start=1)
]


def line(no, condition, days=0, budget=10 * M, disbursed=5 * M, **figures):
    standing = Standing(no, 2564, budget, Figures(disbursed_satang=disbursed, **figures))
    agency = "แขวงทางหลวงชนบทเพชรบุรี" if no in (13, 14, 15) else "สำนักงานโยธาธิการและผังเมือง"
    return Line(standing, Judgement(condition, MONDAY, days), agency, ExpenseClass.INVESTMENT)


PROVINCE = [
    line(13, Condition.STANDING_STILL, 23, causes=(Cause.SITE_NOT_READY,)),
    line(14, Condition.MOVING),
    line(15, Condition.FINISHED, disbursed=10 * M),
    line(20, Condition.UNREPORTED, 23, disbursed=0, committed_satang=2 * M),
    line(21, Condition.CANCELLED, disbursed=0),
]


def test_groups_are_counted_and_cancelled_money_is_left_out():
    week = weekly_summary(PROVINCE, TARGETS, MONDAY, 2564)
    assert (week.activities, week.budget_satang) == (4, 40 * M)
    assert (week.disbursed_satang, week.used_satang, week.disbursed_percent) == (20 * M, 22 * M, 50)
    assert sum(week.counts[condition] for condition in Condition if condition is not Condition.CANCELLED) == 4
    assert week.counts[Condition.CANCELLED] == week.counts[Condition.UNREPORTED] == 1
    assert week.counts[Condition.WAITING] == 0


def test_money_is_compared_with_the_target_of_this_quarters_end():
    week = weekly_summary(PROVINCE, TARGETS, MONDAY, 2564)
    assert week.against is not None
    assert (week.against.target_percent, week.quarter, week.quarter_ends_on) == (63, 3, date(2021, 6, 30))
    assert week.against.short_satang == 5_200_000_00


def test_after_september_the_year_is_measured_by_its_last_quarter():
    week = weekly_summary(PROVINCE, TARGETS, date(2021, 10, 4), 2564)
    assert (week.quarter, week.against.target_percent) == (4, 87)


def test_the_worst_are_those_that_stand_still_or_are_silent_each_under_its_own_name():
    week = weekly_summary(PROVINCE, TARGETS, MONDAY, 2564)
    assert [(case.activity_no, case.judgement.condition) for case in week.worst] == [
        (20, Condition.UNREPORTED),  # nothing paid, 41 points behind
        (13, Condition.STANDING_STILL),
    ]
    assert week.worst[1].causes == (Cause.SITE_NOT_READY,)
    assert week.worst[1].agency == "แขวงทางหลวงชนบทเพชรบุรี"


def test_ten_of_many_and_how_many_there_are():
    many = [line(no, Condition.STANDING_STILL, 20) for no in range(40, 0, -1)]
    week = weekly_summary(many, TARGETS, MONDAY, 2564)
    assert [case.activity_no for case in week.worst] == list(range(1, 11))  # equals by number
    assert week.cases == 40


@given(st.permutations(PROVINCE))
def test_the_order_of_the_plan_changes_nothing(lines):
    assert weekly_summary(lines, TARGETS, MONDAY, 2564) == weekly_summary(PROVINCE, TARGETS, MONDAY, 2564)


def test_used_money_counts_what_is_bound():
    assert money_by_class(PROVINCE[3:4], Measure.USED) == {ExpenseClass.INVESTMENT: (10 * M, 2 * M)}
    assert money_by_class(PROVINCE[3:4]) == {ExpenseClass.INVESTMENT: (10 * M, 0)}


def said(lines, targets=TARGETS):
    return sentence(weekly_summary(lines, targets, MONDAY, 2564), writing)


def test_the_sentence_for_the_governor():
    assert said(PROVINCE) == (
        "จาก 4 กิจกรรม หยุดนิ่ง 1 และยังไม่รายงาน 1 "
        "เบิกจ่ายแล้ว 50% ของงบประมาณ ต้องเบิกอีก 5,200,000 บาท จึงจะถึงเป้าหมาย 63% ภายใน 30 มิ.ย. 64"
    )


@pytest.mark.parametrize(
    ("lines", "targets", "english"),
    [
        (
            PROVINCE[:3],
            TARGETS,
            "Of 3 activities, 1 stands still; all have reported. "
            "Disbursed 66.67% of the budget, at or above the target of 63% by 30 Jun 2021.",
        ),
        (
            PROVINCE[1:3],
            [],
            "None of the 2 activities stands still, and all have reported. "
            "Disbursed 75% of the budget; no target is set.",
        ),
        (
            [PROVINCE[1], PROVINCE[3]],
            TARGETS,
            "Of 2 activities, none is known to stand still, but 1 has not reported. "
            "Disbursed 25% of the budget; 7,600,000 baht more is needed for the target of 63% by 30 Jun 2021.",
        ),
        ([], TARGETS, "There are no activities to follow this year."),
    ],
)
def test_the_sentence_fits_the_week(lines, targets, english):
    with speaking("en"):
        assert said(lines, targets) == english
