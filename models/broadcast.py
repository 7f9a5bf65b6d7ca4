"""Announcements of the provincial office to agencies, and who has answered that they read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment, Word
from models.person import Person


class Audience(StrEnum):
    """Whom an announcement is for."""

    EVERYONE = "everyone"
    OFFICERS = "officers"
    HEADS = "heads"


class Broadcast(Base):
    """An announcement; `no` counts them in the province, so that people can name one."""

    __tablename__ = "broadcasts"
    __table_args__ = (UniqueConstraint("province_id", "no"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    no: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    audience: Mapped[Audience] = mapped_column(Word(Audience))
    made_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime] = mapped_column(Moment)


class Hearer(Base):
    """Somebody an announcement was sent to; `heard_at` is when they answered, `told_times` how often they were told."""

    __tablename__ = "hearers"
    __table_args__ = (UniqueConstraint("broadcast_id", "person_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    told_times: Mapped[int] = mapped_column(default=1)
    heard_at: Mapped[datetime | None] = mapped_column(Moment)


@dataclass(frozen=True)
class Heard:
    """How far an announcement has been read."""

    broadcast: Broadcast
    answered: Sequence[Person]
    silent: Sequence[Person]


def make_broadcast(
    session: Session,
    province_id: int,
    text: str,
    audience: Audience,
    people: Sequence[Person],
    *,
    made_by: int,
    now: datetime,
) -> Broadcast:
    """Remember an announcement and whom it goes to; the messages are written by the caller."""
    last = session.scalar(select(func.max(Broadcast.no)).where(Broadcast.province_id == province_id))
    made = Broadcast(
        province_id=province_id,
        no=(last or 0) + 1,
        text=text,
        audience=audience,
        made_by=made_by,
        made_at=now,
    )
    session.add(made)
    session.flush()
    session.add_all(Hearer(broadcast_id=made.id, person_id=person.id) for person in people)
    session.flush()
    return made


def broadcast_numbered(session: Session, province_id: int, no: int | None) -> Broadcast | None:
    """Return the province's announcement with this number, the latest for None; None where there is none."""
    query = select(Broadcast).where(Broadcast.province_id == province_id).order_by(Broadcast.no.desc())
    return session.scalar((query if no is None else query.where(Broadcast.no == no)).limit(1))


def hear(session: Session, broadcast: Broadcast, person_id: int, now: datetime) -> bool | None:
    """Write down that a person has read it. False where they had said so before, None where it was not for them."""
    heard = session.execute(
        update(Hearer)
        .where(Hearer.broadcast_id == broadcast.id, Hearer.person_id == person_id, Hearer.heard_at.is_(None))
        .values(heard_at=now)
        .returning(Hearer.id)
    )
    if heard.first() is not None:
        return True
    query = select(Hearer.id).where(Hearer.broadcast_id == broadcast.id, Hearer.person_id == person_id)
    return False if session.scalar(query) is not None else None


def heard_by(session: Session, broadcast: Broadcast) -> Heard:
    """Return who has answered and who has not, each in the order in which they were told."""
    query = select(Person, Hearer.heard_at).join(Hearer, Hearer.person_id == Person.id)
    rows = session.execute(query.where(Hearer.broadcast_id == broadcast.id).order_by(Hearer.id)).all()
    answered = [person for person, heard_at in rows if heard_at is not None]
    silent = [person for person, heard_at in rows if heard_at is None and person.left_at is None]
    return Heard(broadcast, answered, silent)


def tell_again(session: Session, broadcast: Broadcast, person_id: int) -> int:
    """Count that a person is told once more; return how often that makes."""
    row = session.scalars(
        select(Hearer).where(Hearer.broadcast_id == broadcast.id, Hearer.person_id == person_id)
    ).one()
    row.told_times += 1
    session.flush()
    return row.told_times
