"""What was said of the money disbursed, before it is held against the budget and last month's figure."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from thai.reading import Clarify, Mode
from thai.tokens import Token


@dataclass(frozen=True)
class Money:
    """The disbursed amount as said. `percent` stands for a share of the budget; `is_full` for all of it.

    `doubt` is what must be asked about it; the amount is then None.
    """

    satang: int | None = None
    percent: Decimal | None = None
    is_full: bool = False
    mode: Mode = Mode.AMBIGUOUS
    doubt: Clarify | None = None
    tokens: tuple[Token, ...] = ()


def round_to_satang(baht: Decimal) -> int:
    """Return baht as satang, half up."""
    return int((baht * 100).quantize(Decimal(1), ROUND_HALF_UP))
