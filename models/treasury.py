"""What the treasury's system says of each activity, beside what its officers say and never over it.

An export is a snapshot as of a day; its lines are matched to activities by budget code, or by name with a person's yes.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment, Satang, Word


class MatchedBy(StrEnum):
    CODE = "code"
    PERSON = "person"


class TreasurySnapshot(Base):
    """One imported export. A second export of the same day takes the place of the first when questions are asked."""

    __tablename__ = "treasury_snapshots"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"), index=True)
    year_be: Mapped[int]
    as_of: Mapped[date]
    file_name: Mapped[str] = mapped_column(String(300))
    sha256: Mapped[str] = mapped_column(String(64))
    imported_at: Mapped[datetime] = mapped_column(Moment)
    imported_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class TreasuryLine(Base):
    """One line of an export, as printed. Money is satang; None was not printed. `row` is the sheet's own number."""

    __tablename__ = "treasury_lines"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    snapshot_id: Mapped[int] = mapped_column(ForeignKey("treasury_snapshots.id"), index=True)
    row: Mapped[int]
    code: Mapped[str | None] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(Text)
    agency: Mapped[str | None] = mapped_column(String(300))
    budget_satang: Mapped[int | None] = mapped_column(Satang)
    committed_satang: Mapped[int | None] = mapped_column(Satang)
    disbursed_satang: Mapped[int] = mapped_column(Satang)
    remaining_satang: Mapped[int | None] = mapped_column(Satang)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"), index=True)
    matched_by: Mapped[MatchedBy | None] = mapped_column(Word(MatchedBy))


class TreasuryMatch(Base):
    """What a person answered when asked whether a line is an activity: remembered by the line's code, else its name.

    `activity_id` None says that the line is none of the plan's activities.
    """

    __tablename__ = "treasury_matches"
    __table_args__ = (UniqueConstraint("province_id", "year_be", "line_key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    year_be: Mapped[int]
    line_key: Mapped[str] = mapped_column(String(300))
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"))
    said_at: Mapped[datetime] = mapped_column(Moment)
    said_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


NEWEST = (
    select(TreasurySnapshot)
    .where(
        TreasurySnapshot.province_id == bindparam("province_id"),
        TreasurySnapshot.year_be == bindparam("year_be"),
    )
    .order_by(TreasurySnapshot.as_of.desc(), TreasurySnapshot.id.desc())
    .limit(1)
)


def newest_snapshot(session: Session, province_id: int, year_be: int) -> TreasurySnapshot | None:
    """Return the export with the latest figures, or None."""
    return plain.scalar(session, NEWEST, {"province_id": province_id, "year_be": year_be})


def snapshots_of(session: Session, province_id: int, year_be: int) -> list[TreasurySnapshot]:
    """Return the exports in force, one for each day, the earliest first."""
    newest = (
        select(func.max(TreasurySnapshot.id))
        .where(TreasurySnapshot.province_id == province_id, TreasurySnapshot.year_be == year_be)
        .group_by(TreasurySnapshot.as_of)
    )
    query = select(TreasurySnapshot).where(TreasurySnapshot.id.in_(newest))
    return list(session.scalars(query.order_by(TreasurySnapshot.as_of)))


def lines_of(session: Session, snapshot_id: int) -> list[TreasuryLine]:
    """Return the lines of an export in their order."""
    query = select(TreasuryLine).where(TreasuryLine.snapshot_id == snapshot_id)
    return list(session.scalars(query.order_by(TreasuryLine.row, TreasuryLine.id)))


def said_matches(session: Session, province_id: int, year_be: int) -> dict[str, int | None]:
    """Return what people answered, by the key of the line."""
    query = select(TreasuryMatch).where(
        TreasuryMatch.province_id == province_id, TreasuryMatch.year_be == year_be
    )
    return {each.line_key: each.activity_id for each in session.scalars(query)}


def say_match(
    session: Session,
    province_id: int,
    year_be: int,
    key: str,
    activity_id: int | None,
    *,
    now: datetime,
    by: int | None,
) -> None:
    """Remember that a line is this activity (None: no activity of the plan), and settle it in every export kept."""
    query = select(TreasuryMatch).where(
        TreasuryMatch.province_id == province_id,
        TreasuryMatch.year_be == year_be,
        TreasuryMatch.line_key == key,
    )
    said = session.scalar(query)
    if said is None:
        said = TreasuryMatch(province_id=province_id, year_be=year_be, line_key=key)
        session.add(said)
    said.activity_id, said.said_at, said.said_by = activity_id, now, by
    for snapshot in snapshots_of(session, province_id, year_be):
        for line in lines_of(session, snapshot.id):
            if line_key(line.code, line.name, line.agency) == key and line.matched_by is not MatchedBy.CODE:
                line.activity_id = activity_id
                line.matched_by = MatchedBy.PERSON if activity_id is not None else None
    session.flush()


def line_key(code: str | None, name: str, agency: str | None) -> str:
    """Return what the same line has in common from export to export: its code, else its name and agency."""
    bare = " ".join(f"{name} {agency or ''}".split()).casefold()
    return (f"code:{code}" if code else f"name:{bare}")[:300]
