"""Progress reports: append-only revisions, one chain for each activity and month. models/record.py writes them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment, Word
from models.figure_columns import FigureColumns
from rules.movement import Observation


class Kind(StrEnum):
    """What a revision is. NO_CHANGE repeats the figures on purpose; RETRACTION takes an earlier revision back.

    IMPORT is a past year's result as a workbook printed it.
    """

    REPORT = "report"
    NO_CHANGE = "no_change"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    IMPORT = "import"


class Report(FigureColumns, Base):
    """One revision. Money is cumulative from 1 October; a retraction names the revision that it takes back."""

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("activity_id", "period", "revision"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"))
    period: Mapped[date]
    revision: Mapped[int]
    kind: Mapped[Kind] = mapped_column(Word(Kind))
    retracts_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"))
    receipt_no: Mapped[str | None] = mapped_column(String(20), index=True)
    as_of: Mapped[date]
    sent_at: Mapped[datetime] = mapped_column(Moment)
    reporter_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    event_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    message_ids: Mapped[list[Any]] = mapped_column(default=list)
    source_unsent_at: Mapped[datetime | None] = mapped_column(Moment)


HISTORIES = select(Report).where(Report.activity_id.in_(bindparam("ids", expanding=True))).order_by(Report.id)


def history(session: Session, activity_id: int) -> list[Report]:
    """Return every revision of an activity in the order in which they were recorded."""
    return histories(session, [activity_id])[activity_id]


def histories(session: Session, activity_ids: Iterable[int]) -> dict[int, list[Report]]:
    """Return every revision of several activities, by activity, in the order in which they were recorded."""
    found: dict[int, list[Report]] = {activity_id: [] for activity_id in activity_ids}
    for report in plain.scalars(session, HISTORIES, {"ids": tuple(found)}):
        found[report.activity_id].append(report)
    return found


def effective(revisions: Sequence[Report]) -> dict[date, Report]:
    """Return the valid revision of each month: the last one that nobody took back."""
    taken_back = {report.retracts_id for report in revisions if report.kind is Kind.RETRACTION}
    valid = [
        report for report in revisions if report.kind is not Kind.RETRACTION and report.id not in taken_back
    ]
    return {report.period: report for report in valid}


def report_of(session: Session, activity_id: int, period: date) -> Report | None:
    """Return the valid report of an activity for a month, or None."""
    return effective(history(session, activity_id)).get(period)


def with_receipt(session: Session, receipt_no: str) -> list[Report]:
    """Return the revisions that one confirmation stored."""
    return list(session.scalars(select(Report).where(Report.receipt_no == receipt_no).order_by(Report.id)))


def latest_by(session: Session, person_id: int) -> Report | None:
    """Return the last revision that a person recorded and that was not taken back, or None."""
    taken_back = select(Report.retracts_id).where(Report.retracts_id.is_not(None))
    query = select(Report).where(
        Report.reporter_id == person_id, Report.kind != Kind.RETRACTION, Report.id.not_in(taken_back)
    )
    return session.scalar(query.order_by(Report.id.desc()).limit(1))


def observations(valid: Iterable[Report]) -> tuple[Observation, ...]:
    """Return what valid reports show, in the order of their as-of dates, for the rules of movement."""
    in_order = sorted(valid, key=lambda report: (report.as_of, report.id))
    return tuple(Observation(as_of=report.as_of, figures=report.figures()) for report in in_order)
