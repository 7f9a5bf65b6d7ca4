"""The treasury's newest figures of activities, as cards and comparisons show them beside the reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from engine import plain
from models.plan import Activity
from models.treasury import NEWEST, TreasuryLine, TreasurySnapshot, lines_of


@dataclass(frozen=True)
class TreasuryFigures:
    """The treasury's figures of one activity on a day: the sum of its lines, in satang; None was not printed."""

    as_of: date
    budget_satang: int | None
    committed_satang: int | None
    disbursed_satang: int
    remaining_satang: int | None


NEWEST_LINES = (
    select(TreasuryLine)
    .where(
        TreasuryLine.snapshot_id == NEWEST.with_only_columns(TreasurySnapshot.id).scalar_subquery(),
        TreasuryLine.activity_id.in_(bindparam("ids", expanding=True)),
    )
    .order_by(TreasuryLine.row, TreasuryLine.id)
)


def latest(session: Session, activity: Activity) -> TreasuryFigures | None:
    """Return the treasury's newest figures of an activity, None where no line of any export is matched to it."""
    return latest_of(session, [activity]).get(activity.id)


def latest_of(session: Session, activities: Sequence[Activity]) -> dict[int, TreasuryFigures]:
    """Return the newest figures by activity id, for activities of one province and year."""
    if not activities:
        return {}
    asked = {"province_id": activities[0].province_id, "year_be": activities[0].year_be}
    ids = tuple(each.id for each in activities)
    lines = plain.scalars(session, NEWEST_LINES, {**asked, "ids": ids})
    snapshot = plain.get(session, TreasurySnapshot, lines[0].snapshot_id) if lines else None
    return _summed(snapshot, lines) if snapshot is not None else {}


def figures_in(
    session: Session, snapshot: TreasurySnapshot, activity_ids: Sequence[int]
) -> dict[int, TreasuryFigures]:
    """Return what one export says, by activity id: several lines of one activity are added up."""
    wanted = set(activity_ids)
    return _summed(snapshot, [line for line in lines_of(session, snapshot.id) if line.activity_id in wanted])


def _summed(snapshot: TreasurySnapshot, lines: Sequence[TreasuryLine]) -> dict[int, TreasuryFigures]:
    by_activity: dict[int, list[TreasuryLine]] = {}
    for line in lines:
        if line.activity_id is not None:
            by_activity.setdefault(line.activity_id, []).append(line)
    return {
        activity_id: TreasuryFigures(
            as_of=snapshot.as_of,
            budget_satang=_sum([line.budget_satang for line in together]),
            committed_satang=_sum([line.committed_satang for line in together]),
            disbursed_satang=sum(line.disbursed_satang for line in together),
            remaining_satang=_sum([line.remaining_satang for line in together]),
        )
        for activity_id, together in by_activity.items()
    }


def _sum(amounts: Sequence[int | None]) -> int | None:
    printed = [each for each in amounts if each is not None]
    return sum(printed) if printed else None
