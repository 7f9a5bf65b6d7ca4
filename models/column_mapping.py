"""How an office's own column headings are to be read, as an admin said once; every import of the office asks it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment

NOT_USED = ""


class ColumnMapping(Base):
    """`heading` is the heading's wording as it is compared, `field` what it holds; an empty field is no part of the file.

    `kind` is the sort of file: plan, treasury, people or changes.
    """

    __tablename__ = "column_mappings"
    __table_args__ = (UniqueConstraint("province_id", "kind", "heading"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    kind: Mapped[str] = mapped_column(String(20))
    heading: Mapped[str] = mapped_column(String(200))
    wording: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(String(40))
    set_at: Mapped[datetime] = mapped_column(Moment)
    set_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


def mappings_of(session: Session, province_id: int | None, kind: str) -> dict[str, str]:
    """Return the field of each heading that the office explained; an empty field is a column to pass over."""
    query = select(ColumnMapping).where(ColumnMapping.province_id == province_id, ColumnMapping.kind == kind)
    return {each.heading: each.field for each in session.scalars(query)}


def remember_mapping(
    session: Session,
    province_id: int,
    kind: str,
    heading: str,
    wording: str,
    field: str,
    *,
    now: datetime,
    by: int | None = None,
) -> None:
    """Remember what columns under this heading hold from now on; what was said of it before is replaced."""
    query = select(ColumnMapping).where(
        ColumnMapping.province_id == province_id,
        ColumnMapping.kind == kind,
        ColumnMapping.heading == heading[:200],
    )
    known = session.scalar(query)
    if known is None:
        known = ColumnMapping(province_id=province_id, kind=kind, heading=heading[:200])
        session.add(known)
    known.wording, known.field, known.set_at, known.set_by = wording, field, now, by
    session.flush()
