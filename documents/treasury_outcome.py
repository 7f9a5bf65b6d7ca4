"""What importing a treasury export comes to: lines matched, lines to ask about, and the snapshot that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.treasury_file import TreasuryReading
from documents.treasury_match import Known, Matched, match_lines
from models.agency import agencies
from models.audit import note
from models.plan import activities
from models.treasury import MatchedBy, TreasuryLine, TreasurySnapshot, said_matches


@dataclass(frozen=True)
class TreasuryOutcome:
    """`snapshot_id` is None where nothing was stored; `is_known` says that the very same file was imported before."""

    reading: TreasuryReading
    matched: tuple[Matched, ...]
    snapshot_id: int | None = None
    is_known: bool = False

    def by(self, how: MatchedBy) -> int:
        """Return how many lines were matched in this way."""
        return sum(each.by is how for each in self.matched)

    @property
    def to_ask(self) -> list[Matched]:
        """The lines that may be an activity, of which a person has said nothing yet."""
        return [each for each in self.matched if not each.is_settled and each.candidates]

    @property
    def unmatched(self) -> list[Matched]:
        return [each for each in self.matched if each.activity_id is None]


def known_activities(session: Session, province_id: int, year_be: int) -> list[Known]:
    """Return the plan's activities as lines may name them."""
    offices = {each.id: each.name for each in agencies(session, province_id)}
    return [
        Known(each.id, each.no, each.code, each.name, offices[each.agency_id], each.budget_satang)
        for each in activities(session, province_id, year_be)
    ]


def look_at(session: Session, province_id: int, year_be: int, reading: TreasuryReading) -> TreasuryOutcome:
    """Match an export with the plan; nothing is stored."""
    known = known_activities(session, province_id, year_be)
    matched = match_lines(reading.rows, known, said_matches(session, province_id, year_be))
    return TreasuryOutcome(reading, tuple(matched))


def keep_treasury(
    session: Session,
    province_id: int,
    year_be: int,
    as_of: date,
    reading: TreasuryReading,
    *,
    file_name: str,
    sha256: str,
    now: datetime,
    by: int | None = None,
) -> TreasuryOutcome:
    """Keep an export as a snapshot of a day; the very same file for the same day is kept once."""
    outcome = look_at(session, province_id, year_be, reading)
    query = select(TreasurySnapshot).where(
        TreasurySnapshot.province_id == province_id,
        TreasurySnapshot.year_be == year_be,
        TreasurySnapshot.as_of == as_of,
        TreasurySnapshot.sha256 == sha256,
    )
    known = session.scalar(query.limit(1))
    if known is not None:
        return TreasuryOutcome(reading, outcome.matched, known.id, is_known=True)
    snapshot = TreasurySnapshot(
        province_id=province_id, year_be=year_be, as_of=as_of, file_name=file_name[:300],
        sha256=sha256, imported_at=now, imported_by=by,
    )  # fmt: skip
    session.add(snapshot)
    session.flush()
    session.add_all(_lines(snapshot.id, outcome.matched))
    session.flush()
    note(
        session, now, "treasury_imported", province_id=province_id, person_id=by, year_be=year_be,
        snapshot=snapshot.id, lines=len(outcome.matched), unmatched=len(outcome.unmatched),
    )  # fmt: skip
    return TreasuryOutcome(reading, outcome.matched, snapshot.id)


def _lines(snapshot_id: int, matched: Sequence[Matched]) -> list[TreasuryLine]:
    return [
        TreasuryLine(
            snapshot_id=snapshot_id,
            row=each.row.row,
            code=each.row.code,
            name=each.row.name,
            agency=each.row.agency,
            budget_satang=each.row.budget_satang,
            committed_satang=each.row.committed_satang,
            disbursed_satang=each.row.disbursed_satang,
            remaining_satang=each.row.remaining_satang,
            activity_id=each.activity_id,
            matched_by=each.by,
        )
        for each in matched
    ]
