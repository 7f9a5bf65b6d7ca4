"""Records reports and takes them back: a revision is appended, and the standing of its activity follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from engine import plain
from models.base import Id
from models.plan import Activity
from models.report import HISTORIES, Kind, Report, effective, histories, history, observations
from models.standing import Standing
from rules.figures import Figures
from rules.movement import last_moved_on

STANDINGS = (
    select(Standing)
    .where(Standing.activity_id.in_(bindparam("ids", expanding=True)))
    .order_by(Standing.activity_id)
    .with_for_update()
)
NEXT_ID = {
    "postgresql": select(func.nextval(literal_column("'reports_id_seq'"), type_=Id)),
    "sqlite": select(func.coalesce(func.max(Report.id), 0) + 1),
}


@dataclass(frozen=True)
class Entry:
    """What is to be recorded of one activity: figures already complete, nothing left to guess."""

    activity: Activity
    period: date
    as_of: date
    figures: Figures
    kind: Kind


@dataclass(frozen=True)
class Held:
    """The current rows and the revisions of activities, behind a lock: whoever records of them too waits for our commit."""

    standings: dict[int, Standing]
    revisions: dict[int, list[Report]]


def hold(session: Session, activity_ids: Iterable[int], also: Iterable[plain.Question] = ()) -> Held:
    """Lock activities for recording, and read what is known of them behind the lock; what is `also` asked goes along."""
    ids = tuple(dict.fromkeys(activity_ids))
    given = {"ids": ids}
    plain.ask_ahead(session, [(STANDINGS, given), (HISTORIES, given), (_next_id(session), {}), *also])
    standings = {each.activity_id: each for each in plain.scalars(session, STANDINGS, given)}
    return Held(standings, histories(session, ids))


def record_reports(
    session: Session,
    entries: Sequence[Entry],
    *,
    reporter_id: int | None,
    sent_at: datetime,
    event_id: int | None = None,
    message_ids: Sequence[str] = (),
    held: Held | None = None,
) -> list[Report]:
    """Append one revision for each entry under one receipt number, and bring the standings up to date.

    Who looked at the activities to say what is recorded may have them `held` already.
    """
    held = held or hold(session, [entry.activity.id for entry in entries])
    revisions = held.revisions
    number = plain.scalars(session, _next_id(session), {})[0]
    receipt_no = f"{(sent_at.year + 543) % 100}-{number:05d}"
    recorded: list[Report] = []
    for entry in entries:
        report = _revision(entry, revisions[entry.activity.id], reporter_id, sent_at, event_id, message_ids)
        report.receipt_no = receipt_no
        if not recorded:
            report.id = number
        session.add(report)
        plain.flush(session)
        revisions[entry.activity.id].append(report)
        recorded.append(report)
    for activity_id in dict.fromkeys(entry.activity.id for entry in entries):
        _refresh(session, activity_id, held.standings.get(activity_id), revisions[activity_id])
    return recorded


def retract_report(session: Session, report: Report, *, by: int | None, now: datetime) -> Report:
    """Take a revision back by appending a retraction; the month falls back to the revision before it."""
    retraction = Report(
        province_id=report.province_id,
        activity_id=report.activity_id,
        period=report.period,
        revision=_next_revision(history(session, report.activity_id), report.period),
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


def refresh_standing(session: Session, activity: Activity) -> Standing | None:
    """Derive the current row of an activity from its history; None (and no row) where nothing valid is left."""
    held = hold(session, [activity.id])
    return _refresh(session, activity.id, held.standings.get(activity.id), held.revisions[activity.id])


def _refresh(
    session: Session, activity_id: int, standing: Standing | None, revisions: Sequence[Report]
) -> Standing | None:
    valid = effective(revisions)
    if not valid:
        if standing is not None:
            session.delete(standing)
        return None
    latest = valid[max(valid)]
    if standing is None:
        standing = Standing(activity_id=activity_id)
        session.add(standing)
    standing.report_id, standing.period, standing.as_of = latest.id, latest.period, latest.as_of
    standing.reported_at, standing.reporter_id = latest.sent_at, latest.reporter_id
    standing.take(latest.figures())
    standing.last_moved_on = last_moved_on(observations(valid.values()))
    plain.flush(session)
    return standing


def _revision(
    entry: Entry,
    before: Sequence[Report],
    reporter_id: int | None,
    sent_at: datetime,
    event_id: int | None,
    message_ids: Sequence[str],
) -> Report:
    report = Report(
        province_id=entry.activity.province_id,
        activity_id=entry.activity.id,
        period=entry.period,
        revision=_next_revision(before, entry.period),
        kind=entry.kind,
        as_of=entry.as_of,
        sent_at=sent_at,
        reporter_id=reporter_id,
        event_id=event_id,
        message_ids=list(message_ids),
    )
    report.take(entry.figures)
    return report


def _next_revision(revisions: Sequence[Report], period: date) -> int:
    return max((report.revision for report in revisions if report.period == period), default=0) + 1


def _next_id(session: Session) -> Select[int]:
    """Return the question for the id of the next report, which its receipt number is made of."""
    return NEXT_ID[session.get_bind().dialect.name]
