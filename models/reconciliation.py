"""The treasury's newest figures beside what officers said: by activity, with who owns a difference, since when and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models.order_people import officers_of
from models.overview import ActivityState, states_of
from models.person import Person
from models.plan import Activity
from models.treasury import (
    TreasuryLine,
    TreasurySnapshot,
    lines_of,
    newest_snapshot,
)
from models.treasury_figures import TreasuryFigures, figures_in
from models.treasury_gap import TreasuryGap, keep_gap, open_gaps
from rules.reconciliation import Agreement, Said, agreement, gap_satang


@dataclass(frozen=True)
class Compared:
    """One activity. `gap` is the remembered difference, None where both sides agree or one says nothing."""

    activity: Activity
    agency: str
    treasury: TreasuryFigures | None
    officer: Said | None
    agreement: Agreement
    gap: TreasuryGap | None
    owners: tuple[Person, ...]

    @property
    def gap_satang(self) -> int:
        """Return the treasury's figure less the officer's."""
        return gap_satang(said_by_treasury(self.treasury), self.officer)


@dataclass(frozen=True)
class Reconciliation:
    """All activities that at least one side speaks of, and the lines that are no activity of the plan (yet)."""

    snapshot: TreasurySnapshot
    rows: tuple[Compared, ...]
    unmatched: tuple[TreasuryLine, ...]

    def having(self, which: Agreement) -> list[Compared]:
        """Return the activities that stand so."""
        return [row for row in self.rows if row.agreement is which]


def reconcile(session: Session, found: Sequence[Activity], on: date) -> Reconciliation | None:
    """Compare these activities of one province and year; None where no export was imported."""
    if not found:
        return None
    snapshot = newest_snapshot(session, found[0].province_id, found[0].year_be)
    if snapshot is None:
        return None
    figures = figures_in(session, snapshot, [each.id for each in found])
    gaps = open_gaps(session, [each.id for each in found])
    rows = []
    for state in states_of(session, found):
        treasury, officer = figures.get(state.activity.id), said_by_officer(state, snapshot.as_of)
        standing = agreement(said_by_treasury(treasury), officer)
        if standing is not None:
            gap = gaps.get(state.activity.id)
            is_apart = standing not in (Agreement.AGREE,)
            owners = tuple(officers_of(session, state.activity, on)) if is_apart else ()
            rows.append(Compared(state.activity, state.agency.name, treasury, officer, standing, gap, owners))
    unmatched = tuple(line for line in lines_of(session, snapshot.id) if line.activity_id is None)
    return Reconciliation(snapshot, tuple(rows), unmatched)


def refresh_gaps(session: Session, found: Sequence[Activity], on: date) -> Reconciliation | None:
    """Open, change and close remembered differences by what both sides say now; return the comparison."""
    seen = reconcile(session, found, on)
    if seen is None:
        return None
    for row in seen.rows:
        keep_gap(session, row.gap, row.activity.id, row.gap_satang, max(seen.snapshot.as_of, row_day(row)))
    session.flush()
    return reconcile(session, found, on)


def row_day(row: Compared) -> date:
    """Return the later of the two days that a difference is of: since then it has been there to be seen."""
    days = [each.as_of for each in (row.treasury, row.officer) if each is not None]
    return max(days)


def said_by_officer(state: ActivityState, treasury_as_of: date) -> Said | None:
    """Return the officer's newest figure up to the treasury's day, else the newest of all: older exports still compare."""
    said = [
        Said(report.disbursed_satang, report.as_of)
        for report in state.valid.values()
        if report.disbursed_satang is not None
    ]
    by_then = [each for each in said if each.as_of <= treasury_as_of]
    return max(by_then or said, key=lambda each: each.as_of, default=None)


def said_by_treasury(figures: TreasuryFigures | None) -> Said | None:
    return Said(figures.disbursed_satang, figures.as_of) if figures else None
