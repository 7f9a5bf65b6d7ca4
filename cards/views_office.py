"""What a card about people, agencies and money is told; the same rules as in views."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cards.views import ActivityView
from rules.role import Role


@dataclass(frozen=True)
class PersonView:
    """One friend of the bot. `agency` is empty for people of the province."""

    name: str
    role: Role
    post: str = ""
    agency: str = ""
    activities: tuple[ActivityView, ...] = ()
    language: str = "th"
    province: str = ""


@dataclass(frozen=True)
class Contact:
    """Someone to phone. `is_unreachable`: blocked the bot or never joined, so a message would not arrive."""

    name: str
    role: Role
    phone: str = ""
    is_unreachable: bool = False


@dataclass(frozen=True)
class AgencyView:
    name: str
    people: tuple[Contact, ...] = ()
    activities: tuple[ActivityView, ...] = ()
    owed: int = 0
    late: int = 0
    budget_satang: int = 0
    disbursed_satang: int = 0


@dataclass(frozen=True)
class OverdueRow:
    """One agency that has not reported: which activities, how many days past the due date, whom to ask.

    `phone` is the number to call; `unreachable` says that the bot's own messages do not arrive there.
    """

    agency: str
    activities: tuple[int, ...]
    days_late: int = 0
    officer: str = ""
    head: str = ""
    phone: str = ""
    unreachable: bool = False


@dataclass(frozen=True)
class DisbursedRow:
    """Money of one expense class. Used = disbursed + committed; targets are cumulative percent."""

    name: str
    budget_satang: int
    disbursed_satang: int
    used_satang: int = 0
    target_percent: Decimal | None = None
    used_target_percent: Decimal | None = None


@dataclass(frozen=True)
class DisbursedView:
    """Money against the target of `quarter` (1 to 4), as reported up to `as_of`; `total` sums the rows."""

    year_be: int
    quarter: int
    as_of: date
    rows: tuple[DisbursedRow, ...]
    total: DisbursedRow
