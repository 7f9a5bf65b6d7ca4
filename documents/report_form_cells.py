"""Reads the cells that people fill in: state, amount, percent, problem; what is doubtful is named, never guessed."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from documents.cell_amounts import LARGEST_SATANG, SATANG_PER_BAHT, amount_units, read_amount
from documents.grid import Cell, text_of
from documents.plan_remarks import Remark
from documents.plan_words import key, plain, words
from i18n import LANGUAGES, _, speaking
from rules.status import Status
from thai import writing
from thai.amounts import SMALLEST_PLAIN_BAHT
from thai.normalise import normalise
from thai.numerals import read_number

LONGEST_PROBLEM = 500
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?P<sign>%)?")
_NO_LETTERS = re.compile(r"[\d.,\s]+")


class Fault(StrEnum):
    """Why a cell cannot be taken as it stands."""

    STATUS = "STATUS"
    ADMIN_ONLY = "ADMIN_ONLY"
    AMOUNT = "AMOUNT"
    AMOUNT_UNIT = "AMOUNT_UNIT"
    DASH = "DASH"
    PERCENT = "PERCENT"
    PERCENT_OR_SHARE = "PERCENT_OR_SHARE"


class CellFault(Exception):
    """A filled cell that must be written again; `shown` is what stands in it."""

    def __init__(self, fault: Fault, cell: Cell) -> None:
        self.fault, self.shown = fault, text_of(cell)
        super().__init__(fault)


@dataclass(frozen=True)
class State:
    """What the status cell says; `is_same` for "no change"."""

    status: Status | None = None
    is_same: bool = False


UNSAID = State()


def read_status(cell: Cell) -> State:
    """Return the state that was chosen, in either language; raises CellFault for other words."""
    text = key(text_of(cell))
    if not text:
        return UNSAID
    found = _states().get(text)
    if found is None:
        raise CellFault(Fault.STATUS, cell)
    if found.status is Status.CANCELLED:
        raise CellFault(Fault.ADMIN_ONLY, cell)
    return found


def read_disbursed(cell: Cell) -> int | None:
    """Return satang, None for a blank cell; raises CellFault where the amount is not certain.

    Numbers and "1.2 ล้าน" are read, "สามล้านหก" too. Under 1,000 baht without a unit it may be millions.
    """
    text = plain(text_of(cell))
    if text in words()["marks"]["nothing"]:
        raise CellFault(Fault.DASH, cell)
    amount = read_amount(cell)
    satang = amount.satang
    if amount.remark is Remark.AMOUNT_FORMAT and isinstance(cell, str):
        satang = _amount_in_words(text)
    if amount.is_written and satang is None:
        raise CellFault(Fault.AMOUNT, cell)
    is_bare = not isinstance(cell, str) or bool(_NO_LETTERS.fullmatch(text))
    if satang and is_bare and satang < SMALLEST_PLAIN_BAHT * SATANG_PER_BAHT:
        raise CellFault(Fault.AMOUNT_UNIT, cell)
    return satang


def read_percent(cell: Cell) -> Decimal | None:
    """Return percent of work with two decimals, None for a blank; raises CellFault for anything doubtful.

    Excel stores a typed "45%" as 0.45 and "100%" as 1, so a bare number above 0 up to 1 is not certain.
    """
    text = plain(text_of(cell))
    if text == "":
        return None
    if text in words()["marks"]["nothing"]:
        raise CellFault(Fault.DASH, cell)
    found = None if isinstance(cell, bool) else _PERCENT.fullmatch(text)
    if not found:
        raise CellFault(Fault.PERCENT, cell)
    percent = Decimal(found[1])
    if percent > 100:
        raise CellFault(Fault.PERCENT, cell)
    if 0 < percent <= 1 and not found["sign"]:
        raise CellFault(Fault.PERCENT_OR_SHARE, cell)
    return percent.quantize(Decimal("0.01"), ROUND_HALF_UP)


def read_problem(cell: Cell) -> str | None:
    """Return what stands in the way in the officer's own words, None for a blank."""
    return text_of(cell)[:LONGEST_PROBLEM] or None


def _states() -> dict[str, State]:
    """Return every wording of a state by its key; a form may come back in the other language."""
    found: dict[str, State] = {}
    for language in LANGUAGES:
        with speaking(language):
            for same in (_("As before"), _("No change")):
                found[key(same)] = State(is_same=True)
            for status in Status:
                for name in (writing.status_short(status), writing.status_name(status)):
                    found[key(name)] = State(status)
    return found


def _amount_in_words(text: str) -> int | None:
    """Return an exact amount such as "สามล้านหก" or "3.6 ลบ.", None for anything else."""
    clean = normalise(text).clean.strip()
    found = read_number(clean, 0)
    if found is None:
        return None
    number, end = found
    # Anything else behind it, be it กว่า or a question mark, makes the amount uncertain.
    unit = clean[end:].strip().lower()
    if not (number.is_exact and number.is_well_formed) or (
        unit and amount_units().get(unit) != SATANG_PER_BAHT
    ):
        return None
    satang = number.value * SATANG_PER_BAHT
    return int(satang) if satang <= LARGEST_SATANG and satang == satang.to_integral_value() else None
