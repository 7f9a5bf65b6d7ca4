"""Disbursement targets: data entered per year, expense class and quarter."""

from decimal import Decimal

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Percent


class DisbursementTarget(Base):
    """The share of the budget to be disbursed in one quarter, in percent; quarters add up to the year."""

    __tablename__ = "disbursement_targets"
    __table_args__ = (UniqueConstraint("province_id", "year_be", "expense_class", "measure", "quarter"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    year_be: Mapped[int]
    expense_class: Mapped[str] = mapped_column(String(20))
    measure: Mapped[str] = mapped_column(String(20))
    quarter: Mapped[int]
    percent: Mapped[Decimal] = mapped_column(Percent)


def targets(session: Session, province_id: int, year_be: int) -> list[DisbursementTarget]:
    """Return a year's targets."""
    query = select(DisbursementTarget).where(
        DisbursementTarget.province_id == province_id, DisbursementTarget.year_be == year_be
    )
    return list(session.scalars(query.order_by(DisbursementTarget.expense_class, DisbursementTarget.quarter)))


def set_target(
    session: Session,
    province_id: int,
    year_be: int,
    expense_class: str,
    measure: str,
    quarter: int,
    percent: Decimal,
) -> None:
    """Store a quarter's target; a second time replaces the first."""
    query = select(DisbursementTarget).filter_by(
        province_id=province_id,
        year_be=year_be,
        expense_class=expense_class,
        measure=measure,
        quarter=quarter,
    )
    row = session.scalar(query)
    if row is None:
        row = DisbursementTarget(
            province_id=province_id,
            year_be=year_be,
            expense_class=expense_class,
            measure=measure,
            quarter=quarter,
        )
        session.add(row)
    row.percent = percent
    session.flush()
