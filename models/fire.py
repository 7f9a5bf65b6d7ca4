"""Which duty ran when: the row decides who runs it, so two processes never both do."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment


class Fire(Base):
    """One run of a duty for a province at its due moment; `counts` is what it did, None while it runs."""

    __tablename__ = "fires"
    __table_args__ = (UniqueConstraint("duty", "province_id", "due_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    duty: Mapped[str] = mapped_column(String(50))
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    due_at: Mapped[datetime] = mapped_column(Moment)
    started_at: Mapped[datetime] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    counts: Mapped[dict[str, Any] | None]


def claim_fire(session: Session, duty: str, province_id: int, due_at: datetime, now: datetime) -> Fire | None:
    """Take a duty's run for this process, or return None where someone has it already."""
    fire = Fire(duty=duty, province_id=province_id, due_at=due_at, started_at=now)
    try:
        with session.begin_nested():
            session.add(fire)
            session.flush()
    except IntegrityError:
        return None
    return fire


def last_fire(session: Session, duty: str, province_id: int) -> Fire | None:
    """Return the latest run of a duty, or None before the first."""
    query = select(Fire).where(Fire.duty == duty, Fire.province_id == province_id)
    return session.scalar(query.order_by(Fire.due_at.desc()).limit(1))


def unfinished_fires(session: Session) -> list[Fire]:
    """Return runs that were begun and never finished: their process died."""
    return list(session.scalars(select(Fire).where(Fire.finished_at.is_(None)).order_by(Fire.due_at)))


def last_due(session: Session, duty: str, province_id: int) -> datetime | None:
    """Return when the latest run was due, or None before the first."""
    query = select(func.max(Fire.due_at)).where(Fire.duty == duty, Fire.province_id == province_id)
    return session.scalar(query)
