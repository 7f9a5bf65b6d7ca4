"""Progress reports: append-only revisions, one chain for each activity and month, and the standing that follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment, Word
from models.figure_columns import FigureColumns
from models.plan import Activity
from models.standing import Standing
from rules.figures import Figures
from rules.movement import Observation, last_moved_on


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


@dataclass(frozen=True)
class Entry:
    """What is to be recorded of one activity: figures already complete, nothing left to guess."""

    activity: Activity
    period: date
    as_of: date
    figures: Figures
    kind: Kind


def record_reports(
    session: Session,
    entries: Sequence[Entry],
    *,
    reporter_id: int | None,
    sent_at: datetime,
    event_id: int | None = None,
    message_ids: Sequence[str] = (),
) -> list[Report]:
    """Append one revision for each entry under one receipt number, and bring the standings up to date."""
    recorded = [_append(session, entry, reporter_id, sent_at, event_id, message_ids) for entry in entries]
    for report in recorded:
        report.receipt_no = f"{(sent_at.year + 543) % 100}-{recorded[0].id:05d}"
    plain.flush(session)
    for entry in entries:
        refresh_standing(session, entry.activity)
    return recorded


def retract_report(session: Session, report: Report, *, by: int | None, now: datetime) -> Report:
    """Take a revision back by appending a retraction; the month falls back to the revision before it."""
    retraction = Report(
        province_id=report.province_id,
        activity_id=report.activity_id,
        period=report.period,
        revision=_next_revision(session, report.activity_id, report.period),
        kind=Kind.RETRACTION,
        retracts_id=report.id,
        as_of=report.as_of,
        sent_at=now,
        reporter_id=by,
    )
    session.add(retraction)
    session.flush()
    refresh_standing(session, session.get_one(Activity, report.activity_id))
    return retraction


HISTORY = select(Report).where(Report.activity_id == bindparam("activity_id")).order_by(Report.id)
REVISION = select(func.max(Report.revision)).where(
    Report.activity_id == bindparam("activity_id"), Report.period == bindparam("period")
)


def history(session: Session, activity_id: int) -> list[Report]:
    """Return every revision of an activity in the order in which they were recorded."""
    return plain.scalars(session, HISTORY, {"activity_id": activity_id})


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


def observations(revisions: Sequence[Report]) -> tuple[Observation, ...]:
    """Return what the valid reports show, in the order of their as-of dates, for the rules of movement."""
    valid = sorted(effective(revisions).values(), key=lambda report: (report.as_of, report.id))
    return tuple(Observation(as_of=report.as_of, figures=report.figures()) for report in valid)


def refresh_standing(session: Session, activity: Activity) -> Standing | None:
    """Derive the current row of an activity from its history; None (and no row) where nothing valid is left."""
    revisions = history(session, activity.id)
    valid = effective(revisions)
    standing = plain.get(session, Standing, activity.id)
    if not valid:
        if standing is not None:
            session.delete(standing)
        return None
    latest = valid[max(valid)]
    if standing is None:
        standing = Standing(activity_id=activity.id)
        session.add(standing)
    standing.report_id, standing.period, standing.as_of = latest.id, latest.period, latest.as_of
    standing.reported_at, standing.reporter_id = latest.sent_at, latest.reporter_id
    standing.take(latest.figures())
    standing.last_moved_on = last_moved_on(observations(revisions))
    plain.flush(session)
    return standing


def _append(
    session: Session,
    entry: Entry,
    reporter_id: int | None,
    sent_at: datetime,
    event_id: int | None,
    message_ids: Sequence[str],
) -> Report:
    report = Report(
        province_id=entry.activity.province_id,
        activity_id=entry.activity.id,
        period=entry.period,
        revision=_next_revision(session, entry.activity.id, entry.period),
        kind=entry.kind,
        as_of=entry.as_of,
        sent_at=sent_at,
        reporter_id=reporter_id,
        event_id=event_id,
        message_ids=list(message_ids),
    )
    report.take(entry.figures)
    session.add(report)
    plain.flush(session)
    return report


def _next_revision(session: Session, activity_id: int, period: date) -> int:
    return (plain.scalar(session, REVISION, {"activity_id": activity_id, "period": period}) or 0) + 1
