"""One planned push a person and working day: what else is to be said that day goes with it, or the next working day.

A notice that goes with another stays a row of its own under its own kind and key, so it is never written twice.
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id
from models.notice import Notice, Sent
from models.upsert import insert_new

MOST_MESSAGES = 5  # LINE takes five message objects in a push and counts them as one


class PushDay(Base):
    """The planned push of a person on a day: at most one, which the database holds."""

    __tablename__ = "push_days"
    __table_args__ = (UniqueConstraint("channel", "recipient", "on"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    channel: Mapped[str] = mapped_column(String(50))
    recipient: Mapped[str] = mapped_column(String(64))
    on: Mapped[date]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id"), index=True)


def join_days_push(
    session: Session, notice_id: int, channel: str, recipient: str, posts: Iterable[datetime]
) -> int:
    """Put a notice that was just written into the planned push of the first day that has room.

    `posts` are the moments at which a push may go out, one a working day, of which the first is the one that the
    notice already waits for. Returns the id of the notice that carries it, its own where it goes by itself.
    """
    for number, at in enumerate(posts):
        if _claim(session, notice_id, channel, recipient, at.date()):
            if number:
                session.get_one(Notice, notice_id).not_before = at
            return notice_id
        carrier = _carrier(session, channel, recipient, at.date())
        notice = session.get_one(Notice, notice_id)
        if carrier.state is Sent.WAITING and _takes_along(carrier, notice):
            return carrier.id
        if carrier.state in (Sent.FAILED, Sent.GIVEN_UP, Sent.UNREACHABLE):  # nothing arrived that day
            _take_over(session, notice, at)
            return notice_id
    raise ValueError("posts ended")


def has_had_push(session: Session, channel: str, recipient: str, on: date) -> bool:
    """Return whether a person has been sent a planned push on a day, or has one waiting."""
    query = select(Notice.state).join(PushDay, PushDay.notice_id == Notice.id)
    query = query.where(PushDay.channel == channel, PushDay.recipient == recipient, PushDay.on == on)
    return session.scalar(query) in (Sent.WAITING, Sent.SENT)


def _claim(session: Session, notice_id: int, channel: str, recipient: str, on: date) -> bool:
    values = {"channel": channel, "recipient": recipient, "on": on, "notice_id": notice_id}
    statement = insert_new(session, PushDay, ["channel", "recipient", "on"]).values(values)
    return session.scalar(statement.returning(PushDay.id)) is not None


def _carrier(session: Session, channel: str, recipient: str, on: date) -> Notice:
    """Return the day's push, locked: whoever sends it waits for us, or we see that it is on its way."""
    day = _day(session, channel, recipient, on)
    query = select(Notice).where(Notice.id == day.notice_id).with_for_update()
    return session.scalars(query.execution_options(populate_existing=True)).one()


def _day(session: Session, channel: str, recipient: str, on: date) -> PushDay:
    query = select(PushDay).where(
        PushDay.channel == channel, PushDay.recipient == recipient, PushDay.on == on
    )
    return session.scalars(query.execution_options(populate_existing=True)).one()


def _takes_along(carrier: Notice, notice: Notice) -> bool:
    """Add a notice's messages to a push that LINE cannot have seen yet; False where it may have, or is full."""
    together = [*carrier.messages, *notice.messages]
    if carrier.first_pushed_at is not None or len(together) > MOST_MESSAGES:
        return False
    carrier.messages, carrier.carries = together, carrier.carries + 1
    carrier.urgency = min(carrier.urgency, notice.urgency)
    ends = (carrier.worthless_after, notice.worthless_after)
    carrier.worthless_after = None if None in ends else max(each for each in ends if each is not None)
    notice.messages, notice.state, notice.carried_by = [], Sent.CARRIED, carrier.id
    return True


def _take_over(session: Session, notice: Notice, at: datetime) -> None:
    day = _day(session, notice.channel, notice.recipient, at.date())
    day.notice_id, notice.not_before = notice.id, max(notice.not_before, at)
    session.flush()
