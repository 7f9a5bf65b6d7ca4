"""Rounds of reporting to the centre: as of which day the figures stand, and when the paper is due. Both are data."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id


class PaperRound(Base):
    """Round `no` of a fiscal year (BE). Loei 2564 prints 31 March, due 9 April; and 30 September, due 11 October."""

    __tablename__ = "paper_rounds"
    __table_args__ = (UniqueConstraint("province_id", "year_be", "no"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    year_be: Mapped[int]
    no: Mapped[int]
    as_of: Mapped[date]
    due_on: Mapped[date]


def paper_rounds(session: Session, province_id: int, year_be: int) -> dict[int, PaperRound]:
    """Return the rounds that the office entered for a year, by number."""
    query = select(PaperRound).where(PaperRound.province_id == province_id, PaperRound.year_be == year_be)
    return {row.no: row for row in session.scalars(query.order_by(PaperRound.no))}


def set_paper_round(
    session: Session, province_id: int, year_be: int, no: int, as_of: date, due_on: date
) -> None:
    """Enter a round; a second time replaces the first."""
    row = paper_rounds(session, province_id, year_be).get(no)
    if row is None:
        row = PaperRound(province_id=province_id, year_be=year_be, no=no)
        session.add(row)
    row.as_of, row.due_on = as_of, due_on
    session.flush()
