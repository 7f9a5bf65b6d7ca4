"""What the treasury paid of each activity from export to export, as observations for the rules of movement."""

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.treasury import TreasuryLine, snapshots_of
from rules.figures import Figures
from rules.movement import Observation


def paid_by_treasury(session: Session, province_id: int, year_be: int) -> dict[int, list[Observation]]:
    """Return the disbursed satang of each export in force, by activity id, the earliest first; only that figure is set."""
    days = {snapshot.id: snapshot.as_of for snapshot in snapshots_of(session, province_id, year_be)}
    if not days:
        return {}
    paid = func.sum(TreasuryLine.disbursed_satang)
    query = (
        select(TreasuryLine.activity_id, TreasuryLine.snapshot_id, paid)
        .where(TreasuryLine.snapshot_id.in_(days))
        .group_by(TreasuryLine.activity_id, TreasuryLine.snapshot_id)
    )
    found: dict[int, list[Observation]] = defaultdict(list)
    for activity_id, snapshot_id, satang in session.execute(query):
        if activity_id is not None:
            found[activity_id].append(Observation(days[snapshot_id], Figures(disbursed_satang=int(satang))))
    return {each: sorted(seen, key=lambda one: one.as_of) for each, seen in found.items()}


def paid_in(session: Session, snapshot_id: int) -> dict[int, int]:
    """Return the satang that one export says were paid, by activity id: several lines of one activity are added up."""
    query = (
        select(TreasuryLine.activity_id, func.sum(TreasuryLine.disbursed_satang))
        .where(TreasuryLine.snapshot_id == snapshot_id, TreasuryLine.activity_id.is_not(None))
        .group_by(TreasuryLine.activity_id)
    )
    return {
        activity_id: int(satang) for activity_id, satang in session.execute(query) if activity_id is not None
    }
