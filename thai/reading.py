"""What the reader takes in and gives back: Context, Reading and their parts; handlers and documents use them.

Amounts are satang, percent of work is Decimal, dates are CE; None always means "not said", never zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from rules.cause import Cause
from rules.figures import Figures
from rules.role import Role
from rules.status import Status


class Intent(StrEnum):
    REPORT = "report"
    CORRECT = "correct"
    RETRACT = "retract"
    CONFIRM = "confirm"
    REJECT = "reject"
    ACK = "ack"
    QUERY = "query"
    HELP = "help"
    OFF_TOPIC = "off_topic"
    UNCLEAR = "unclear"


class Clarify(StrEnum):
    WHICH_ACTIVITY = "WHICH_ACTIVITY"
    STATUS_MISSING = "STATUS_MISSING"
    PROGRESS_MISSING = "PROGRESS_MISSING"
    FINAL_AMOUNT = "FINAL_AMOUNT"
    EXACT_AMOUNT = "EXACT_AMOUNT"
    AMOUNT_FORMAT = "AMOUNT_FORMAT"
    AMOUNT_UNIT = "AMOUNT_UNIT"
    CUMULATIVE_OR_INCREMENTAL = "CUMULATIVE_OR_INCREMENTAL"
    EXCEEDS_BUDGET = "EXCEEDS_BUDGET"
    DECREASED_CUMULATIVE = "DECREASED_CUMULATIVE"
    PERIOD = "PERIOD"
    PROGRESS_OR_DISBURSED = "PROGRESS_OR_DISBURSED"
    REASON_REQUIRED = "REASON_REQUIRED"
    NOT_YOUR_ACTIVITY = "NOT_YOUR_ACTIVITY"
    ADMIN_ONLY = "ADMIN_ONLY"
    ALL_ACTIVITIES_CONFIRM = "ALL_ACTIVITIES_CONFIRM"
    BULK_CHANGE_REFUSED = "BULK_CHANGE_REFUSED"
    WHAT_TO_CHANGE = "WHAT_TO_CHANGE"


class Record(StrEnum):
    """When the reading may be stored: after a tap on the confirm card, by this very message, or not at all."""

    AFTER_CONFIRM = "after_confirm"
    NOW = "now"
    NO = "no"


class Mode(StrEnum):
    CUMULATIVE = "cumulative"
    INCREMENTAL = "incremental"
    AMBIGUOUS = "ambiguous"


class QueryKind(StrEnum):
    """What a question or a typed command wants to see."""

    REPORT = "report"
    STATUS = "status"
    OVERDUE = "overdue"
    STALLED = "stalled"
    DISBURSED = "disbursed"
    AGENCY = "agency"
    SUMMARY = "summary"
    HISTORY = "history"
    DEADLINE = "deadline"
    OBLIGATIONS = "obligations"
    BUDGET = "budget"
    CONTACT = "contact"
    WHOAMI = "whoami"
    MY_DATA = "my_data"
    FORM = "form"
    LANGUAGE = "language"
    UNDO = "undo"
    CANCEL = "cancel"
    HELP = "help"
    OTHER = "other"


@dataclass(frozen=True)
class Named:
    """One activity of the plan, as far as a message can name it."""

    no: int
    name: str
    agency: str = ""
    budget_satang: int = 0
    aliases: tuple[str, ...] = ()
    agency_aliases: tuple[str, ...] = ()
    place: str = ""
    is_open: bool = True


@dataclass(frozen=True)
class Evidence:
    """Which words of the message gave a field: `text` is message[start:end] as it was sent."""

    field: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class ReportReading:
    """What was said of one activity. `activity_no` is None where it is not known which one.

    `disbursed_satang` is the amount as said; `resulting_cumulative_satang` what the cumulative figure would become,
    None where that cannot be settled. `causes` is None where nothing was said and empty where "no problem" was.
    `period` is the month the figures belong to, the one asked for unless the message `names_month`; `candidates` the
    activities that fit a doubtful name.
    """

    activity_no: int | None
    status: Status | None = None
    progress_percent: Decimal | None = None
    disbursed_satang: int | None = None
    disbursed_mode: Mode | None = None
    resulting_cumulative_satang: int | None = None
    committed_satang: int | None = None
    as_of: date | None = None
    period: date | None = None
    causes: tuple[Cause, ...] | None = None
    problem_text: str | None = None
    is_no_change: bool = False
    candidates: tuple[int, ...] = ()
    because: tuple[Evidence, ...] = field(default=(), compare=False)
    names_month: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Query:
    kind: QueryKind
    activity_no: int | None = None
    agency: str | None = None
    rest: str = ""


@dataclass(frozen=True)
class Reading:
    """The answer of `understand`: what the person wants, the figures read, what must be asked, when to store."""

    intent: Intent
    reports: tuple[ReportReading, ...] = ()
    clarify: tuple[Clarify, ...] = ()
    record: Record = Record.NO
    query: Query | None = None
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True)
class Context:
    """Who writes, what they answer for, and what was said before; `last` holds last month's figures by number.

    `bot_prompt` is the question the bot asked last (its code or its words), `pending` what its card now shows.
    """

    role: Role = Role.OFFICER
    assigned: tuple[Named, ...] = ()
    others: tuple[Named, ...] = ()
    sent_at: datetime | None = None
    period: date | None = None
    last: Mapping[int, Figures] = field(default_factory=dict)
    bot_prompt: str | None = None
    focus_activity_no: int | None = None
    pending: tuple[ReportReading, ...] = ()

    def named(self, no: int | None) -> Named | None:
        """Return the activity with this number, None where the plan has none."""
        return next((one for one in (*self.assigned, *self.others) if one.no == no), None)

    def is_mine(self, no: int | None) -> bool:
        return any(one.no == no for one in self.assigned)

    def open_activities(self) -> tuple[Named, ...]:
        """Return the assigned activities still to be reported: open in the plan and by last month's figures."""
        closed = {Status.COMPLETED, Status.CANCELLED}
        return tuple(
            one
            for one in self.assigned
            if one.is_open and not (one.no in self.last and self.last[one.no].status in closed)
        )
