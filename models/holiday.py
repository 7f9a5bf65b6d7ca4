"""The office's own table of days: special and regional holidays, and holidays on which it works."""

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint, bindparam, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id


class HolidayOverride(Base):
    """A day that differs from the national calendar; `name` None makes a national holiday a working day."""

    __tablename__ = "holiday_overrides"
    __table_args__ = (UniqueConstraint("province_id", "on"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    on: Mapped[date]
    name: Mapped[str | None] = mapped_column(String(200))


TABLE = select(HolidayOverride).where(HolidayOverride.province_id == bindparam("province_id"))


def overrides(session: Session, province_id: int) -> dict[date, str | None]:
    """Return the office's own days: the name of the holiday, or None for a working day."""
    rows = plain.scalars(session, TABLE, {"province_id": province_id})
    return {row.on: row.name for row in rows}


def set_holiday(session: Session, province_id: int, on: date, name: str | None) -> None:
    """Write a day into the office's table; a second time replaces the first."""
    row = session.scalar(
        select(HolidayOverride).where(HolidayOverride.province_id == province_id, HolidayOverride.on == on)
    )
    if row is None:
        session.add(HolidayOverride(province_id=province_id, on=on, name=name))
    else:
        row.name = name
    session.flush()


def clear_holiday(session: Session, province_id: int, on: date) -> None:
    """Take a day out of the office's table: the national calendar holds for it again."""
    session.execute(
        delete(HolidayOverride).where(HolidayOverride.province_id == province_id, HolidayOverride.on == on)
    )
