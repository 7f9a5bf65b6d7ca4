"""Provinces: everything belongs to one from the start."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine.whose import DEMO
from models.base import Base, Id, Moment
from rules.bounds import Bounds

BOUNDS = "bounds"


class Province(Base):
    """A province, its LINE channel, and the few settings that it chose otherwise than the defaults."""

    __tablename__ = "provinces"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    channel: Mapped[str] = mapped_column(String(50), default="default")
    chosen: Mapped[dict[str, Any]] = mapped_column(default=dict)
    made_at: Mapped[datetime] = mapped_column(Moment)


def province_named(session: Session, name: str) -> Province | None:
    """Return the province called `name` (with or without จังหวัด), or None."""
    return session.scalar(select(Province).where(Province.name == name.removeprefix("จังหวัด").strip()))


def ensure_province(session: Session, name: str, now: datetime, channel: str = "default") -> Province:
    """Return the province called `name`, made now where it is new."""
    province = province_named(session, name)
    if province is None:
        province = Province(name=name.removeprefix("จังหวัด").strip(), channel=channel, made_at=now)
        session.add(province)
        session.flush()
    return province


def mark_as_demo(province: Province) -> None:
    """Note that nothing in this province is real."""
    province.chosen = {**province.chosen, DEMO: True}


def choose_bounds(province: Province, bounds: Bounds) -> None:
    """Set where the province lies; a place outside is asked about."""
    edges = [bounds.south, bounds.west, bounds.north, bounds.east]
    province.chosen = {**province.chosen, BOUNDS: edges}


def bounds_of(province: Province) -> Bounds | None:
    """Return where the province lies, None where its office did not say."""
    edges = province.chosen.get(BOUNDS)
    return Bounds(*edges) if edges else None


def provinces(session: Session) -> list[Province]:
    """Return all provinces, oldest first."""
    return list(session.scalars(select(Province).order_by(Province.id)))
