"""Who looked at what that others answer for: kept for the office, and forgotten after a while (jobs/retention)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment, Word
from models.person import Person


class Seen(StrEnum):
    """What was looked at; `about_id` is the activity's id, and for papers the paper's."""

    ACTIVITY = "activity"
    HISTORY = "history"
    PHOTOS = "photos"
    PAPER = "paper"
    CHECKED_COPY = "checked_copy"
    RECONCILIATION = "reconciliation"


class Access(Base):
    __tablename__ = "access_log"
    __table_args__ = (Index("ix_access_log_province_id_at", "province_id", "at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    what: Mapped[Seen] = mapped_column(Word(Seen))
    about_id: Mapped[int | None] = mapped_column(Id)


def note_access(session: Session, person: Person, what: Seen, about_id: int | None, at: datetime) -> None:
    """Write down that a person of a province looked at something."""
    if person.province_id is not None:
        session.add(
            Access(at=at, province_id=person.province_id, person_id=person.id, what=what, about_id=about_id)
        )


def note_views(
    session: Session, person: Person, what: Seen, viewed: Iterable[int], own: Iterable[int], at: datetime
) -> None:
    """Write down which activities a person looked at that others answer for."""
    for each in sorted(set(viewed) - set(own)):
        note_access(session, person, what, each, at)


def accesses(
    session: Session, province_id: int, since: datetime, *, about: tuple[Seen, int] | None = None
) -> Sequence[tuple[Access, Person]]:
    """Return what was looked at in a province since a moment, oldest first, with who did."""
    query = select(Access, Person).join(Person, Person.id == Access.person_id)
    query = query.where(Access.province_id == province_id, Access.at >= since)
    if about is not None:
        query = query.where(Access.what == about[0], Access.about_id == about[1])
    return [(access, person) for access, person in session.execute(query.order_by(Access.id))]
