"""What importing a plan file comes to: rows taken, what is stored, what must be asked; command and chat use it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from documents.cells import agency_key
from documents.plan_kept import keep_changes, keep_doubtful_figures, keep_results
from documents.plan_reading import PlanReading, PlanRow
from models.plan_change import Approval
from models.plan_diff import PlanDiff
from models.plan_import import apply_diff, plan_diff
from models.province import Province, ensure_province, province_named


@dataclass(frozen=True)
class Wish:
    """What was asked for. `as_read` takes rows in doubt too, where they could be read.

    `results_as_of` also stores what the file prints of the money's use, as of that day; `approval` says when and under
    which reference changed budgets were approved.
    """

    file: str
    province: str
    year_be: int
    is_dry_run: bool = False
    accepts_doubts: bool = False
    as_read: bool = False
    results_as_of: date | None = None
    approval: Approval | None = None


@dataclass(frozen=True)
class Outcome:
    wish: Wish
    reading: PlanReading
    diff: PlanDiff
    is_new_province: bool
    is_stored: bool
    results: int = 0

    @property
    def doubt_count(self) -> int:
        """How many things there are to look at, in the file and against what is remembered."""
        return len(self.reading.doubts) + len(self.diff.doubts)

    @property
    def is_refused(self) -> bool:
        """Whether doubts stop the import."""
        return self.doubt_count > 0 and not self.wish.accepts_doubts


def bring_in(
    session: Session, wish: Wish, reading: PlanReading, now: datetime, *, by: int | None = None
) -> Outcome:
    """Compare the file with the plan, and store the difference where neither wish nor doubts forbid it."""
    home = province_named(session, wish.province)
    outcome = _compare(session, home, wish, reading)
    has_results = wish.results_as_of is not None and any(row.results for row in reading.rows)
    if wish.is_dry_run or outcome.is_refused or (outcome.diff.is_empty and not has_results):
        return outcome
    home = home or ensure_province(session, wish.province, now)
    diff = replace(outcome.diff, province_id=home.id)
    keep_changes(session, diff, wish.approval, now, by)
    apply_diff(session, diff, now, by=by)
    results = 0
    if wish.results_as_of is not None:
        taken = _rows_to_take(wish, reading)
        results = keep_results(session, home.id, wish.year_be, taken, wish.results_as_of, now, by)
    keep_doubtful_figures(session, home.id, wish.year_be, wish.file, reading, now)
    return replace(outcome, is_stored=bool(results) or not diff.is_empty, results=results)


def _compare(session: Session, home: Province | None, wish: Wish, reading: PlanReading) -> Outcome:
    clear = _rows_to_take(wish, reading)
    aside = {row.no for row in reading.rows if row.no is not None} - {row.no for row in clear}
    diff = plan_diff(
        session, home.id if home else None, wish.year_be, clear, set_aside=aside, agency_key=agency_key
    )
    return Outcome(wish, reading, diff, is_new_province=home is None, is_stored=False)


def _rows_to_take(wish: Wish, reading: PlanReading) -> list[PlanRow]:
    in_doubt = set() if wish.as_read else reading.doubtful_rows()
    return [row for row in reading.rows if (row.sheet, row.row) not in in_doubt]
