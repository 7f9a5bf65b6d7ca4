"""What a card about work is told: plain facts that callers gather; cards know neither database nor clock.

Money is satang, percent of work is Decimal, dates are CE, moments carry a time zone. None means "not said" or
"not known" and is shown as a dash, never as zero. People and agencies have theirs in views_office.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from cards.card import Choice
from rules.cause import Cause
from rules.figures import Figures
from rules.status import Status

# How an activity stands this week. "No report" is a group of its own, never "standing still".
CONDITIONS = ("moving", "standing_still", "unreported", "finished")


@dataclass(frozen=True)
class ActivityView:
    """One activity with its latest report. `period` is the month that report is for.

    `owes` and `late` speak of the month now due; `stalled_days` are working days without movement.
    """

    no: int
    name: str
    short_name: str = ""
    agency: str = ""
    budget_satang: int = 0
    place: str = ""
    status: Status | None = None
    progress_percent: Decimal | None = None
    disbursed_satang: int | None = None
    committed_satang: int | None = None
    period: date | None = None
    reported_at: datetime | None = None
    reporter: str | None = None
    causes: tuple[Cause, ...] = ()
    problem_text: str | None = None
    planned_end: date | None = None
    plan_percent: Decimal | None = None
    condition: str | None = None
    stalled_days: int | None = None
    stalled_since: date | None = None
    photos: int = 0
    owes: bool = False
    late: bool = False


class OwedView(Protocol):
    """What is shown of an activity still owed, as it was last reported; an ActivityView is one, and says it all."""

    @property
    def no(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def short_name(self) -> str: ...
    @property
    def period(self) -> date | None: ...
    @property
    def status(self) -> Status | None: ...
    @property
    def progress_percent(self) -> Decimal | None: ...
    @property
    def disbursed_satang(self) -> int | None: ...


@dataclass(frozen=True)
class ConfirmItem:
    """One activity on a confirm card or a receipt.

    `how_read` says which words gave which figure; `warnings` are questions that confirming answers with "yes,
    really"; `fix` opens this activity for correction; `switch` reads the amount the other way (cumulative or
    this month's).
    """

    activity: ActivityView
    now: Figures
    period: date
    last: Figures | None = None
    how_read: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    is_no_change: bool = False
    photos: int = 0
    as_of: date | None = None
    fix: Choice | None = None
    switch: Choice | None = None


@dataclass(frozen=True)
class ReceiptView:
    """What was stored. `remaining_owed` counts the activities this person still owes for the month."""

    receipt_no: str
    items: tuple[ConfirmItem, ...]
    remaining_owed: int = 0
    undo: Choice | None = None
    next: Choice | None = None


@dataclass(frozen=True)
class HistoryEntry:
    """One revision. `kind` is report, no_change, correction, import or retraction."""

    at: datetime
    who: str
    revision: int
    kind: str
    figures: Figures
    period: date | None = None
    photos: int = 0
    is_retracted: bool = False


@dataclass(frozen=True)
class StalledRow:
    """One activity that somebody should act on: since when it stands still, and the reason its officer gave.

    `is_unreported` says that nobody reported it, which is never the same as standing still.
    """

    no: int
    name: str
    agency: str
    days: int | None = None
    since: date | None = None
    causes: tuple[Cause, ...] = ()
    problem_text: str | None = None
    status: Status | None = None
    progress_percent: Decimal | None = None
    budget_satang: int = 0
    is_unreported: bool = False


@dataclass(frozen=True)
class PlanView:
    """The whole plan of a year: how much there is, how it stands, and who has reported for `period`."""

    year_be: int
    activities: int
    projects: int
    budget_satang: int
    disbursed_satang: int
    committed_satang: int = 0
    target_percent: Decimal | None = None
    by_status: Mapping[Status, int] = field(default_factory=dict)
    by_condition: Mapping[str, int] = field(default_factory=dict)
    period: date | None = None
    reported: int = 0
    owed: int = 0
    late: int = 0
    province: str = ""


@dataclass(frozen=True)
class SummaryView:
    """One week for the executives, to be read in a minute.

    `target_percent` is the cumulative target of the quarter; `sentence` says it all in plain words.
    """

    on: date
    moving: int
    standing: int
    unreported: int
    finished: int
    budget_satang: int
    disbursed_satang: int
    target_percent: Decimal | None = None
    last_week_disbursed_satang: int | None = None
    worst: tuple[StalledRow, ...] = ()
    sentence: str = ""
    province: str = ""
