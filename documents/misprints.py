"""How a printed figure may have come to be wrong: the slips of people who type, in the order of their likelihood."""

from dataclasses import dataclass
from enum import StrEnum


class Slip(StrEnum):
    """What probably happened. The first ones explain a single figure, the others a sum or a percentage."""

    LOST_MINUS = "LOST_MINUS"
    LOST_SATANG = "LOST_SATANG"
    UNITS = "UNITS"
    SWAPPED_DIGITS = "SWAPPED_DIGITS"
    MISSING_DIGIT = "MISSING_DIGIT"
    EXTRA_DIGIT = "EXTRA_DIGIT"
    ONE_DIGIT = "ONE_DIGIT"
    ROW_LEFT_OUT = "ROW_LEFT_OUT"
    ROW_TWICE = "ROW_TWICE"
    AFTER_CORRECTION = "AFTER_CORRECTION"
    ROWS_LEFT_OUT_AFTER_CORRECTION = "ROWS_LEFT_OUT_AFTER_CORRECTION"
    SATANG_ONLY = "SATANG_ONLY"
    ROW_MISSING = "ROW_MISSING"
    CUT_OFF = "CUT_OFF"
    OF_USED = "OF_USED"
    OF_REST = "OF_REST"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True)
class Why:
    """The likeliest explanation; `details` name fields, rows and amounts for the sentence."""

    slip: Slip
    details: tuple[tuple[str, str], ...] = ()


SATANG = 100
UNITS = (1_000, 1_000_000, 100, 10, 10_000, 100_000)
SHORTEST = 3  # below four digits nearly any two figures are alike


def slip_between(printed: int, wanted: int) -> Slip | None:
    """Return the slip by which `wanted` (satang) may have been printed as `printed`, or None."""
    if printed == wanted or not printed or not wanted:
        return None
    if printed == -wanted:
        return Slip.LOST_MINUS
    if printed * wanted < 0:
        return None
    written, meant = abs(printed), abs(wanted)
    if written % SATANG == 0 and 0 < abs(meant - written) < SATANG:
        return Slip.LOST_SATANG
    if any(written * unit == meant or meant * unit == written for unit in UNITS):
        return Slip.UNITS
    return _by_digits(_digits(written), _digits(meant))


def _digits(satang: int) -> str:
    """Return the digits that somebody types: without satang where there are none."""
    return str(satang // SATANG) if satang % SATANG == 0 else str(satang)


def _by_digits(written: str, meant: str) -> Slip | None:
    if min(len(written), len(meant)) <= SHORTEST:
        return None
    if len(written) == len(meant):
        differing = [at for at, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
        if len(differing) == 1:
            return Slip.ONE_DIGIT
        is_swap = len(differing) == 2 and differing[1] - differing[0] == 1
        if (
            is_swap
            and written[differing[0]] == meant[differing[1]]
            and written[differing[1]] == meant[differing[0]]
        ):
            return Slip.SWAPPED_DIGITS
    if len(meant) == len(written) + 1 and _lacks_one(written, meant):
        return Slip.MISSING_DIGIT
    if len(written) == len(meant) + 1 and _lacks_one(meant, written):
        return Slip.EXTRA_DIGIT
    return None


def _lacks_one(short: str, long: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


# How likely each slip is, before any other reason is looked for.
RANK = {slip: at for at, slip in enumerate(Slip)}
