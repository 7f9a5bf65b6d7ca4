"""What counts as movement, and what does not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.cause import Cause
from rules.figures import Figures
from rules.fiscal_year import last_day_of, periods
from rules.movement import Observation, last_moved_on
from rules.status import Status

ENDS = [last_day_of(period) for period in periods(2564)]
OCTOBER, NOVEMBER, DECEMBER = ENDS[:3]
M = 1_000_000_00


def reports(*figures):
    return [Observation(as_of, said) for as_of, said in zip(ENDS, figures, strict=False)]


def at(percent=None, disbursed=None, committed=None, status=Status.IN_PROGRESS, **other):
    percent = None if percent is None else Decimal(percent)
    return Figures(status, percent, disbursed, committed, **other)


@pytest.mark.parametrize(
    "now",
    [
        at("45.01", M, 0),
        at("45", M + 1, 0),
        at("45", M, 2 * M),
        at("45", M, 0, status=Status.COMPLETED),
    ],
    ids=["higher percentage", "more disbursed", "a contract signed", "a later step"],
)
def test_movement(now):
    assert last_moved_on(reports(at("45", M, 0), now)) == NOVEMBER


@pytest.mark.parametrize(
    "now",
    [
        at("45", M, M),
        at("45", M, M, problem_text="ฝนตกหนัก", causes=(Cause.WEATHER_DISASTER,)),
        at("40", M, M),
        at("45", M - 1, M),
        at("45", M, 0),
        at("45", M, M, status=Status.BLOCKED),
        at("45", M, M, status=Status.PROCUREMENT),
        at(status=None),
    ],
    ids=[
        "no change",
        "new words",
        "less work",
        "a refund",
        "less bound",
        "blocked",
        "a step back",
        "nothing said",
    ],
)
def test_no_movement(now):
    assert last_moved_on(reports(at("45", M, M), now)) == OCTOBER


def test_the_first_report_counts_if_it_shows_anything():
    assert last_moved_on(reports(at("5"))) == OCTOBER
    assert last_moved_on(reports(at("0", 0, 0, status=Status.NOT_STARTED))) is None
    assert last_moved_on(reports(at(status=Status.PROCUREMENT))) == OCTOBER
    assert last_moved_on([]) is None


def test_paying_out_of_a_contract_is_movement_though_the_sum_stays():
    assert last_moved_on(reports(at("45", M, M), at("45", 2 * M, 0))) == NOVEMBER


def test_a_rise_that_was_taken_back_was_none():
    assert last_moved_on(reports(at("45"), at("54"), at("45"))) == OCTOBER


def test_after_a_correction_downward_the_next_rise_counts():
    assert last_moved_on(reports(at("45"), at("30"), at("40"))) == DECEMBER
    assert last_moved_on(reports(at("0", 2 * M), at("0", M), at("0", M + M // 2))) == DECEMBER


def test_being_blocked_and_going_on_as_before_is_no_movement():
    told = reports(at("45"), at("45", status=Status.BLOCKED), at("45"))
    assert last_moved_on(told) == OCTOBER


def test_what_is_not_said_stays_as_it_was():
    assert last_moved_on(reports(at("45", M), at(None, None, status=None), at("45", M))) == OCTOBER


def test_a_later_revision_of_the_same_date_stands_and_order_does_not_matter():
    told = reports(at("45"), at("50"))
    assert last_moved_on([*told, Observation(NOVEMBER, at("45"))]) == OCTOBER
    assert last_moved_on(told[::-1]) == NOVEMBER


FIGURES = st.builds(
    Figures,
    status=st.sampled_from([None, *Status]),
    progress_percent=st.none() | st.integers(0, 100).map(Decimal),
    disbursed_satang=st.none() | st.integers(0, 5),
    committed_satang=st.none() | st.integers(0, 5),
)


@given(st.lists(FIGURES, max_size=6))
def test_reporting_no_change_never_moves_anything(told):
    assert last_moved_on(reports(*told, Figures())) == last_moved_on(reports(*told))


@given(st.lists(FIGURES, max_size=6), st.integers(1, 100))
def test_a_higher_percentage_always_moves(told, higher):
    said = [figures.progress_percent for figures in told if figures.progress_percent is not None]
    before = said[-1] if said else Decimal(0)
    assert last_moved_on(reports(*told, Figures(progress_percent=before + higher))) == ENDS[len(told)]
