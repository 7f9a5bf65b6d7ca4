"""Percentages as sheets print them; what is no percentage is none, and never stops the reading."""

from decimal import Decimal

import pytest

from documents.plan_figures import read_percent


@pytest.mark.parametrize(
    ("cell", "percent"),
    [
        (Decimal("0.8599"), "85.99"),
        (Decimal("85.99"), "85.99"),
        (0, "0"),
        (1, "100"),
        ("85.99%", "85.99"),
        ("๑๔.๗๒ %", "14.72"),
        ("1,200", "1200"),
    ],
)
def test_a_percentage_is_read(cell, percent):
    assert read_percent(cell) == Decimal(percent)


@pytest.mark.parametrize(
    "cell", ["inf", "-Infinity", "NaN", "sNaN", "1e999", "ครบ", "", None, True, Decimal("1e30")]
)
def test_what_is_no_percentage_is_none(cell):
    assert read_percent(cell) is None
