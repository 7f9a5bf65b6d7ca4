"""One number of a report: what it is about, and how it was introduced."""

from dataclasses import dataclass
from enum import Enum, auto

from thai.tokens import Kind, Token

# Words that give a limit, not a figure.
BOUNDS = ("ไม่ถึง", "เกิน", "เกินกว่า", "มากกว่า", "น้อยกว่า", "ไม่เกิน", "ไม่ต่ำกว่า", "ไม่น้อยกว่า", "กว่า", "กว่าๆ", "ขึ้นไป")
FIGURES = (Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.NUMBER)


class Topic(Enum):
    NONE = auto()
    WORK = auto()
    MONEY = auto()
    ASIDE = auto()  # plan, budget, contract, commitment, waiting for payment: never a figure of the report
    COMMITTED = auto()


class Mark(Enum):
    """How a number was introduced."""

    TOTAL = auto()
    MORE = auto()
    EXTRA = auto()  # said to be of this month
    INSTALMENT = auto()
    PAST = auto()
    NOUN = auto()
    REMAINING = auto()
    RESTATED = auto()
    FROM = auto()
    DROPPED = auto()
    BECOMES = auto()
    AS_PLANNED = auto()
    MONTH = auto()  # of a month by name: an addition, unless said to be a total
    STEP = auto()  # moved by so much, or to so much: ขยับมา 5%
    PART = auto()  # of a part of the work: งานดิน 80%
    FUTURE = auto()


@dataclass
class Quantity:
    """One number of the report with its topic; `at` is its place among the tokens."""

    token: Token
    at: int
    topic: Topic
    marks: set[Mark]
    before: Token | None = None
    is_of_unknown: bool = False  # an unknown word stands behind, which may be what is counted (3 รุนจาก 4)

    def has(self, *marks: Mark) -> bool:
        return not self.marks.isdisjoint(marks)
