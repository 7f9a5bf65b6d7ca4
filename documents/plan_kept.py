"""What an import keeps beside the plan itself: approved changes of budgets, past results, and figures in doubt."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from documents.checks import Check
from documents.checks_words import place, sentence
from documents.misprints import Slip
from documents.plan_preview import total_line
from documents.plan_reading import PlanReading, PlanRow
from i18n import speaking
from models.import_finding import Found, keep_findings
from models.plan import activities
from models.plan_change import Approval, ChangeKind, PlanChange
from models.plan_diff import PlanDiff
from models.record import Entry, record_reports
from models.report import Kind, effective, history
from rules.figures import Figures
from rules.fiscal_year import period_of
from rules.status import Status


def keep_changes(
    session: Session, diff: PlanDiff, approval: Approval | None, now: datetime, by: int | None
) -> None:
    """Write changed budgets down, before they are changed: where an approval is given, or work was reported on already.

    Otherwise an earlier import is only being corrected, and nobody has worked with its figures yet.
    """
    assert diff.province_id is not None
    if not diff.change:
        return
    known = {each.no: each for each in activities(session, diff.province_id, diff.year_be)}
    for changed in diff.change:
        for change in changed.changes:
            activity = known[changed.no]
            if change.field == "budget_satang" and (approval or history(session, activity.id)):
                dated = approval or Approval(now.date())
                session.add(
                    PlanChange(
                        province_id=diff.province_id,
                        activity_id=activity.id,
                        kind=ChangeKind.BUDGET,
                        decided_on=dated.decided_on,
                        amount_satang=change.after - change.before,
                        before_satang=change.before,
                        after_satang=change.after,
                        authority=dated.authority,
                        reference=dated.reference,
                        recorded_at=now,
                        recorded_by=by,
                    )
                )


def keep_results(
    session: Session,
    province_id: int,
    year_be: int,
    rows: Sequence[PlanRow],
    as_of: date,
    now: datetime,
    by: int | None,
) -> int:
    """Store what the rows print of the money's use as results of that day, as printed; return of how many activities.

    An activity whose stored figures already say the same gets no second revision.
    """
    known = {each.no: each for each in activities(session, province_id, year_be)}
    entries = []
    for row in rows:
        if row.results is None or row.no not in known:
            continue
        figures = Figures(
            status=Status.COMPLETED if row.results.is_done else None,
            disbursed_satang=row.results.disbursed_satang,
            committed_satang=row.results.committed_satang,
            left_over_satang=row.results.left_over_satang,
        )
        valid = effective(history(session, known[row.no].id)).get(period_of(as_of))
        if valid is None or not _says_the_same(valid.figures(), figures):
            entries.append(Entry(known[row.no], period_of(as_of), as_of, figures, Kind.IMPORT))
    if entries:
        record_reports(session, entries, reporter_id=by, sent_at=now)
    return len(entries)


def keep_doubtful_figures(
    session: Session, province_id: int, year_be: int, file: str, reading: PlanReading, now: datetime
) -> None:
    """Keep what does not follow from the other figures, so that evaluations of the year can state it."""
    with speaking("th"):
        found = list(_found(reading))
    keep_findings(session, province_id, year_be, file, found, now)


def _found(reading: PlanReading) -> Iterator[Found]:
    for total in reading.totals:
        if total.difference_satang:
            why = total.why.slip if total.why else Slip.UNKNOWN
            details = dict(total.why.details) if total.why else {}
            yield Found(
                total.sheet, total.row, total.label, "budget", str(Check.TOTAL), total.printed_satang,
                total.summed_satang, str(why), details, total_line(total),
            )  # fmt: skip
    for each in reading.differences:
        yield Found(
            each.sheet, each.row, each.label, each.field, str(each.check), each.printed, each.computed,
            str(each.why.slip), dict(each.why.details), f"{place(each)}: {sentence(each)}",
        )  # fmt: skip


def _says_the_same(one: Figures, other: Figures) -> bool:
    names = ("status", "disbursed_satang", "committed_satang", "left_over_satang")
    return all(getattr(one, name) == getattr(other, name) for name in names)
