"""Days on which people are away (ลา, ไปราชการ), and who acts for them (ผู้รักษาการ)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import ForeignKey, Select, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment
from models.many import is_among


class Absence(Base):
    """A person is away from a day up to and with a day; `acting_id` None: nobody was named to act."""

    __tablename__ = "absences"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    acting_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date] = mapped_column(index=True)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime] = mapped_column(Moment)
    cancelled_at: Mapped[datetime | None] = mapped_column(Moment)


ACTED_FOR = (
    select(Absence.person_id)
    .where(
        Absence.cancelled_at.is_(None),
        Absence.acting_id == bindparam("person_id"),
        Absence.from_on <= bindparam("on"),
        Absence.to_on >= bindparam("on"),
    )
    .order_by(Absence.id)
)


def record_absence(
    session: Session,
    province_id: int,
    person_id: int,
    from_on: date,
    to_on: date,
    *,
    acting_id: int | None,
    made_by: int,
    now: datetime,
) -> Absence:
    """Write down that somebody is away; the caller has made sure that no other absence overlaps."""
    absence = Absence(
        province_id=province_id,
        person_id=person_id,
        acting_id=acting_id,
        from_on=from_on,
        to_on=to_on,
        made_by=made_by,
        made_at=now,
    )
    session.add(absence)
    session.flush()
    return absence


def end_absence(absence: Absence, today: date, now: datetime) -> None:
    """Take an absence back; one that has begun ends yesterday, so that the days that were away stay written."""
    if absence.from_on < today:
        absence.to_on = min(absence.to_on, today - timedelta(days=1))
    else:
        absence.cancelled_at = now


def away_on(session: Session, person_ids: Iterable[int], on: date) -> dict[int, Absence]:
    """Return the absence of each of these people who is away on a day, by person."""
    query = _valid().where(
        is_among(session, Absence.person_id, person_ids), Absence.from_on <= on, Absence.to_on >= on
    )
    return {absence.person_id: absence for absence in session.scalars(query)}


def acted_for(session: Session, person_id: int, on: date) -> list[int]:
    """Return the ids of those who are away on a day and named this person to act."""
    return plain.scalars(session, ACTED_FOR, {"person_id": person_id, "on": on})


def to_come(session: Session, person_id: int, today: date) -> list[Absence]:
    """Return a person's absences that are not over, earliest first."""
    query = _valid().where(Absence.person_id == person_id, Absence.to_on >= today)
    return list(session.scalars(query.order_by(Absence.from_on)))


def overlapping(session: Session, person_id: int, from_on: date, to_on: date) -> Absence | None:
    """Return a person's absence that shares a day with these days, or None."""
    query = _valid().where(Absence.person_id == person_id, Absence.from_on <= to_on, Absence.to_on >= from_on)
    return session.scalar(query.order_by(Absence.from_on).limit(1))


def _valid() -> Select[Absence]:
    return select(Absence).where(Absence.cancelled_at.is_(None)).order_by(Absence.id)
