"""One number that orders the activities somebody should act on; the weekly summary and cases sort by it.

It is million-baht-weeks, weighted: money not yet disbursed x weeks without movement (or without a report) x
how far behind plan. A governor can check it on a card: "3 million baht x 4 weeks x 2".
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum

_SATANG_PER_MILLION_BAHT = 100_000_000
_WORKING_DAYS_PER_WEEK = 5
_TENTH = Decimal("0.1")


class Band(IntEnum):
    """How far behind plan, in percentage points; the value is its weight.

    The steps of 5, 10 and 15 points are those of the Philippine DPWH's slippage rule (warning, final warning,
    termination); no Thai source gives any.
    """

    ON_PLAN = 1
    BEHIND_5 = 2
    BEHIND_10 = 3
    BEHIND_15 = 4


@dataclass(frozen=True)
class Severity:
    """The number and what it is made of."""

    at_risk_satang: int
    working_days: int
    band: Band

    @property
    def number(self) -> Decimal:
        """Weighted million-baht-weeks, half up to one decimal."""
        return (self.exact / (_SATANG_PER_MILLION_BAHT * _WORKING_DAYS_PER_WEEK)).quantize(
            _TENTH, ROUND_HALF_UP
        )

    @property
    def exact(self) -> Decimal:
        """The unrounded product to sort by: satang x working days x weight."""
        return Decimal(self.at_risk_satang) * self.working_days * self.band


def band_of(points: Decimal | None) -> Band:
    """Return the band for `points` above plan (negative is behind); ON_PLAN where no plan is known."""
    if points is None or points > -5:
        return Band.ON_PLAN
    if points > -10:
        return Band.BEHIND_5
    return Band.BEHIND_10 if points > -15 else Band.BEHIND_15


def severity(at_risk_satang: int, working_days: int, points: Decimal | None = None) -> Severity:
    """Return how much needs somebody: satang not yet disbursed, working days so far, points above plan."""
    return severity_in_band(at_risk_satang, working_days, band_of(points))


def severity_in_band(at_risk_satang: int, working_days: int, band: Band = Band.ON_PLAN) -> Severity:
    """Return how much needs somebody, where the band is known already."""
    return Severity(max(0, at_risk_satang), max(0, working_days), band)
