"""People who are friends of the bot, and whether it can reach them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment


class Person(Base):
    """Someone who talks with the bot on one channel; `joined_at` stays None until the data notice is accepted."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("channel", "line_user_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int | None] = mapped_column(ForeignKey("provinces.id"))
    channel: Mapped[str] = mapped_column(String(50))
    line_user_id: Mapped[str] = mapped_column(String(64))
    name: Mapped[str | None] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(50))
    language: Mapped[str] = mapped_column(String(5), default="th")
    prefers_text: Mapped[bool] = mapped_column(default=False)
    first_seen_at: Mapped[datetime] = mapped_column(Moment)
    joined_at: Mapped[datetime | None] = mapped_column(Moment)
    left_at: Mapped[datetime | None] = mapped_column(Moment)
    unreachable_since: Mapped[datetime | None] = mapped_column(Moment)
    # Signed links carry this number: those with a lower one are dead.
    link_generation: Mapped[int] = mapped_column(default=0, server_default="0")


AT = select(Person).where(
    Person.channel == bindparam("channel"), Person.line_user_id == bindparam("line_user_id")
)


def person_at(session: Session, channel: str, line_user_id: str) -> Person | None:
    """Return who writes from `line_user_id`, or None where nobody known does."""
    return plain.scalar(session, AT, {"channel": channel, "line_user_id": line_user_id})


def ensure_person(session: Session, channel: str, line_user_id: str, now: datetime) -> Person:
    """Return who writes from `line_user_id`, remembered from now on where new."""
    person = person_at(session, channel, line_user_id)
    if person is None:
        person = Person(channel=channel, line_user_id=line_user_id, first_seen_at=now)
        session.add(person)
        plain.flush(session)
    return person


def mark_unreachable(person: Person, now: datetime) -> None:
    """Stop pushing to someone who blocked the bot; the first moment is kept."""
    person.unreachable_since = person.unreachable_since or now


def mark_reachable(person: Person) -> None:
    """Push again: a message or a new friendship proves that the person is there."""
    if person.unreachable_since is not None:  # who is set to what they are costs as much as who changes
        person.unreachable_since = None
