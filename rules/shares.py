"""Percentages of money, reckoned one way everywhere."""

from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)


def percent_of(part_satang: int, whole_satang: int) -> Decimal | None:
    """Return part / whole x 100, half up to two decimals, or None where there is no whole.

    Source: Lampang 2560 table 4, Phetchaburi 2564 (the whole is the budget with what is left over in it).
    """
    if whole_satang == 0:
        return None
    return (_HUNDRED * part_satang / whole_satang).quantize(_CENT, ROUND_HALF_UP)


def share_of(whole_satang: int, percent: Decimal) -> int:
    """Return `percent` of `whole_satang` in satang, half up."""
    return int((whole_satang * percent / _HUNDRED).to_integral_value(ROUND_HALF_UP))
