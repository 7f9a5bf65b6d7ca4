"""What importing a plan file comes to: the rows taken, what is stored, what must be asked; import-plan prints it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from documents.cells import agency_key
from documents.plan_reading import PlanReading, PlanRow
from engine.database import Database
from models.plan_diff import PlanDiff
from models.plan_import import apply_diff, plan_diff
from models.province import Province, ensure_province, province_named


@dataclass(frozen=True)
class Wish:
    """What the operator asked for. `as_read` takes rows in doubt too, where they could be read."""

    file: str
    province: str
    year_be: int
    is_dry_run: bool = False
    accepts_doubts: bool = False
    as_read: bool = False


@dataclass(frozen=True)
class Outcome:
    wish: Wish
    reading: PlanReading
    diff: PlanDiff
    is_new_province: bool
    is_stored: bool

    @property
    def doubt_count(self) -> int:
        """How many things there are to look at, in the file and against what is remembered."""
        return len(self.reading.doubts) + len(self.diff.doubts)

    @property
    def is_refused(self) -> bool:
        """Whether doubts stop the import."""
        return self.doubt_count > 0 and not self.wish.accepts_doubts


def bring_in(db: Database, wish: Wish, reading: PlanReading, now: datetime) -> Outcome:
    """Compare the file with the plan, and store the difference where neither wish nor doubts forbid it."""
    with db.read() if wish.is_dry_run else db.write() as session:
        home = province_named(session, wish.province)
        outcome = _compare(session, home, wish, reading)
        if wish.is_dry_run or outcome.is_refused or outcome.diff.is_empty:
            return outcome
        home = home or ensure_province(session, wish.province, now)
        apply_diff(session, replace(outcome.diff, province_id=home.id), now)
        return replace(outcome, is_stored=True)


def _compare(session: Session, home: Province | None, wish: Wish, reading: PlanReading) -> Outcome:
    clear = _rows_to_take(wish, reading)
    aside = {row.no for row in reading.rows if row.no is not None} - {row.no for row in clear}
    diff = plan_diff(
        session, home.id if home else None, wish.year_be, clear, set_aside=aside, agency_key=agency_key
    )
    return Outcome(wish, reading, diff, is_new_province=home is None, is_stored=False)


def _rows_to_take(wish: Wish, reading: PlanReading) -> list[PlanRow]:
    in_doubt = set() if wish.as_read else {(doubt.sheet, doubt.row) for doubt in reading.doubts}
    return [row for row in reading.rows if (row.sheet, row.row) not in in_doubt]
