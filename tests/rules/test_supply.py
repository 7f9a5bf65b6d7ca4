"""How far the quota reaches: enough, short, or gone while there is just enough left to say so."""

import pytest

from rules.urgency import Supply, supply


@pytest.mark.parametrize(
    ("left", "needed", "reserve", "found"),
    [
        (None, 10_000, 2, Supply.ENOUGH),
        (50, 50, 2, Supply.ENOUGH),
        (49, 50, 2, Supply.SHORT),
        (2, 50, 2, Supply.GONE),
        (0, 1, 0, Supply.GONE),
        (0, 0, 0, Supply.ENOUGH),
    ],
)
def test_how_far_the_quota_reaches(left, needed, reserve, found):
    assert supply(left, needed, reserve) is found
