"""The truth of a simulated year: how far each activity really is, what stops it, and who could set it going again.

Nothing of the bot is asked here; benchmarks/year_promises holds what the bot did against it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from random import Random

from rules.cause import Cause
from rules.role import Role

ALL = Decimal(100)
STEPS = ("NOT_STARTED", "PROCUREMENT", "IN_PROGRESS", "COMPLETED")


class Why(StrEnum):
    """What stops an activity: the contractor walked off, the land is not given, an approval or staff is missing."""

    CONTRACTOR = "contractor"
    LAND = "land"
    APPROVAL = "approval"
    STAFF = "staff"
    NEGLECT = "neglect"


# Who can set it going again, and the cause by which an honest officer names it.
CAN_ACT = {
    Why.CONTRACTOR: Role.OFFICER,
    Why.LAND: Role.ADMIN,
    Why.APPROVAL: Role.ADMIN,
    Why.STAFF: Role.HEAD,
    Why.NEGLECT: Role.OFFICER,
}
NAMED = {
    Why.CONTRACTOR: Cause.CONTRACTOR_LATE,
    Why.LAND: Cause.SITE_NOT_READY,
    Why.APPROVAL: Cause.CHANGE_APPROVAL_WAIT,
    Why.STAFF: Cause.STAFF_TURNOVER,
}
_BUILDING = {Why.CONTRACTOR: 35, Why.LAND: 20, Why.APPROVAL: 10, Why.STAFF: 10, Why.NEGLECT: 25}
_OTHERWISE = {Why.APPROVAL: 30, Why.STAFF: 30, Why.NEGLECT: 40}


@dataclass
class Stop:
    """A standstill: from the working day `begins` on, for `lasts` working days unless somebody ends it sooner."""

    why: Why
    begins: int
    lasts: int

    def holds(self, number: int) -> bool:
        return self.begins <= number < self.begins + self.lasts

    def end(self, number: int) -> None:
        """Let it end on a working day, if that is sooner."""
        self.lasts = min(self.lasts, max(0, number - self.begins))


@dataclass(frozen=True)
class Level:
    """How far it is: step of work, percent of work, satang paid."""

    step: int
    percent: Decimal
    paid: int


NOTHING = Level(0, Decimal(0), 0)


@dataclass
class Work:
    """One activity. Working days are numbered from the first of the year, which is 0; `pace` is percent a working day."""

    no: int
    agency: str
    budget: int
    starts: date
    begins: int
    contract: int
    pace: Decimal
    pays_after: int
    stops: list[Stop]
    number: int = -1
    days: list[date] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    moved: list[date] = field(default_factory=list)
    why: list[Why | None] = field(default_factory=list)
    _to_pay: list[tuple[int, int]] = field(default_factory=list)

    @property
    def now(self) -> Level:
        return self.levels[-1] if self.levels else NOTHING

    @property
    def stop(self) -> Stop | None:
        """What stops it today."""
        return next((stop for stop in self.stops if stop.holds(self.number)), None)

    @property
    def is_over(self) -> bool:
        """Whether all is done and paid: nothing is asked of it any more."""
        return self.now.percent == ALL and self.now.paid == self.budget

    def at(self, day: date) -> Level:
        """Return how far it was at the end of a day."""
        known = bisect_right(self.days, day)
        return self.levels[known - 1] if known else NOTHING

    def live(self, day: date) -> None:
        """Let one working day pass."""
        self.number += 1
        before = self.now
        after = self._worked(before)
        self.days.append(day)
        self.levels.append(after)
        self.why.append(self.stop.why if self.stop and before.percent < ALL else None)
        if after != before:
            self.moved.append(day)

    def _worked(self, before: Level) -> Level:
        number, step, percent = self.number, before.step, before.percent
        if self.stop is None:
            if step == 0 and number >= self.begins:
                step = 1
            elif step == 1 and number >= self.contract:
                step = 2
            elif step == 2:
                percent = min(ALL, percent + self.pace)
        if step == 2 and percent == ALL:
            step = 3
        instalments = int(percent // 20) - int(before.percent // 20)
        if instalments:
            self._to_pay.append((number + self.pays_after, instalments))
        due = sum(count for at, count in self._to_pay if at == number)
        paid = min(self.budget, before.paid + due * (self.budget // 5))
        is_last = percent == ALL and due and not any(at > number for at, _count in self._to_pay)
        return Level(step, percent, self.budget if is_last else paid)


def some_work(
    chance: Random, no: int, agency: str, budget: int, days: Sequence[date], starts: date, ends: date
) -> Work:
    """Return an activity with its own pace and its own bad luck; building takes longer and stops otherwise."""
    begins = max(0, bisect_right(days, starts) - 1) + chance.randrange(0, 8)
    until = bisect_right(days, ends)
    is_building = budget >= 300_000_000
    contract = begins + chance.randrange(10, 35 if is_building else 20)
    length = max(20, int((until - contract) * chance.uniform(0.7, 1.1)))
    return Work(
        no=no,
        agency=agency,
        budget=budget,
        starts=starts,
        begins=begins,
        contract=contract,
        pace=(ALL / length).quantize(Decimal("0.01")),
        pays_after=chance.randrange(3, 12),
        stops=_stops(chance, _BUILDING if is_building else _OTHERWISE, begins, until),
    )


def _stops(chance: Random, weights: dict[Why, int], begins: int, until: int) -> list[Stop]:
    count = chance.choices((0, 1, 2), (35, 45, 20))[0]
    return [
        Stop(
            chance.choices(list(weights), list(weights.values()))[0],
            chance.randrange(begins + 5, max(begins + 6, until)),
            chance.randrange(20, 90),
        )
        for _each in range(count)
    ]
