"""Which notices go first when LINE's monthly quota is short; the delivery task calls it.

Answers that could not use their free reply come first, then what people must act on, and reminders last:
a person can ask what they owe at no cost, but nobody asks about an escalation they have not heard of.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Urgency(IntEnum):
    """The kinds of notices, most urgent first."""

    ANSWER = 0
    QUOTA_WARNING = 1
    ESCALATION = 2
    CHASE = 3
    REMINDER = 4
    COURTESY = 5


ANSWER, QUOTA_WARNING, ESCALATION, CHASE, REMINDER, COURTESY = Urgency


def goes_alone(urgency: Urgency) -> bool:
    """Return whether a notice never waits for the push of the day: somebody waits for it, or the bot needs help."""
    return urgency <= Urgency.QUOTA_WARNING


@dataclass(frozen=True)
class Waiting:
    """One notice that waits to be sent; `cost` is what LINE will count (one per recipient)."""

    notice_id: int
    urgency: Urgency
    since: datetime
    cost: int = 1


def in_sending_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Return the notices, most urgent first, older before newer."""
    return sorted(waiting, key=lambda notice: (notice.urgency, notice.since, notice.notice_id))


def to_send_now(
    waiting: Iterable[Waiting], left: int | None, still_to_come: Mapping[Urgency, int] | None = None
) -> list[Waiting]:
    """Return the notices that may be sent, in order; `left` is what the quota still allows, None any number.

    `still_to_come` says how many messages of each kind the rest of the month is expected to need: those more
    urgent than a notice are kept back from it, so that reminders on the 1st do not eat Monday's escalation.
    """
    ordered = in_sending_order(waiting)
    if left is None:
        return ordered
    chosen, ahead = [], dict(still_to_come or {})
    for notice in ordered:
        if notice.cost + kept_back(notice.urgency, ahead) <= left:
            chosen.append(notice)
            left -= notice.cost
        else:  # it waits, and what is left is its own before it is that of less urgent ones
            ahead[notice.urgency] = ahead.get(notice.urgency, 0) + notice.cost
    return chosen


def kept_back(urgency: Urgency, still_to_come: Mapping[Urgency, int]) -> int:
    """Return how many messages must be left over for what is more urgent."""
    return sum(count for kind, count in still_to_come.items() if kind < urgency)


class Supply(StrEnum):
    """How far the quota reaches this month."""

    ENOUGH = "enough"
    SHORT = "short"
    GONE = "gone"


def supply(left: int | None, needed: int, reserve: int) -> Supply:
    """Return how far `left` messages reach (None: any number) where about `needed` more are wanted this month.

    Gone is said while `reserve` messages are left, which carry that very news.
    """
    if left is None or left >= needed:
        return Supply.ENOUGH
    return Supply.GONE if left <= reserve else Supply.SHORT
