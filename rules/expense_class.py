"""The two classes of budget that have their own disbursement targets (Lampang 2560 section 2)."""

from enum import StrEnum


class ExpenseClass(StrEnum):
    OVERALL = "overall"
    RECURRENT = "recurrent"
    INVESTMENT = "investment"
