"""What the cards of the office's side are told; the same rules as in views. Costs are messages that LINE counts."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from rules.role import Role


@dataclass(frozen=True)
class PlannedLine:
    """One kind of planned messages of this month: on which days it still goes out, and to how many each time."""

    what: str
    days: tuple[date, ...]
    each: int

    @property
    def count(self) -> int:
        return len(self.days) * self.each


@dataclass(frozen=True)
class QuotaView:
    """LINE's quota of a month (its first day). `most` None: no limit; `read_at` None: LINE has not been asked yet.

    `waiting` is written and not sent; `planned` are in the order in which they are kept, so the last is given up first.
    """

    month: date
    most: int | None
    used: int
    read_at: datetime | None
    waiting: int = 0
    planned: tuple[PlannedLine, ...] = ()

    @property
    def left(self) -> int | None:
        return None if self.most is None else max(0, self.most - self.used)

    @property
    def needed(self) -> int:
        return self.waiting + sum(line.count for line in self.planned)


@dataclass(frozen=True)
class DueView:
    """One duty to come. `nominal` is the day it would fall on by rule, `reason` why that day is not worked."""

    what: str
    at: datetime
    nominal: date
    reason: str = ""


@dataclass(frozen=True)
class HolidayView:
    """A day that is not worked, or `is_worked` after all because the office says so (`is_own`)."""

    on: date
    name: str
    is_own: bool = False
    is_worked: bool = False


@dataclass(frozen=True)
class CalendarView:
    today: date
    duties: tuple[DueView, ...] = ()
    holidays: tuple[HolidayView, ...] = ()
    moves: str = ""


class Silence(StrEnum):
    """Why somebody cannot be reached."""

    NOBODY = "nobody"
    NOT_JOINED = "not_joined"
    BLOCKED = "blocked"
    FAILED = "failed"


@dataclass(frozen=True)
class UnreachableRow:
    """Somebody, or an agency without anybody. `since` is when it began, `others` whom else one can phone."""

    why: Silence
    agency: str = ""
    name: str = ""
    role: Role | None = None
    phone: str = ""
    since: date | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class NudgeView:
    """Who would be reminded for `period` now. `fresh` were told nothing today; `left` None: no limit, or not known."""

    period: date
    fresh: tuple[str, ...] = ()
    told_today: tuple[str, ...] = ()
    unreachable: tuple[str, ...] = ()
    without_officer: int = 0
    goes_at: datetime | None = None
    left: int | None = None


@dataclass(frozen=True)
class SettingLine:
    """One setting in plain words; `example` is what one types to change it."""

    label: str
    value: str
    example: str
    is_default: bool = True


@dataclass(frozen=True)
class HeardView:
    """An announcement and how far it has been read. `silent` holds a name, agency and telephone each."""

    no: int
    text: str
    by: str
    on: date
    answered: tuple[str, ...] = ()
    silent: tuple[tuple[str, str, str], ...] = field(default=())
