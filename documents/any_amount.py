"""Reads amounts that may be below zero, as treasury exports and results print refunds."""

from documents.cell_amounts import Amount, read_amount
from documents.grid import Cell
from documents.plan_remarks import Remark


def read_signed(cell: Cell, unit_satang: int, is_unit_printed: bool) -> Amount:
    """Return an amount that may be below zero, written with a minus or in brackets."""
    amount = read_amount(cell, unit_satang, is_unit_printed)
    if amount.remark is not Remark.AMOUNT_NEGATIVE:
        return amount
    if isinstance(cell, str):
        amount = read_amount(cell.strip().strip("()-−– "), unit_satang, is_unit_printed)
    else:
        amount = read_amount(-cell, unit_satang, is_unit_printed)  # type: ignore[operator]
    return Amount(-amount.satang) if amount.satang is not None else amount
