"""Reads the amount of a cell into satang, or says why it cannot be read; never guesses and never rounds."""

import functools
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from documents.grid import Cell, text_of
from documents.plan_remarks import Remark
from documents.plan_words import key, plain, words

SATANG_PER_BAHT = 100
# No provincial activity comes near it; more means that the unit was misread.
LARGEST_SATANG = 10_000_000_000 * SATANG_PER_BAHT
# Excel stores 827300.1 as the nearest binary fraction: less than a ten-thousandth of a satang is its noise.
NOISE = Decimal("0.0001")
_FIGURE = re.compile(
    r"^(?:฿\s*)?(?P<minus>[-−(]\s*)?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?(?:\.-|/-|\.)?\)?\s*(?P<unit>[^\d\s.,()%/-]*)$"
)


@dataclass(frozen=True)
class Amount:
    """satang is None where nothing is written (remark None) or where it cannot be read (remark says why)."""

    satang: int | None
    remark: Remark | None = None

    @property
    def is_written(self) -> bool:
        return self.satang is not None or self.remark is not None


BLANK = Amount(None)


def read_amount(cell: Cell, unit_satang: int = SATANG_PER_BAHT, is_unit_printed: bool = False) -> Amount:
    """Return the amount of a cell counted in units of `unit_satang`; a dash is zero and a blank is no amount.

    A unit inside the cell ("1.5 ล้าน") counts where the heading prints none; it must agree with a printed one.
    """
    if cell is None:
        return BLANK
    if isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell * unit_satang <= LARGEST_SATANG:
        return Amount(cell * unit_satang)
    if isinstance(cell, Decimal | int) and not isinstance(cell, bool):
        return _amount(Decimal(cell), unit_satang)
    if not isinstance(cell, str):
        return Amount(None, Remark.AMOUNT_FORMAT)
    text = plain(text_of(cell))
    if text == "":
        return BLANK
    if text in words()["marks"]["nothing"]:
        return Amount(0)
    return _written(text, unit_satang, is_unit_printed)


def _written(text: str, unit_satang: int, is_unit_printed: bool) -> Amount:
    match = _FIGURE.match(text)
    if not match:
        return Amount(None, Remark.AMOUNT_FORMAT)
    if match["minus"]:
        return Amount(None, Remark.AMOUNT_NEGATIVE)
    unit = amount_units().get(key(match["unit"])) if match["unit"] else unit_satang
    if unit is None:
        return Amount(None, Remark.AMOUNT_FORMAT)
    if is_unit_printed and unit != unit_satang:
        return Amount(None, Remark.AMOUNT_UNIT)
    # "1.250" baht may be one thousand two hundred and fifty on a foreign keyboard.
    if unit == SATANG_PER_BAHT and len(match["part"] or "") > 2:
        return Amount(None, Remark.AMOUNT_FORMAT)
    return _amount(Decimal(f"{match['whole'].replace(',', '')}.{match['part'] or 0}"), unit)


def _amount(number: Decimal, unit_satang: int) -> Amount:
    try:
        satang = number * unit_satang
        if satang < 0:
            return Amount(None, Remark.AMOUNT_NEGATIVE)
        if satang > LARGEST_SATANG:
            return Amount(None, Remark.AMOUNT_HUGE)
        whole = satang.to_integral_value()
    except InvalidOperation:
        return Amount(None, Remark.AMOUNT_FORMAT)
    if abs(satang - whole) > NOISE:
        return Amount(None, Remark.AMOUNT_SATANG)
    return Amount(int(whole))


@functools.cache
def amount_units() -> dict[str, int]:
    """Return the satang in one unit, by the unit's key as it may stand behind a figure."""
    return {key(unit): satang for unit, satang in words()["amount_units"].items()}
