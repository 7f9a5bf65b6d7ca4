"""What the cards of the reconciliation are told: plain facts in satang and CE dates; None is "nothing said"."""

from dataclasses import dataclass
from datetime import date

from models.treasury_gap import GapReason
from rules.reconciliation import Agreement


@dataclass(frozen=True)
class GapView:
    """One activity on which the two sides differ. Money is satang; `owners` are who can tell why."""

    no: int
    name: str
    agency: str
    agreement: Agreement
    treasury_satang: int | None
    treasury_as_of: date | None
    officer_satang: int | None
    officer_as_of: date | None
    gap_satang: int = 0
    owners: tuple[str, ...] = ()
    since: date | None = None
    days: int = 0
    asked_on: date | None = None
    reason: GapReason | None = None
    note: str = ""


@dataclass(frozen=True)
class ReconciliationView:
    """The whole comparison: how many agree, the rows that do not, and the treasury's lines that are no activity."""

    as_of: date
    agree: int
    rows: tuple[GapView, ...]
    unmatched: int = 0
    unmatched_satang: int = 0
    sheet_link: str = ""
