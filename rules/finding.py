"""One thing that is wrong with an activity, with what its sentence of evidence needs; rules/findings looks for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rules.calendar import WorkCalendar
from rules.condition import Judgement
from rules.expense_class import ExpenseClass
from rules.findings_limits import USUAL_FINDING_LIMITS, FindingLimits, Method
from rules.movement import Observation
from rules.severity import Band
from rules.stall import Standstill
from rules.standing import Standing
from rules.targets import Target
from rules.who_can_act import Actor


class FindingKind(StrEnum):
    """What can be found, the gravest first: the order in which a card tells them."""

    BLOCKED = "blocked"
    NOT_MOVING = "not_moving"
    NOT_REPORTED = "not_reported"
    PAST_END = "past_end"
    PROCUREMENT_LONG = "procurement_long"
    TOO_GOOD = "too_good"
    PING_PONG = "ping_pong"
    CANNOT_FINISH = "cannot_finish"
    BEHIND_PLAN = "behind_plan"
    BEHIND_TARGET = "behind_target"


@dataclass(frozen=True)
class Finding:
    """What was found. Only the fields that its kind needs are set.

    since, working_days: when it began and its age today. satang: disbursed. reached and expected: percent.
    on: a date in the sentence (planned end, last day of the year, month missing). times: how often.
    """

    kind: FindingKind
    since: date
    working_days: int
    actors: tuple[Actor, ...] = (Actor.OFFICER,)
    standstill: Standstill | None = None
    satang: int | None = None
    reached: Decimal | None = None
    expected: Decimal | None = None
    on: date | None = None
    times: int = 0
    limit: int = 0
    band: Band = Band.ON_PLAN


@dataclass(frozen=True)
class Facts:
    """Everything known of one activity that findings are made from.

    observations: valid reports by as-of date, none later than `today`. treasury: disbursed satang as the treasury
    says (only Figures.disbursed_satang is read). judgement: rules/condition of the same day and figures.
    known_from: the day the plan was imported, before which nobody could have reported.
    """

    standing: Standing
    judgement: Judgement
    observations: Sequence[Observation]
    today: date
    calendar: WorkCalendar
    planned_end: date | None = None
    expense_class: ExpenseClass | None = None
    method: Method | None = None
    targets: Sequence[Target] = ()
    treasury: Sequence[Observation] = ()
    known_from: date | None = None
    limits: FindingLimits = field(default=USUAL_FINDING_LIMITS)

    def age(self, since: date) -> int:
        """Return the working days from a day until today."""
        return max(0, self.calendar.working_days_between(since, self.today))
