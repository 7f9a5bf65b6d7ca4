"""Agencies that carry activities out."""

from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id


class Agency(Base):
    __tablename__ = "agencies"
    __table_args__ = (UniqueConstraint("province_id", "name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    name: Mapped[str] = mapped_column(String(300))
    short_name: Mapped[str | None] = mapped_column(String(100))
    aliases: Mapped[list[Any]] = mapped_column(default=list)


def agencies(session: Session, province_id: int) -> list[Agency]:
    """Return the agencies of a province by name."""
    return list(
        session.scalars(select(Agency).where(Agency.province_id == province_id).order_by(Agency.name))
    )


def agency_named(session: Session, province_id: int, name: str) -> Agency | None:
    """Return the agency whose name, short name or alias is exactly `name`, or None."""
    for agency in agencies(session, province_id):
        if name in (agency.name, agency.short_name, *agency.aliases):
            return agency
    return None


def ensure_agency(session: Session, province_id: int, name: str) -> Agency:
    """Return the agency called `name`, made now where it is new."""
    agency = agency_named(session, province_id, name)
    if agency is None:
        agency = Agency(province_id=province_id, name=name)
        session.add(agency)
        session.flush()
    return agency
