"""The pieces a message falls into: each token has a kind, a place in the normalised text, and its value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum, auto

_REACH = 24


class Kind(StrEnum):
    """What a token is; the groups follow the order in which the grammar meets them."""

    # Shapes
    LINE = auto()
    PUNCT = auto()
    OTHER = auto()
    NOISE = auto()
    NUMBER = auto()
    DATE = auto()
    NAME = auto()
    # Parts of numbers
    PERCENT_SIGN = auto()
    PERCENT_WORD = auto()
    BAHT = auto()
    ABOUT = auto()
    OVER = auto()
    PREFIX = auto()
    COUNTER = auto()
    OUT_OF = auto()
    HALF = auto()
    # Numbers with their meaning
    AMOUNT = auto()
    PERCENT = auto()
    FRACTION = auto()
    COUNT = auto()
    REFERENCE = auto()
    ROAD = auto()
    INSTALMENT = auto()
    # What a number is about
    MONEY = auto()
    FULL = auto()
    AWAITING = auto()
    COMMITTED = auto()
    BUDGET = auto()
    CONTRACT = auto()
    REMAINING = auto()
    PLANNED = auto()
    WORK = auto()
    TOTAL = auto()
    EXTRA = auto()
    THIS_MONTH = auto()
    EARLIER = auto()
    AS_OF = auto()
    RELATIVE_DAY = auto()
    EQUALS = auto()
    BECOMES = auto()
    INSTEAD = auto()
    # States
    GOING = auto()
    DONE = auto()
    DO = auto()
    START = auto()
    TENDER = auto()
    STOPPED = auto()
    EASED = auto()
    CANCEL = auto()
    ACCEPTED = auto()
    SAME = auto()
    # Causes
    PROBLEM = auto()
    CAUSE = auto()
    BECAUSE = auto()
    # What turns a meaning round
    NOT = auto()
    YET = auto()
    ALMOST = auto()
    WILL = auto()
    WAIT = auto()
    NOW = auto()
    PAST = auto()
    WENT = auto()
    # Joints
    JOIN = auto()
    BUT = auto()
    ALL = auto()
    THIS = auto()
    # What people want
    ASK = auto()
    WANT = auto()
    YES = auto()
    NO = auto()
    ACK = auto()
    FIX = auto()
    RETRACT = auto()
    SENT = auto()
    FORBIDDEN = auto()
    GREETING = auto()
    CHAT = auto()
    HELP = auto()
    POLITE = auto()
    FILLER = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: `is_scaled` when a magnitude (ล้าน, แสน) was said with it, `is_exact` unless only roughly.

    `is_well_formed` is False for misplaced commas and points (1,25,000); `value` is then meaningless. `is_short`: the
    last digit was spoken short (สามล้านหก), which before บาท could also be meant in full.
    """

    value: Decimal
    is_scaled: bool = False
    is_exact: bool = True
    is_well_formed: bool = True
    is_digits: bool = True
    has_comma: bool = False
    is_short: bool = False

    @property
    def whole(self) -> int | None:
        """Return the integer it is, None for fractions, scaled and malformed numbers."""
        if self.is_scaled or not self.is_well_formed or self.has_comma or self.value != int(self.value):
            return None
        return int(self.value)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as said: `day` is None where it cannot exist (31 ก.พ.); `is_month` when only a month was named."""

    day: date | None
    is_month: bool = False
    is_relative: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    start: int
    end: int
    text: str
    value: str = ""
    number: Number | None = None
    day: Day | None = None
    spaced: bool = False  # a blank stands before it

    def is_punct(self, marks: str) -> bool:
        return self.kind is Kind.PUNCT and self.text in marks


Tokens = tuple[Token, ...]


def is_kind(tokens: Tokens, at: int, *kinds: Kind) -> bool:
    """Return whether there is a token at `at`, of one of the kinds."""
    return 0 <= at < len(tokens) and tokens[at].kind in kinds


def join(
    tokens: Tokens, at: int, end: int, kind: Kind, number: Number | None = None, value: str = ""
) -> tuple[Token, int]:
    """Return tokens[at:end] as one token of another kind, and where to go on."""
    first, last = tokens[at], tokens[end - 1]
    text = first.text if end == at + 1 else " ".join(token.text for token in tokens[at:end])
    return Token(kind, first.start, last.end, text, value, number, spaced=first.spaced), end


def before(tokens: Tokens, at: int) -> Iterator[Token]:
    """Yield the words before tokens[at], the nearest first, as far as one clause can reach."""
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        yield tokens[place]


def after(tokens: Tokens, at: int) -> Iterator[Token]:
    """Yield the words after tokens[at], as far as one clause can reach."""
    for place in range(at + 1, min(len(tokens), at + 1 + _REACH)):
        yield tokens[place]
