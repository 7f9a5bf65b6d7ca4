"""Figures that cannot be are refused, doubtful ones are asked about once, good ones pass in silence."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.carry_forward import carried_forward
from rules.cause import Cause
from rules.doubt import DoubtCode
from rules.figures import Figures
from rules.quality import as_of_doubts, doubts
from rules.status import Status

M = 1_000_000_00
BUDGET = 10 * M
LAST = Figures(Status.IN_PROGRESS, Decimal(45), 2 * M, M, ())


def codes(said, last=LAST, budget=BUDGET, **who):
    return [doubt.code.value for doubt in doubts(said, last, budget, **who)]


@pytest.mark.parametrize(
    "said",
    [
        Figures(progress_percent=Decimal(60)),
        Figures(disbursed_satang=9 * M),
        Figures(Status.COMPLETED, Decimal(100), BUDGET, 0),
        Figures(Status.COMPLETED),
        Figures(Status.BLOCKED, causes=(Cause.SITE_NOT_READY,)),
        Figures(Status.BLOCKED, problem_text="รอผลตรวจดิน"),
        Figures(Status.COMPLETED, disbursed_satang=9 * M, left_over_satang=M),
        LAST,
    ],
)
def test_ordinary_reports_pass(said):
    assert codes(said) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Figures(), "NOTHING_SAID"),
        (Figures(Status.CANCELLED), "CANCEL_IS_ADMINS"),
        (Figures(disbursed_satang=-1), "NEGATIVE_AMOUNT"),
        (Figures(progress_percent=Decimal("100.01")), "PROGRESS_OUT_OF_RANGE"),
        (Figures(progress_percent=Decimal(-1)), "PROGRESS_OUT_OF_RANGE"),
        (Figures(disbursed_satang=BUDGET + 1), "EXCEEDS_BUDGET"),
        (Figures(committed_satang=8 * M + 1), "USED_EXCEEDS_BUDGET"),
        (Figures(Status.COMPLETED, left_over_satang=8 * M + 1), "LEFT_OVER_EXCEEDS_REST"),
        (Figures(Status.COMPLETED, Decimal(99)), "COMPLETED_BELOW_HUNDRED"),
        (Figures(Status.BLOCKED), "REASON_REQUIRED"),
        (Figures(Status.BLOCKED, causes=(), problem_text="  "), "REASON_REQUIRED"),
    ],
)
def test_what_cannot_be_must_be_changed(said, code):
    found = [doubt for doubt in doubts(said, LAST, BUDGET) if doubt.is_blocking]
    assert [doubt.code for doubt in found] == [code]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Figures(disbursed_satang=2 * M - 1), "DECREASED_CUMULATIVE"),
        (Figures(progress_percent=Decimal("44.99")), "DECREASED_PROGRESS"),
        (Figures(progress_percent=Decimal(100)), "HUNDRED_NOT_COMPLETED"),
        (Figures(disbursed_satang=BUDGET), "PAID_IN_FULL_UNFINISHED"),
    ],
)
def test_what_may_be_right_is_asked_about(said, code):
    (doubt,) = doubts(said, LAST, BUDGET)
    assert doubt.code == code
    assert not doubt.is_blocking


def test_hundred_percent_is_asked_about_even_where_no_state_is_known():
    assert codes(Figures(progress_percent=Decimal(100)), None) == ["HUNDRED_NOT_COMPLETED"]


def test_money_or_work_before_the_start_is_asked_about():
    said = Figures(Status.PROCUREMENT, Decimal(5), M)
    assert codes(said, None) == ["PAID_BEFORE_START", "WORK_BEFORE_START"]


@pytest.mark.parametrize(
    ("before", "now", "is_asked"),
    [
        (Status.IN_PROGRESS, Status.PROCUREMENT, True),
        (Status.COMPLETED, Status.IN_PROGRESS, True),
        (Status.COMPLETED, Status.BLOCKED, True),
        (Status.NOT_STARTED, Status.IN_PROGRESS, False),
        (Status.BLOCKED, Status.PROCUREMENT, False),
        (Status.IN_PROGRESS, Status.BLOCKED, False),
    ],
)
def test_a_step_back_is_asked_about(before, now, is_asked):
    said, last = Figures(now, causes=(Cause.REBID,)), Figures(before)
    assert ("STEP_BACKWARD" in codes(said, last)) is is_asked


def test_only_the_provincial_office_cancels_and_takes_that_back():
    cancelled = Figures(Status.CANCELLED, Decimal(45), 2 * M)
    assert codes(Figures(Status.CANCELLED), is_admin=True) == []
    assert codes(Figures(Status.IN_PROGRESS), cancelled) == ["CANCEL_IS_ADMINS"]
    assert codes(Figures(Status.IN_PROGRESS), cancelled, is_admin=True) == []


def test_the_doubt_carries_both_figures():
    (doubt,) = doubts(Figures(disbursed_satang=12 * M), LAST, BUDGET)
    assert (doubt.said, doubt.against) == (12 * M, BUDGET)


def test_what_must_change_comes_first():
    said = Figures(Status.BLOCKED, Decimal(40))
    assert codes(said) == ["REASON_REQUIRED", "DECREASED_PROGRESS"]


def test_what_was_confirmed_last_month_is_not_asked_again():
    accepted_later = Figures(Status.IN_PROGRESS, Decimal(100), 2 * M)
    assert codes(Figures(disbursed_satang=3 * M), accepted_later) == []
    advance = Figures(Status.PROCUREMENT, Decimal(0), M)
    assert codes(advance, advance) == []
    assert codes(Figures(disbursed_satang=2 * M), advance) == ["PAID_BEFORE_START"]


def test_a_budget_cut_below_what_is_paid_is_asked_about_though_nothing_changed():
    assert codes(LAST, LAST, budget=M) == ["EXCEEDS_BUDGET"]


@pytest.mark.parametrize(
    ("as_of", "carried", "found"),
    [
        (date(2021, 4, 30), False, []),
        (date(2021, 5, 3), False, []),
        (date(2021, 5, 4), False, ["AS_OF_IN_FUTURE"]),
        (date(2020, 9, 30), False, ["AS_OF_OUTSIDE_YEAR"]),
        (date(2020, 9, 30), True, ["AS_OF_OUTSIDE_YEAR"]),
    ],
)
def test_figures_are_from_this_year_and_not_from_tomorrow(as_of, carried, found):
    asked = as_of_doubts(as_of, date(2021, 5, 3), 2564, is_carried_over=carried)
    assert [doubt.code.value for doubt in asked] == found
    assert all(doubt.is_blocking for doubt in asked)


def test_carried_over_money_is_reported_after_september():
    november = date(2021, 11, 30)
    assert as_of_doubts(november, november, 2564, is_carried_over=True) == ()
    assert [doubt.code for doubt in as_of_doubts(november, november, 2564)] == [DoubtCode.AS_OF_OUTSIDE_YEAR]


FIGURES = st.builds(
    Figures,
    status=st.sampled_from([None, *Status]),
    progress_percent=st.none() | st.integers(-5, 105).map(Decimal),
    disbursed_satang=st.none() | st.integers(-1, 12),
    committed_satang=st.none() | st.integers(-1, 12),
    causes=st.sampled_from([None, (), (Cause.OTHER,)]),
    left_over_satang=st.none() | st.integers(-1, 12),
)


@given(FIGURES, st.none() | FIGURES)
def test_what_passes_keeps_the_invariants(said, last):
    if any(doubt.is_blocking for doubt in doubts(said, last, 10)):
        return
    now = carried_forward(said, last)
    disbursed, committed = now.disbursed_satang or 0, now.committed_satang or 0
    assert 0 <= disbursed <= disbursed + committed <= 10
    assert 0 <= now.left_over_satang <= 10 - disbursed if now.left_over_satang is not None else True
    assert now.progress_percent is None or 0 <= now.progress_percent <= 100
    assert now.status is not Status.BLOCKED or now.causes or now.problem_text
    assert now.status is not Status.COMPLETED or now.progress_percent in (None, Decimal(100))


@given(FIGURES, st.none() | FIGURES)
def test_a_stored_report_repeated_raises_nothing_to_confirm(said, last):
    if said == Figures() == (last or Figures()):
        return
    stored = carried_forward(said, last)
    assert [doubt for doubt in doubts(stored, stored, 10) if not doubt.is_blocking] == []


@given(FIGURES, st.none() | FIGURES)
def test_asking_about_the_whole_or_the_part_finds_the_same(said, last):
    whole = carried_forward(said, last)
    if said != Figures():
        assert doubts(whole, last, 10) == doubts(said, last, 10)
