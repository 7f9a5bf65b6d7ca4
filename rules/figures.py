"""What one report says of one activity: three different figures, a state, and what stands in the way."""

from dataclasses import dataclass
from decimal import Decimal

from rules.cause import Cause
from rules.status import Status


@dataclass(frozen=True)
class Figures:
    """One activity's figures at one moment; None means "not said", never zero.

    progress_percent is percent of work (0 to 100, two decimals), never percent of money.
    disbursed_satang is cumulative from 1 October; committed_satang is bound by contract and not yet paid.
    left_over_satang is budget that nobody will need (เหลือจ่าย), declared once the work is completed.
    causes is None where nothing was said and empty where "no problem" was said.
    """

    status: Status | None = None
    progress_percent: Decimal | None = None
    disbursed_satang: int | None = None
    committed_satang: int | None = None
    causes: tuple[Cause, ...] | None = None
    problem_text: str | None = None
    left_over_satang: int | None = None
