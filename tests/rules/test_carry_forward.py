"""A report that says little changes little, and what follows from it is filled in."""

from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.carry_forward import carried_forward
from rules.cause import Cause
from rules.figures import Figures
from rules.status import Status

M = 1_000_000_00
LAST = Figures(Status.IN_PROGRESS, Decimal(45), 2 * M, 3 * M, causes=(Cause.WEATHER_DISASTER,))
BLOCKED = Figures(Status.BLOCKED, Decimal(45), 2 * M, causes=(Cause.SITE_NOT_READY,), problem_text="รออนุญาต")


def test_what_is_not_said_stays():
    now = carried_forward(Figures(progress_percent=Decimal(50)), LAST)
    assert (now.status, now.progress_percent, now.disbursed_satang) == (
        Status.IN_PROGRESS,
        Decimal(50),
        2 * M,
    )


def test_a_first_report_stands_alone():
    said = Figures(Status.PROCUREMENT, disbursed_satang=0)
    assert carried_forward(said, None) == said


def test_zero_is_said():
    assert carried_forward(Figures(disbursed_satang=0), LAST).disbursed_satang == 0


def test_completed_means_all_the_work_unless_a_percent_is_given():
    assert carried_forward(Figures(Status.COMPLETED), LAST).progress_percent == 100
    assert carried_forward(Figures(Status.COMPLETED, Decimal(90)), LAST).progress_percent == 90


@pytest.mark.parametrize(
    ("said", "committed"),
    [
        (Figures(disbursed_satang=3 * M), 2 * M),
        (Figures(disbursed_satang=6 * M), 0),
        (Figures(disbursed_satang=M), 3 * M),
        (Figures(disbursed_satang=3 * M, committed_satang=M), M),
        (Figures(progress_percent=Decimal(50)), 3 * M),
    ],
    ids=["paid in part", "paid more than bound", "refund", "said", "no money said"],
)
def test_paying_takes_from_what_was_committed(said, committed):
    assert carried_forward(said, LAST).committed_satang == committed


def test_a_problem_stays_only_while_the_activity_stays_blocked():
    more_paid = Figures(disbursed_satang=3 * M)
    assert carried_forward(more_paid, BLOCKED).causes == (Cause.SITE_NOT_READY,)
    assert carried_forward(more_paid, BLOCKED).problem_text == "รออนุญาต"
    assert carried_forward(Figures(Status.IN_PROGRESS), BLOCKED).causes is None
    assert carried_forward(Figures(progress_percent=Decimal(50)), LAST).causes is None
    assert carried_forward(Figures(causes=()), BLOCKED).causes == ()


def test_a_declared_remainder_stays_until_the_money_or_the_state_changes():
    done = Figures(Status.COMPLETED, Decimal(100), 9 * M, left_over_satang=M)
    assert carried_forward(Figures(problem_text="ส่งเอกสารแล้ว"), done).left_over_satang == M
    assert carried_forward(Figures(disbursed_satang=10 * M), done).left_over_satang is None
    assert carried_forward(Figures(Status.IN_PROGRESS), done).left_over_satang is None


def test_completed_work_is_all_of_it_also_where_no_percent_was_ever_said():
    assert carried_forward(Figures(), Figures(Status.COMPLETED)).progress_percent == 100
    assert carried_forward(Figures(Status.IN_PROGRESS), Figures(Status.COMPLETED)).progress_percent is None


FIGURES = st.builds(
    Figures,
    status=st.sampled_from([None, *Status]),
    progress_percent=st.none() | st.integers(0, 100).map(Decimal),
    disbursed_satang=st.none() | st.integers(0, 5),
    committed_satang=st.none() | st.integers(0, 5),
    causes=st.sampled_from([None, (), (Cause.OTHER,)]),
    left_over_satang=st.none() | st.integers(0, 5),
)


@given(FIGURES, FIGURES)
def test_what_is_said_is_never_altered_and_saying_it_again_adds_nothing(said, last):
    now = carried_forward(said, last)
    for field in fields(Figures):
        if getattr(said, field.name) is not None:
            assert getattr(now, field.name) == getattr(said, field.name)
    assert carried_forward(now, now) == now
