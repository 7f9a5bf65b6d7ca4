"""How the treasury's figure of an activity stands to what its officer said; satang, both cumulative from 1 October."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Agreement(StrEnum):
    AGREE = "agree"
    TREASURY_AHEAD = "treasury_ahead"
    OFFICER_AHEAD = "officer_ahead"
    NOT_REPORTED = "not_reported"
    NOT_AT_TREASURY = "not_at_treasury"


@dataclass(frozen=True)
class Said:
    """One side's figure, and the day that it is of."""

    satang: int
    as_of: date


def agreement(treasury: Said | None, officer: Said | None) -> Agreement | None:
    """Return how the two sides stand, None where neither says anything.

    A side that says nothing cannot disagree: an activity without any payment need not be at the treasury.
    """
    if treasury is None:
        return None if officer is None or not officer.satang else Agreement.NOT_AT_TREASURY
    if officer is None:
        return Agreement.NOT_REPORTED if treasury.satang else None
    if treasury.satang == officer.satang:
        return Agreement.AGREE
    return Agreement.TREASURY_AHEAD if treasury.satang > officer.satang else Agreement.OFFICER_AHEAD


def gap_satang(treasury: Said | None, officer: Said | None) -> int:
    """Return the treasury's figure less the officer's, 0 where one of them says nothing."""
    return treasury.satang - officer.satang if treasury is not None and officer is not None else 0


def is_to_be_explained(treasury: Said, officer: Said, asked: date, late_on: date, today: date) -> bool:
    """Return whether the officer is asked why the figures differ.

    While the report of the month that is asked for (`asked`, its first day) is still to come, and not late, money that
    was paid since explains itself: that report begins with the treasury's figure. What the treasury lacks needs a word.
    """
    is_reported = officer.as_of >= asked
    return treasury.satang < officer.satang or is_reported or today >= late_on
