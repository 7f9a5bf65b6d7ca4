"""Lets the days of a simulated year pass: duties in the morning, then what people read, answer, report and leave undone."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from random import Random

from benchmarks.year_office import Office, at
from benchmarks.year_phone import Phone
from benchmarks.year_work import Level
from jobs.ticker import tick
from rules.role import Role

MORNING = ((8, 1), (8, 31))


class Habit(StrEnum):
    """How somebody reports. COPIES repeats last month's figures, BOASTS adds to them, whatever is true."""

    PROMPT = "prompt"
    USUAL = "usual"
    LATE = "late"
    FORGETS = "forgets"
    COPIES = "copies"
    BOASTS = "boasts"


@dataclass
class Human:
    """Somebody with a phone. `away_until` is the last day of a leave; `reports_on` the month's working day, None: not."""

    name: str
    role: Role
    agency: str | None
    phone: Phone
    habit: Habit = Habit.USUAL
    away_until: date = date.min
    has_left: bool = False
    reports_on: int | None = None


@dataclass(frozen=True)
class Told:
    """What was reported of an activity and stored: when, as of which day, and whether it was true."""

    on: date
    as_of: date
    percent: Decimal
    paid: int
    step: int
    is_true: bool


@dataclass
class Life:
    """The year so far, as the world knows it, by activity number: what was told by reports and who was told of a case.

    paid: what the treasury told, on which day, as of which day, satang. rests: plans and postponements, from day to day.
    """

    office: Office
    chance: Random
    humans: list[Human]
    number: int = -1
    told: dict[int, list[Told]] = field(default_factory=lambda: defaultdict(list))
    paid: dict[int, list[tuple[date, date, int]]] = field(default_factory=lambda: defaultdict(list))
    heard: dict[int, list[tuple[date, Role]]] = field(default_factory=lambda: defaultdict(list))
    rests: dict[int, list[tuple[date, date]]] = field(default_factory=lambda: defaultdict(list))
    todo: dict[int, list[Callable[[], None]]] = field(default_factory=lambda: defaultdict(list))
    done: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.office.days[self.number]

    def later(self, days: int, do: Callable[[], None]) -> None:
        """Let something be done some working days from now."""
        self.todo[self.number + max(1, days)].append(do)

    def day_after(self, days: int) -> date:
        """Return the working day so many days from today, the year's last one at most."""
        return self.office.days[min(self.number + days, len(self.office.days) - 1)]

    def true_level(self, no: int, on: date) -> Level:
        return self.office.works[no].at(on)

    def hour_passes(self) -> None:
        """Let a little time pass between what two people do."""
        self.office.clock.set(self.office.clock.now() + timedelta(minutes=1))


def live(life: Life, until: date, act: Callable[[Life], None]) -> None:
    """Let each day up to `until` pass; `act` is what people do on a working day."""
    office = life.office
    day = office.days[0]
    while day <= until:
        is_working_day = office.calendar.is_working_day(day)
        for hour, minute in MORNING if is_working_day else MORNING[1:]:
            office.clock.set(at(day, hour, minute))
            tick(office.house)
            assert office.house.work.drain(), "the bot did not come to rest"
        if is_working_day:
            life.number += 1
            office.clock.set(at(day, 9))
            assert office.house.work.drain(), "the bot did not come to rest"
            act(life)
            for work in office.works.values():
                work.live(day)
        day += timedelta(days=1)
