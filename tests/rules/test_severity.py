"""One number orders what needs someone, and can be checked by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.severity import Band, band_of, severity

M = 1_000_000_00


def test_the_number_is_million_baht_times_weeks_times_band():
    assert severity(3 * M, 20, Decimal(-7)).number == 24
    assert severity(3 * M, 20).number == 12


@pytest.mark.parametrize(
    ("points", "band"),
    [
        (None, Band.ON_PLAN),
        ("3", Band.ON_PLAN),
        ("-4.99", Band.ON_PLAN),
        ("-5", Band.BEHIND_5),
        ("-9.99", Band.BEHIND_5),
        ("-10", Band.BEHIND_10),
        ("-15", Band.BEHIND_15),
        ("-80", Band.BEHIND_15),
    ],
)
def test_bands_begin_at_their_points(points, band):
    assert band_of(None if points is None else Decimal(points)) is band


def test_small_differences_still_order_what_looks_equal():
    one, other = severity(1_000_00, 1), severity(1_001_00, 1)
    assert one.number == other.number == 0
    assert one.exact < other.exact


@given(st.integers(0, 10**12), st.integers(0, 300), st.decimals(-100, 0, places=2))
def test_more_money_more_days_or_further_behind_is_never_less_severe(satang, days, points):
    here = severity(satang, days, points).exact
    assert severity(satang + 1, days, points).exact >= here
    assert severity(satang, days + 1, points).exact >= here
    assert severity(satang, days, points - 5).exact >= here
