"""Fills the views of a reconciliation from what is remembered; handlers, jobs and commands call it."""

from datetime import date

from cards.reconciliation_views import GapView, ReconciliationView
from models.reconciliation import Compared, Reconciliation, row_day
from rules.reconciliation import Agreement


def reconciliation_view(
    found: Reconciliation, today: date, sheet_link: str = "", *, lines: bool = True
) -> ReconciliationView:
    """Return the comparison for a card; without `lines` the treasury's unmatched lines are not told."""
    apart = [row for row in found.rows if row.agreement is not Agreement.AGREE]
    views = sorted((gap_view(row, today) for row in apart), key=lambda view: (-view.days, view.no))
    unmatched = found.unmatched if lines else ()
    return ReconciliationView(
        as_of=found.snapshot.as_of,
        agree=len(found.rows) - len(apart),
        rows=tuple(views),
        unmatched=len(unmatched),
        unmatched_satang=sum(line.disbursed_satang for line in unmatched),
        sheet_link=sheet_link,
    )


def gap_view(row: Compared, today: date) -> GapView:
    """Return one difference as cards show it."""
    gap = row.gap
    since = gap.since if gap else row_day(row)
    return GapView(
        no=row.activity.no,
        name=row.activity.name,
        agency=row.agency,
        agreement=row.agreement,
        treasury_satang=row.treasury.disbursed_satang if row.treasury else None,
        treasury_as_of=row.treasury.as_of if row.treasury else None,
        officer_satang=row.officer.satang if row.officer else None,
        officer_as_of=row.officer.as_of if row.officer else None,
        gap_satang=row.gap_satang,
        owners=tuple(owner.name for owner in row.owners if owner.name),
        since=since,
        days=max(0, (today - since).days),
        asked_on=gap.asked_on if gap else None,
        reason=gap.reason if gap else None,
        note=(gap.note or "") if gap else "",
    )
