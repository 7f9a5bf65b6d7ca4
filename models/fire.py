"""Which duty ran when: the row decides who runs it, so two processes never both do."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment
from models.upsert import insert_new


class Fire(Base):
    """One run of a duty for a province at its due moment; `counts` is what it did.

    A run that came too late for anybody is written down too, with `left_out` counting it and those before it.
    """

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
    values = {"duty": duty, "province_id": province_id, "due_at": due_at, "started_at": now}
    statement = insert_new(session, Fire, ["duty", "province_id", "due_at"]).values(values)
    fire_id = session.scalar(statement.returning(Fire.id))
    return session.get_one(Fire, fire_id) if fire_id is not None else None


def last_fire(session: Session, duty: str, province_id: int, now: datetime) -> Fire | None:
    """Return the latest run of a duty up to now, or None before the first."""
    query = select(Fire).where(Fire.duty == duty, Fire.province_id == province_id, Fire.due_at <= now)
    return session.scalar(query.order_by(Fire.due_at.desc()).limit(1))


def fires_since(session: Session, duty: str, province_id: int, since: datetime, now: datetime) -> list[Fire]:
    """Return the finished runs of a duty that fell due in (since, now], oldest first; runs left out are none."""
    query = select(Fire).where(Fire.duty == duty, Fire.province_id == province_id)
    query = query.where(Fire.due_at > since, Fire.due_at <= now, Fire.finished_at.is_not(None))
    return list(session.scalars(query.order_by(Fire.due_at)))


def last_dues(session: Session, now: datetime) -> dict[tuple[str, int], datetime]:
    """Return when the latest run of each (duty, province) was due.

    Runs beyond `now` do not count: a clock that stood in the future for an hour must not silence a duty for years.
    """
    query = select(Fire.duty, Fire.province_id, func.max(Fire.due_at)).where(Fire.due_at <= now)
    rows = session.execute(query.group_by(Fire.duty, Fire.province_id))
    return {(duty, province_id): due_at for duty, province_id, due_at in rows}


def fires_between(session: Session, after: datetime, until: datetime) -> list[Fire]:
    """Return the runs that fell due in (after, until], oldest first."""
    query = select(Fire).where(Fire.due_at > after, Fire.due_at <= until, Fire.finished_at.is_not(None))
    return list(session.scalars(query.order_by(Fire.due_at, Fire.id)))
