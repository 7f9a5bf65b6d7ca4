"""Every colour a card may use, named by meaning.

Each ink keeps a contrast of at least 4.5 to 1 on its ground (WCAG 2.2, 1.4.3), because many readers are
past fifty and outdoors. A colour never stands alone: a word says the same.
"""

from enum import StrEnum
from typing import NamedTuple

from rules.status import Status

PAPER = "#FFFFFF"
WASH = "#F1F5F9"
RULE = "#DDE3EA"
INK = "#17212B"
MUTED = "#51606F"
KICKER = "#DCE8F2"

WORK_BAR = "#1F6FB5"
MONEY_BAR = "#0B7A55"
LATE_INK = "#9A2A12"


class Kind(StrEnum):
    """What a card is for, as the colour of its header."""

    ASK = "#1B4B82"
    VIEW = "#134E5E"
    DONE = "#0B6647"
    LATE = "#9A3412"


class Tint(NamedTuple):
    """Ink on a pale ground, for chips and notes."""

    ink: str
    ground: str


GREEN = Tint("#0B5A3B", "#D8F3E4")
BLUE = Tint("#124A78", "#DCEBFA")
VIOLET = Tint("#4A327F", "#E9E2FA")
RED = Tint("#8E1B1B", "#FCE2E0")
AMBER = Tint("#6F4300", "#FFEFC9")
GREY = Tint("#3C4957", "#E4E9EF")

STATUS_TINT = {
    Status.NOT_STARTED: GREY,
    Status.PROCUREMENT: VIOLET,
    Status.IN_PROGRESS: BLUE,
    Status.BLOCKED: RED,
    Status.COMPLETED: GREEN,
    Status.CANCELLED: GREY,
}
CONDITION_TINT = {"moving": GREEN, "standing_still": RED, "unreported": AMBER, "finished": BLUE}
