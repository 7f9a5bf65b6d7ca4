"""Percentages of money as the provinces print them."""

from decimal import Decimal

import pytest

from rules.shares import percent_of, share_of


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (26_756_440_00, 181_750_000_00, "14.72"),  # Phetchaburi 2564
        (221_286_706_85, 274_504_700_00, "80.61"),  # Lampang 2560
        (1, 3, "33.33"),
        (1, 800, "0.13"),  # 0.125, half up
        (0, 5, "0.00"),
    ],
)
def test_percentages_are_half_up_to_two_decimals(part, whole, percent):
    assert percent_of(part, whole) == Decimal(percent)


def test_there_is_no_share_of_nothing():
    assert percent_of(0, 0) is None


def test_a_share_in_satang():
    assert share_of(181_750_000_00, Decimal(52)) == 94_510_000_00
