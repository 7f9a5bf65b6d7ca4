"""Cases of urgent follow-up (กรณีเร่งรัด): one open case for an activity, and its history, which is only added to.

Days are days of the province (Bangkok); moments are UTC. What follows from a case is decided in rules/ladder.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, bindparam, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment, Word
from rules.ladder import Level, levels_from


class StepKind(StrEnum):
    """What happened in a case. WARNED: it will stand in the governor's summary; BROKEN: a promised date passed."""

    OPENED = "opened"
    TOLD = "told"
    WARNED = "warned"
    ANSWERED = "answered"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    PROMISED = "promised"
    BROKEN = "broken"
    ORDERED = "ordered"
    MEETING = "meeting"
    LETTER = "letter"
    RAISED = "raised"
    CLOSED = "closed"


class Closing(StrEnum):
    """Why a case ended: it moved, was reported, shows nothing any more, its duty ended, or a person said so."""

    MOVED = "moved"
    REPORTED = "reported"
    MENDED = "mended"
    ENDED = "ended"
    BY_HAND = "by_hand"


class Case(Base):
    """One case. `reasons` are codes of rules/findings, `actors` of rules/who_can_act, the most severe first.

    stood_since: the day after which nothing moved, as known when the case was opened; a later movement closes it.
    level_since: when it came to its level. told_on: when that level was last told, None until then; warned_on: when
    officer and head were warned of the governor's summary. acknowledged_until: repetition rests up to and with that
    day. snoozed_until and promised_on: the ladder rests up to and with that day. broken_on: a promise was not kept,
    and the next step is due. agenda_on: since when it stands on the agenda of the heads' meeting.
    """

    __tablename__ = "cases"
    __table_args__ = (
        Index(
            "uq_cases_one_open",
            "activity_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("ix_cases_province_id_closed_at", "province_id", "closed_at"),
        Index("ix_cases_activity_id", "activity_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"))
    opened_on: Mapped[date]
    stood_since: Mapped[date]
    level: Mapped[Level] = mapped_column(Word(Level))
    level_since: Mapped[date]
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    actors: Mapped[list[Any]] = mapped_column(default=list)
    told_on: Mapped[date | None]
    warned_on: Mapped[date | None]
    acknowledged_until: Mapped[date | None]
    snoozed_until: Mapped[date | None]
    snooze_reason: Mapped[str | None] = mapped_column(Text)
    snoozed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    promised_on: Mapped[date | None]
    promise_text: Mapped[str | None] = mapped_column(Text)
    promised_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    broken_on: Mapped[date | None]
    agenda_on: Mapped[date | None]
    letter_no: Mapped[str | None] = mapped_column(String(100))
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    closing: Mapped[Closing | None] = mapped_column(Word(Closing))


class CaseStep(Base):
    """One line of a case's history. `level` is where the case stood; `person_id` who acted or was told (None: the bot)."""

    __tablename__ = "case_steps"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    kind: Mapped[StepKind] = mapped_column(Word(StepKind))
    level: Mapped[Level] = mapped_column(Word(Level))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str | None] = mapped_column(Text)
    report_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"))
    # The number of an order or notice that the step speaks of; orders are of models/order.
    order_id: Mapped[int | None] = mapped_column(Id)
    notice_id: Mapped[int | None] = mapped_column(Id)


def open_cases(session: Session, province_id: int, at_least: Level = Level.OFFICER) -> list[Case]:
    """Return the open cases of a province that stand at a level or above it, oldest first."""
    query = select(Case).where(
        Case.province_id == province_id, Case.closed_at.is_(None), Case.level.in_(levels_from(at_least))
    )
    return list(session.scalars(query.order_by(Case.opened_on, Case.id)))


OPEN_FOR = select(Case).where(Case.activity_id == bindparam("activity_id"), Case.closed_at.is_(None))


def case_for(session: Session, activity_id: int) -> Case | None:
    """Return the open case of an activity, or None."""
    return plain.scalar(session, OPEN_FOR, {"activity_id": activity_id})


def last_case(session: Session, activity_id: int) -> Case | None:
    """Return the newest case of an activity, open or closed, or None."""
    query = select(Case).where(Case.activity_id == activity_id)
    return session.scalar(query.order_by(Case.id.desc()).limit(1))


def cases_closed_since(session: Session, province_id: int, since: datetime) -> list[Case]:
    """Return the cases of a province that ended at `since` or later, the newest first."""
    query = select(Case).where(Case.province_id == province_id, Case.closed_at >= since)
    return list(session.scalars(query.order_by(Case.closed_at.desc(), Case.id.desc())))


def ended_for(session: Session, province_id: int, person_id: int, since: datetime) -> list[Case]:
    """Return the cases that a person was told of and somebody else ended at `since` or later, the newest first."""
    told = select(CaseStep.case_id).where(
        CaseStep.person_id == person_id, CaseStep.kind.in_((StepKind.TOLD, StepKind.WARNED))
    )
    ended_by = select(CaseStep.case_id).where(
        CaseStep.person_id == person_id, CaseStep.kind == StepKind.CLOSED
    )
    query = select(Case).where(
        Case.province_id == province_id,
        Case.closed_at >= since,
        Case.id.in_(told),
        Case.id.not_in(ended_by),
    )
    return list(session.scalars(query.order_by(Case.closed_at.desc(), Case.id.desc())))


def history(session: Session, case: Case) -> list[CaseStep]:
    """Return what happened in a case, oldest first."""
    return list(session.scalars(select(CaseStep).where(CaseStep.case_id == case.id).order_by(CaseStep.id)))


def has_step(
    session: Session,
    case: Case,
    kind: StepKind,
    person_id: int | None = None,
    level: Level | None = None,
) -> bool:
    """Return whether this happened in a case before: by this person, at this level, where they are given."""
    query = select(CaseStep.id).where(CaseStep.case_id == case.id, CaseStep.kind == kind)
    if person_id is not None:
        query = query.where(CaseStep.person_id == person_id)
    if level is not None:
        query = query.where(CaseStep.level == level)
    return session.scalar(query.limit(1)) is not None


def record_step(
    session: Session,
    case: Case,
    kind: StepKind,
    now: datetime,
    *,
    person_id: int | None = None,
    text: str | None = None,
    report_id: int | None = None,
    order_id: int | None = None,
    notice_id: int | None = None,
) -> CaseStep:
    """Add a line to a case's history, at the level where the case stands now."""
    step = CaseStep(
        case_id=case.id,
        at=now,
        kind=kind,
        level=case.level,
        person_id=person_id,
        text=text,
        report_id=report_id,
        order_id=order_id,
        notice_id=notice_id,
    )
    session.add(step)
    session.flush()
    return step
