"""What a card about a case is told; filled by cards/case_fill. Money is satang, dates are CE."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cards.views_office import Contact
from models.case import StepKind
from rules.ladder import Level
from rules.severity import Severity
from rules.who_can_act import Actor


class Part(StrEnum):
    """Why somebody reads a case: asked as officer, as head, as office, warned of the summary, or looking by oneself."""

    OFFICER = "officer"
    HEAD = "head"
    OFFICE = "office"
    WARNED = "warned"
    LOOKING = "looking"


@dataclass(frozen=True)
class Rest:
    """A postponement or a catch-up plan: up to and with which day, why or what, and whose word it is."""

    until: date
    text: str = ""
    by: str = ""


@dataclass(frozen=True)
class CaseView:
    """One case today. `evidence` is the main finding in one sentence, `more` the other findings'.

    next_level, next_on: who hears of it next and when if nothing moves (None: nobody by itself, or not known yet).
    summary_on: the governor's summary in which it stands or will stand. snooze and plan are those now in force;
    earlier: a postponement that ran out. to_phone: whom the bot's messages do not reach.
    """

    case_id: int
    no: int
    name: str
    agency: str
    level: Level
    opened_on: date
    evidence: str
    severity: Severity
    more: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    causes: str = ""
    budget_satang: int = 0
    next_level: Level | None = None
    next_on: date | None = None
    summary_on: date | None = None
    snooze: Rest | None = None
    plan: Rest | None = None
    earlier: Rest | None = None
    broken: Rest | None = None
    acknowledged_until: date | None = None
    letter_no: str | None = None
    agenda_on: date | None = None
    to_phone: tuple[Contact, ...] = ()
    closed_on: date | None = None


@dataclass(frozen=True)
class StepView:
    """One line of a case's history. `who` is empty where the bot did it by itself."""

    at: datetime
    kind: StepKind
    level: Level
    who: str = ""
    text: str = ""
